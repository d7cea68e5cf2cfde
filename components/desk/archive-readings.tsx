import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { type Definition, DefinitionList } from '@/components/ui/definition-list';
import { Section } from '@/components/ui/headings';
import { unitText } from '@/domain/archive/normalising/unit';
import type { PlaceRead, RecordSurroundings } from '@/domain/archive/record-page';
import { dateText } from '@/domain/partial-date';
import type { Locale } from '@/messages/routing';
import { days } from './days';
import { placeName } from './place-words';

type Readings = RecordSurroundings['readings'];

/**
 * What was read from a record, beside what is written: dates in words, as EDTF and as the days they may mean, rank, fate, units in
 * full, next of kin, camps, and the places of the table.
 */
export async function ArchiveReadings({
  surroundings: { readings, places },
  written,
  locale,
}: {
  surroundings: RecordSurroundings;
  written: { rank: string; fate: string; unit: string };
  locale: Locale;
}) {
  const t = await getTranslations('archive.record');
  const all = await getTranslations();
  const { ofDay } = await days();
  const notUnderstood = <span className="text-muted">{t('notUnderstood')}</span>;
  const range = (earliest: string | null, latest: string | null) =>
    [...new Set([earliest, latest])].map((end) => (end ? ofDay(end) : '…')).join(' – ');
  const date = ({ raw, edtf, earliest, latest }: Readings['birth']): ReactNode =>
    raw && (
      <Read written={raw}>
        {edtf
          ? `${dateText({ raw, edtf, earliest, latest }, locale)} · EDTF ${edtf} · ${range(earliest, latest)}`
          : notUnderstood}
      </Read>
    );
  const unitNames = readings.units.map((unit) =>
    unitText(unit, (kind, values) =>
      all(`unit.${kind}` as never, { ...values, number: values.number || 'none' } as never).trim(),
    ),
  );
  const items: Definition[] = [
    { term: t('birth'), value: date(readings.birth) },
    { term: t('draftDate'), value: date(readings.draftDate) },
    { term: t('loss'), value: date(readings.loss) },
    {
      term: t('rank'),
      value: written.rank && (
        <Read written={written.rank}>
          {readings.rank.key ? all(`rank.${readings.rank.key}` as never) : notUnderstood}
        </Read>
      ),
    },
    {
      term: t('units'),
      value: (written.unit || unitNames.length > 0) && (
        <Read written={written.unit}>{unitNames.length > 0 ? unitNames.join('; ') : notUnderstood}</Read>
      ),
    },
    {
      term: t('fate'),
      value: (written.fate || readings.fate) && (
        <Read written={written.fate}>{readings.fate ? all(`fate.${readings.fate}`) : notUnderstood}</Read>
      ),
    },
    { term: t('kin'), value: kinText() },
    { term: t('camps'), value: readings.campNumbers.join(', ') },
    ...places.map(({ field, written: text, parts }) => ({
      term: t(`place.${field}`),
      value: <Read written={text}>{parts.length > 0 ? <Parts parts={parts} locale={locale} /> : notUnderstood}</Read>,
    })),
  ];
  const said = items.filter(({ value }) => value !== '' && value !== false && value !== null);
  return (
    <Section title={t('readings')} id="readings">
      {said.length === 0 ? <p className="text-muted">{t('nothingRead')}</p> : <DefinitionList items={said} />}
    </Section>
  );

  function kinText(): string {
    return readings.kin
      .map(({ relation, names, address }) =>
        [relation && t(`kinRelation.${relation}`), names.join(' '), address].filter(Boolean).join(', '),
      )
      .join('; ');
  }
}

/** Places from the small to the large, those of the table with a link. */
async function Parts({ parts, locale }: { parts: readonly PlaceRead[]; locale: Locale }) {
  const t = await getTranslations('archive.record');
  const kinds = await getTranslations('place.kind');
  return parts.map(({ kind, placeId, names, text }, at) => (
    <span key={kind}>
      {at > 0 && ' · '}
      {placeId ? (
        <a href={`/${locale}/desk/places/${placeId}`}>{placeName({ names }, locale)}</a>
      ) : (
        <>
          {text} ({kinds(kind).toLowerCase()}, {t('unknownPlace')})
        </>
      )}
    </span>
  ));
}

/** As written, and below it what was read. */
const Read = ({ written, children }: { written: string; children: ReactNode }) => (
  <>
    <span className="whitespace-pre-wrap [overflow-wrap:anywhere]">{written}</span>
    <span className="block text-muted [overflow-wrap:anywhere]">{children}</span>
  </>
);
