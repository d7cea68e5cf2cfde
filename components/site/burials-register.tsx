import { getTranslations } from 'next-intl/server';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Pager } from '@/components/ui/pager';
import type { PublicBurial } from '@/domain/burials/public';
import { countryName } from '@/domain/countries';
import { dateText, readDate } from '@/domain/partial-date';
import type { Locale } from '@/messages/routing';
import { placeNow } from './burial-place-words';

type RegisterProps = {
  locale: Locale;
  register: { total: number; rows: PublicBurial[] };
  asked: { text: string; country: string; as: string };
  page: number;
  pageSize: number;
};

/** The names the families agreed to publish, with a search by any part of the name. */
export async function BurialsRegister({ locale, register, asked, page, pageSize }: RegisterProps) {
  const t = await getTranslations('burials');
  const path = `/${locale}/burials`;
  return (
    <>
      <p className="measure mb-[1.25em] text-muted">{t('registerNote')}</p>
      <form action={`${path}#register`} className="mb-[1.5em] flex flex-wrap items-end gap-4 print:hidden">
        <label className="grid min-w-0 grow gap-1 sm:max-w-[26em]">
          <span className="font-semibold">{t('search')}</span>
          <input name="text" defaultValue={asked.text} maxLength={200} className="control" type="search" />
        </label>
        {asked.country && <input type="hidden" name="country" value={asked.country} />}
        <Button look="secondary">{t('find')}</Button>
      </form>
      {asked.country && (
        <p className="mb-[1em]">
          {t('onlyCountry', { country: countryName(asked.country, locale) })}{' '}
          <a href={`${path}#register`} className="target">
            {t('allCountries')}
          </a>
        </p>
      )}
      {register.rows.length === 0 ? (
        <EmptyState title={t('nobody')}>{t('nobodyNext')}</EmptyState>
      ) : (
        <ul className="border-line border-t">
          {register.rows.map((burial) => (
            <li key={burial.burialId} className="border-line border-b py-[0.9em]">
              <a href={`${path}/${burial.burialId}`} className="font-serif text-[1.25em] leading-snug">
                {[burial.surname, burial.givenName, burial.patronymic].filter(Boolean).join(' ')}
              </a>
              <p className="text-muted">
                {[
                  burial.birth && t('born', { date: dateText(readDate(burial.birth), locale) }),
                  placeNow(burial, locale),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            </li>
          ))}
        </ul>
      )}
      <Pager
        address={{ path, params: { text: asked.text, country: asked.country, as: asked.as } }}
        page={page}
        pageSize={pageSize}
        total={register.total}
      />
    </>
  );
}
