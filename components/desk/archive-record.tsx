import { getTranslations } from 'next-intl/server';
import { type Definition, DefinitionList } from '@/components/ui/definition-list';
import { Section } from '@/components/ui/headings';
import type { ArchiveRecordPage } from '@/domain/archive/queries';
import { pastedFormat } from '@/domain/archive/reading/formats';
import type { RecordSurroundings } from '@/domain/archive/record-page';
import type { Locale } from '@/messages/routing';
import { days } from './days';
import { SoldierName } from './soldier-name';

type Record = ArchiveRecordPage['record'];

/** Every column under its own name, as written there. */
export async function ArchiveRow({ record }: { record: Record }) {
  const t = await getTranslations('archive.record');
  const columns = Object.entries(record.row);
  const empty = columns.filter(([, value]) => !value.trim()).map(([name]) => name || t('unnamed'));
  return (
    <Section title={t('asWritten')} id="as-written">
      <DefinitionList
        items={columns
          .filter(([, value]) => value.trim())
          .map(([name, value]) => ({ term: name || t('unnamed'), value: <Written text={value} /> }))}
      />
      {empty.length > 0 && (
        <p className="minor mt-3 max-w-[60rem] text-muted">{t('emptyColumns', { list: empty.join(', ') })}</p>
      )}
    </Section>
  );
}

/** Where the record comes from, what else is kept of it, and which cases rest on it. */
export async function ArchiveOrigin({
  locale,
  page: { record, origin, versions, usedBy },
  proposedFor,
  carried,
  seesImports,
}: {
  locale: Locale;
  page: ArchiveRecordPage;
  proposedFor: RecordSurroundings['proposedFor'];
  carried: string;
  seesImports: boolean;
}) {
  const t = await getTranslations('archive.record');
  const { day } = await days();
  const address = webAddress(record.url);
  const imports = await getTranslations('imports');
  const file = origin?.format === pastedFormat ? imports('pastedName') : (origin?.fileName ?? '');
  const taken = origin && t('importedOn', { file, day: day(origin.startedAt) });
  const items: Definition[] = [
    { term: t('source'), value: origin?.source?.[locale] ?? record.sourceKey },
    { term: t('identifier'), value: statedId(record) },
    { term: t('citation'), value: record.citation },
    {
      term: t('address'),
      value: address ? (
        <a href={address} rel="noreferrer" className="[overflow-wrap:anywhere]">
          {record.url}
        </a>
      ) : (
        record.url && <Written text={record.url} />
      ),
    },
    {
      term: t('import'),
      value: seesImports ? <a href={`/${locale}/desk/imports/${record.importId}`}>{taken}</a> : taken,
    },
  ];
  if (versions.length > 1) items.push({ term: t('versions'), value: versionLinks() });
  if (usedBy.length > 0) items.push({ term: t('cases'), value: caseLinks() });
  if (proposedFor.length > 0) items.push({ term: t('proposed'), value: proposedLinks() });
  return (
    <Section title={t('origin')} id="origin">
      <DefinitionList items={items} />
    </Section>
  );

  function versionLinks() {
    return (
      <ul>
        {versions.map(({ recordId, version, importedAt }) => {
          const label = t('version', { version, day: day(importedAt) });
          return (
            <li key={recordId}>
              {recordId === record.id ? (
                <span aria-current="page">{label}</span>
              ) : (
                <a href={`/${locale}/desk/archive/${recordId}${carried}`}>{label}</a>
              )}
            </li>
          );
        })}
      </ul>
    );
  }

  function caseLinks() {
    return (
      <ul>
        {usedBy.map((one) => (
          <li key={one.caseId}>
            <a href={`/${locale}/desk/cases/${one.caseId}`}>
              № {one.number} <SoldierName soldier={one} />
            </a>
          </li>
        ))}
      </ul>
    );
  }

  function proposedLinks() {
    return (
      <ul>
        {proposedFor.map((one) => (
          <li key={one.candidateId}>
            <a href={`/${locale}/desk/cases/${one.caseId}`}>
              № {one.number} <SoldierName soldier={one} />
            </a>
            {' · '}
            <a href={`/${locale}/desk/matches/${one.candidateId}?case=${one.caseId}`}>{t('compare')}</a>
          </li>
        ))}
      </ul>
    );
  }
}

/** The address to open, if it is one of the web: a file may hold anything. */
function webAddress(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  return /^https?:$/.test(new URL(text).protocol) ? text : undefined;
}

/** The source's own identifier; rows without one are kept under a number of our own, which cites nothing. */
export const statedId = ({ sourceRecordId }: Pick<Record, 'sourceRecordId'>): string =>
  sourceRecordId.startsWith('row:') ? '' : sourceRecordId;

const Written = ({ text }: { text: string }) => (
  <span className="whitespace-pre-wrap [overflow-wrap:anywhere]">{text}</span>
);
