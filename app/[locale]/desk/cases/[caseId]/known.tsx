import { getTranslations } from 'next-intl/server';
import { correctCaseAction } from '@/app/actions/desk';
import { PartHeading } from '@/components/desk/case-item';
import { soldierFieldSpecs } from '@/components/desk/soldier-fields';
import { Section } from '@/components/ui/headings';
import { type Column, Table } from '@/components/ui/table';
import { type FactField, factFields } from '@/domain/cases/fact-fields';
import type { Fact } from '@/domain/cases/fact-groups';
import { Act, seen } from './act';
import { FactChoice } from './fact-choice';
import { FactSources } from './fact-sources';
import { type FactWords, factWords } from './fact-words';
import { OpenFacts } from './open-facts';
import { RelativesWords } from './relatives-words';
import type { View } from './view';

/** Facts that tell of his people rather than of him. */
const ofFamily: readonly FactField[] = ['kin'];

/** What is known of him: each fact with everybody who states it, what the case goes by, and who were his people at the time. */
export async function Known({ view }: { view: View }) {
  const t = await getTranslations('case.known');
  const origin = await getTranslations('origin');
  const words = await factWords(view.locale);
  const { facts } = view.facts;
  const known = facts.filter(({ groups, goesBy, choice }) => groups.length > 0 || goesBy !== '' || choice !== null);
  const unknown = factFields.filter((field) => !known.some((fact) => fact.field === field));
  const own = known.filter(({ field }) => !ofFamily.includes(field));
  const family = known.filter(({ field }) => ofFamily.includes(field));
  return (
    <Section title={t('title')} id="known" aside={t('origin', { origin: origin(view.page.origin) })}>
      <OpenFacts view={view} />
      <Facts view={view} facts={own} words={words} caption={t('facts')} />
      {view.page.otherSpellings && (
        <p className="mt-3 max-w-[60rem]">
          <span className="text-muted">{t('otherSpellings')}:</span>{' '}
          <span className="whitespace-pre-line">{view.page.otherSpellings}</span>
        </p>
      )}
      {family.length > 0 && (
        <>
          <PartHeading>{t('family')}</PartHeading>
          <Facts view={view} facts={family} words={words} caption={t('family')} />
        </>
      )}
      {unknown.length > 0 && (
        <p className="minor mt-3 max-w-[60rem] text-muted">
          {t('nothingOf', { list: unknown.map((field) => words.field(field).toLowerCase()).join(', ') })}
        </p>
      )}
      <RelativesWords view={view} />
      {view.may('case.correct') && (
        <Act
          view={view}
          action={correctCaseAction}
          rewrites
          hidden={seen(view)}
          summary={t('correct')}
          submit={t('correctSubmit')}
          fields={
            await soldierFieldSpecs({
              ...view.page.line,
              otherSpellings: view.page.otherSpellings,
              draftPlace: view.page.draftPlace,
            })
          }
        >
          <p className="mb-3 text-muted">{t('correctHint')}</p>
        </Act>
      )}
    </Section>
  );
}

type FactsProps = { view: View; facts: readonly Fact[]; words: FactWords; caption: string };

async function Facts({ view, facts, words, caption }: FactsProps) {
  const t = await getTranslations('case.known');
  const columns: Column<Fact>[] = [
    {
      key: 'field',
      label: t('field'),
      heading: true,
      cell: ({ field }) => (
        <span id={`fact-${field}`} className="block font-normal text-muted lg:w-40">
          {words.field(field)}
        </span>
      ),
    },
    {
      key: 'goesBy',
      label: t('inCase'),
      cell: (fact) => <GoesBy fact={fact} words={words} undecided={t('undecided')} />,
    },
    {
      key: 'sources',
      label: t('sources'),
      cell: (fact) => (
        <>
          <FactSources view={view} fact={fact} words={words} />
          <FactChoice view={view} fact={fact} words={words} />
        </>
      ),
    },
  ];
  return (
    <Table caption={caption} captionHidden phone="cards" columns={columns} rows={facts} rowKey={({ field }) => field} />
  );
}

/** The same in both tables, so that their columns stand under each other. */
const width = 'block sm:max-lg:max-w-48 lg:w-72';

function GoesBy({ fact, words, undecided }: { fact: Fact; words: FactWords; undecided: string }) {
  if (fact.goesBy === '') return <span className="text-muted">{fact.disagrees ? undecided : '–'}</span>;
  const from = fact.groups.flatMap(({ values }) => values).find(({ value }) => value === fact.goesBy);
  const value = { field: fact.field, value: fact.goesBy, origin: from?.origin ?? ('staff' as const) };
  const meant = words.meant(value);
  return (
    <span className={`whitespace-pre-line [overflow-wrap:anywhere] ${width}`}>
      {words.written(value)}
      {meant && <span className="minor block text-muted">{meant}</span>}
    </span>
  );
}
