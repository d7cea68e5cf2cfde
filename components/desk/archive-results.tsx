import { getTranslations } from 'next-intl/server';
import { type Address, addressWith } from '@/components/ui/address';
import { EmptyState } from '@/components/ui/empty-state';
import { Section } from '@/components/ui/headings';
import { Pager } from '@/components/ui/pager';
import type { Answer, FoundRecord } from '@/domain/archive/find';
import type { SourceName } from '@/domain/archive/queries';
import type { Question, QuestionField } from '@/domain/archive/question';
import type { Locale } from '@/messages/routing';
import { ArchiveFound } from './archive-found';
import { ArchiveSpellings } from './archive-spellings';

type ResultsProps = Answer & {
  locale: Locale;
  address: Address;
  question: Question;
  caseId: string;
  isLogged: boolean;
  page: number;
  pageSize: number;
  sources: readonly { key: string; name: SourceName }[];
};

/** What stands in a record comes before how alike the man is. */
const bands = ['stated', 'likely', 'possible', 'unlikely'] as const;
const bandOf = ({ facts, band }: FoundRecord): (typeof bands)[number] => (facts.length > 0 ? 'stated' : band);

/** What the index holds on the question, by how likely it is he; when it holds nothing, what was asked and what to try. */
export async function ArchiveResults(props: ResultsProps) {
  const { locale, address, page, pageSize, total, records, isLogged, spellings, caseId } = props;
  const t = await getTranslations('archive');
  if (total === 0)
    return (
      <>
        <NothingFound {...props} />
        <ArchiveSpellings spellings={spellings} open />
      </>
    );
  if (records.length === 0)
    return (
      <EmptyState
        title={t('beyond')}
        action={{ href: addressWith(address, { page: undefined }), label: t('toFirst') }}
      />
    );
  const nameOf = new Map(props.sources.map((source) => [source.key, source.name[locale]]));
  const hrefOf = ({ recordId }: FoundRecord) =>
    addressWith({ path: `/${locale}/desk/archive/${recordId}`, params: { case: caseId || undefined } }, {});
  return (
    <>
      <p>
        {t(total >= 200 ? 'foundMost' : 'found', { n: total })}{' '}
        <span className="text-muted">{t(isLogged ? 'logged' : 'notLogged')}</span>
      </p>
      <Understood {...props} />
      <ArchiveSpellings spellings={spellings} open={false} />
      {bands.map((band) => {
        const own = records.filter((record) => bandOf(record) === band);
        return (
          own.length > 0 && (
            <Section key={band} title={t(`band.${band}`)} id={`band-${band}`} aside={t(`bandHint.${band}`)}>
              <ol>
                {own.map((record) => (
                  <ArchiveFound
                    key={record.recordId}
                    record={record}
                    href={hrefOf(record)}
                    source={nameOf.get(record.sourceKey) ?? record.sourceKey}
                    locale={locale}
                  />
                ))}
              </ol>
            </Section>
          )
        );
      })}
      <Pager address={address} page={page} pageSize={pageSize} total={total} />
    </>
  );
}

const partsShown = [
  'surname',
  'givenName',
  'patronymic',
  'birth',
  'birthPlace',
  'draftPlace',
  'unit',
  'kin',
] as const satisfies (keyof Answer['asked'])[];

/** How a line was taken apart, so that a mistake is seen before the results are believed. */
async function Understood({ asked, question }: ResultsProps) {
  const t = await getTranslations('archive');
  if (!question.text) return null;
  const parts = partsShown
    .filter((field) => asked[field])
    .map((field) => `${t(`field.${field === 'birth' ? 'birthYear' : field}`)}: ${asked[field]}`);
  if (parts.length === 0) return null;
  return <p className="minor text-muted [overflow-wrap:anywhere]">{t('understood', { parts: parts.join('; ') })}</p>;
}

const filters: readonly QuestionField[] = ['source', 'fate', 'lossFrom', 'lossTo'];

async function NothingFound({ question, isLogged, asked }: ResultsProps) {
  const t = await getTranslations('archive');
  const fields = (Object.entries(question) as [QuestionField, string][]).filter(
    ([name, value]) => value && !filters.includes(name),
  );
  const words = fields.map(([name, value]) => (name === 'text' ? value : `${t(`field.${name}`)}: ${value}`));
  const hasFilter = filters.some((name) => question[name]);
  return (
    <EmptyState title={t('empty.title')}>
      <p className="text-ink [overflow-wrap:anywhere]">{t('empty.asked', { asked: words.join('; ') })}</p>
      <p className="mt-2">{t('empty.try')}</p>
      <ul className="ml-5 list-disc">
        {hasFilter && <li>{t('empty.filters')}</li>}
        <li>{t('empty.fewer')}</li>
        {asked.birth && <li>{t('empty.noYear')}</li>}
        <li>{t('empty.otherWays')}</li>
        <li>{t('empty.elsewhere')}</li>
      </ul>
      <p className="mt-2">{t(isLogged ? 'empty.logged' : 'notLogged')}</p>
    </EmptyState>
  );
}
