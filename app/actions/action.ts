/** The edge: where a posted form comes from, who sends it, what it calls, and how a refusal is said in the reader's language. */
import 'server-only';
import { headers } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import type { ActionState } from '@/components/form/types';
import { once } from '@/domain/change';
import { DomainError } from '@/domain/result';
import { log } from '@/log';
import { localeOfPath } from '@/messages/preferred-locale';
import { defaultLocale, type Locale } from '@/messages/routing';

export type Form = {
  /** Everything typed, by name; several values of one name as a list. */
  values: Record<string, string | string[]>;
  locale: Locale;
};

/** A success with what it did not reach, line by line. */
type Said = { message: string; list: readonly string[] };

/**
 * Carries out one posted form. A refusal comes back in the reader's language with everything that was typed; any other error is
 * logged with a reference and goes on to the error page.
 * @param work what the form does; what it returns is said as a success
 */
export async function carryOut(
  data: FormData,
  work: (form: Form) => Promise<string | Said | undefined>,
): Promise<ActionState> {
  const locale = await pageLocale();
  const values = valuesOf(data);
  try {
    await refuseForeignOrigin();
    const key = data.get('idempotency');
    const run = () => work({ values, locale });
    const message = await (typeof key === 'string' && /^[0-9a-f-]{36}$/.test(key) ? once(key, run) : run());
    if (typeof message === 'object') return { ok: true, ...message };
    return message ? { ok: true, message } : { ok: true };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    if (error.code === 'form.sent-already') return { ok: true };
    log.info({ code: error.code, fields: error.fields }, 'form refused');
    return refusal(error, values, locale);
  }
}

/** The language of the page the form stands on. */
export async function pageLocale(): Promise<Locale> {
  return localeOfPath((await headers()).get('x-path') ?? '') ?? defaultLocale;
}

async function refusal(error: DomainError, values: Form['values'], locale: Locale): Promise<ActionState> {
  const t = await getTranslations({ locale, namespace: 'errors' });
  const say = (code: string) =>
    t.has(code as never) ? t(code as never, error.details as never) : t('unknown' as never);
  return {
    ok: false,
    code: error.code,
    message: say(error.code),
    fields: Object.fromEntries(Object.entries(error.fields).map(([field, code]) => [field, say(code)])),
    values: Object.fromEntries(
      Object.entries(values)
        .filter(([name]) => !/password|current/i.test(name))
        .map(([name, value]) => [name, typeof value === 'string' ? value : value.join(',')]),
    ),
  };
}

function valuesOf(data: FormData): Form['values'] {
  const values: Form['values'] = Object.create(null) as Form['values'];
  for (const name of new Set(data.keys())) {
    if (name.startsWith('$ACTION') || name === 'idempotency' || name === '__proto__') continue;
    const given = data.getAll(name).filter((value): value is string => typeof value === 'string');
    if (given.length === 1 && given[0] !== undefined) values[name] = given[0];
    else if (given.length > 1) values[name] = given;
  }
  return { ...values };
}

/**
 * A server action is a public address: it answers only to our own pages. Browsers say where a post comes from in
 * Sec-Fetch-Site, older ones in Origin; whoever says nothing is refused.
 */
export async function refuseForeignOrigin(): Promise<void> {
  const from = await headers();
  const site = from.get('sec-fetch-site');
  if (site) {
    if (site !== 'same-origin') throw new DomainError('access.foreign-origin');
    return;
  }
  const origin = from.get('origin');
  const host = from.get('host');
  if (!origin || !host || !URL.canParse(origin) || new URL(origin).host !== host)
    throw new DomainError('access.foreign-origin');
}
