import { getTranslations } from 'next-intl/server';
import { isStatus } from '@/domain/cases/pipeline';

export type EventWords = (kind: string, data?: Readonly<Record<string, unknown>>) => string;

/** An event in the reader's words; a move names both statuses. */
export async function eventWords(): Promise<EventWords> {
  const t = await getTranslations('event');
  const status = await getTranslations('status');
  const name = (value: unknown) => (typeof value === 'string' && isStatus(value) ? status(value) : '…');
  return (kind, data = {}) => {
    const key = kind.replace('.', '-') as Parameters<typeof t>[0];
    return t.has(key) ? t(key, { from: name(data.from), to: name(data.to) }) : kind;
  };
}
