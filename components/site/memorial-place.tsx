import { getTranslations } from 'next-intl/server';
import { PlaceMap } from '@/components/map/place-map';
import { DefinitionList } from '@/components/ui/definition-list';
import { Section } from '@/components/ui/headings';
import type { PublicBurial } from '@/domain/burials/public';
import { dateText, readDate } from '@/domain/partial-date';
import type { Locale } from '@/messages/routing';
import { inLanguage, placeNow, placeThen } from './burial-place-words';

type Entry = PublicBurial & { citations: readonly string[] };

/** Where he lies: then and now, on the map, how to get there. */
export async function MemorialPlace({ burial, locale }: { burial: Entry; locale: Locale }) {
  const t = await getTranslations('burials');
  const words = await getTranslations();
  const visit = inLanguage(burial.visit, locale);
  const { point } = burial;
  const name = inLanguage(burial.presentName, locale) || inLanguage(burial.regionToday, locale) || burial.reportedName;
  return (
    <>
      <Section title={t('where')} id="where">
        {point && (
          <div className="mb-[1.5em]">
            <PlaceMap locale={locale} position={point} name={name} country={burial.countryToday} />
          </div>
        )}
        <DefinitionList
          items={[
            { term: t('placeNow'), value: placeNow(burial, locale) },
            { term: t('placeThen'), value: placeThen(burial, locale) },
            { term: t('kind'), value: words(`burialKind.${burial.kind}` as never) },
            { term: t('precision'), value: words(`precision.${burial.precision}` as never) },
            ...(point && !point.approximate
              ? [{ term: t('position'), value: `${point.latitude}, ${point.longitude}` }]
              : []),
          ]}
        />
      </Section>
      {visit && (
        <Section title={t('visit')} id="visit">
          <p className="measure whitespace-pre-line">{visit}</p>
        </Section>
      )}
      <Section title={t('known')} id="known">
        <DefinitionList
          items={[
            ...(burial.birth ? [{ term: t('bornHeading'), value: dateText(readDate(burial.birth), locale) }] : []),
            { term: t('fate'), value: words(`fate.${burial.fate}` as never) },
            ...(burial.fateDate ? [{ term: t('fateDate'), value: dateText(readDate(burial.fateDate), locale) }] : []),
            ...(burial.citations.length > 0 ? [{ term: t('citations'), value: burial.citations.join('\n') }] : []),
          ]}
        />
      </Section>
    </>
  );
}
