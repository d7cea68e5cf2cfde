import { getTranslations } from 'next-intl/server';
import { EmptyState } from '@/components/ui/empty-state';
import { Pager } from '@/components/ui/pager';
import type { PublicBurial } from '@/domain/burials/public';
import { fullName } from '@/domain/names';
import type { Locale } from '@/messages/routing';
import { placeNow } from './burial-place-words';
import { RegisterSearch, type RegisterWays } from './burials-search';
import { yearsOf } from './memorial-head';

export type RegisterAsked = { text: string; place: string; country: string; region: string; as: string };

type RegisterProps = {
  locale: Locale;
  register: { total: number; rows: PublicBurial[] };
  ways: RegisterWays;
  asked: RegisterAsked;
  page: number;
  pageSize: number;
};

/** The names the families agreed to publish, searched by any spelling and by place. */
export async function BurialsRegister({ locale, register, ways, asked, page, pageSize }: RegisterProps) {
  const t = await getTranslations('burials');
  const path = `/${locale}/burials`;
  const { as, ...filters } = asked;
  const isAsked = Object.values(filters).some(Boolean);
  return (
    <>
      <p className="measure mb-[1.25em] text-muted">{t('registerNote')}</p>
      <RegisterSearch locale={locale} ways={ways} asked={asked} />
      <p className="mb-[1em] flex flex-wrap gap-x-6" role="status">
        <span className="text-muted">{t('found', { n: register.total })}</span>
        {isAsked && (
          <a href={`${path}${as ? `?as=${as}` : ''}#register`} className="target">
            {t('clear')}
          </a>
        )}
      </p>
      {register.rows.length === 0 ? (
        <EmptyState title={t('nobody')}>{t('nobodyNext')}</EmptyState>
      ) : (
        <ul className="border-line border-t">
          {register.rows.map((burial) => (
            <Entry key={burial.burialId} burial={burial} locale={locale} />
          ))}
        </ul>
      )}
      <Pager address={{ path, params: asked }} page={page} pageSize={pageSize} total={register.total} />
    </>
  );
}

async function Entry({ burial, locale }: { burial: PublicBurial; locale: Locale }) {
  const t = await getTranslations('burials');
  const years = yearsOf(burial);
  return (
    <li className="border-line border-b py-[0.9em]">
      <p className="flex flex-wrap items-baseline gap-x-4">
        <a href={`/${locale}/burials/${burial.burialId}`} className="font-serif text-[1.25em] leading-snug">
          {fullName(burial)}
        </a>
        {years && <span className="font-serif text-muted">{years}</span>}
      </p>
      <p className="text-muted">{placeNow(burial, locale)}</p>
      {burial.memoryPageId && (
        <p>
          <a href={`/${locale}/memory/${burial.memoryPageId}`} className="target">
            {t('readMemory')}
            <span className="sr-only">: {fullName(burial)}</span>
          </a>
        </p>
      )}
    </li>
  );
}
