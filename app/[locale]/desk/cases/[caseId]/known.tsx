import { getTranslations } from 'next-intl/server';
import { correctCaseAction } from '@/app/actions/desk';
import { soldierFacts, soldierFieldSpecs } from '@/components/desk/soldier-fields';
import { DefinitionList } from '@/components/ui/definition-list';
import { Section } from '@/components/ui/headings';
import { type Column, Table } from '@/components/ui/table';
import { type FieldName, soldierFields, unknownAnswer } from '@/domain/applications/fields';
import { dateText, readDate } from '@/domain/partial-date';
import { Act, seen } from './act';
import type { View } from './view';

/** What is known of him: what the case says, then what each relative wrote, beside each other. */
export async function Known({ view }: { view: View }) {
  const t = await getTranslations('case.known');
  const field = await getTranslations('field');
  const origin = await getTranslations('origin');
  const { page } = view;
  const facts = { ...page.line, otherSpellings: page.otherSpellings, draftPlace: page.draftPlace };
  const read = facts.birth && dateText(readDate(facts.birth), view.locale);
  return (
    <Section title={t('title')} id="known">
      <DefinitionList
        items={[
          ...soldierFacts.map((name) => ({
            term: field(`${name}.label`),
            value: name === 'birth' && read && read !== facts.birth ? `${facts.birth} (${read})` : facts[name],
          })),
          { term: t('origin'), value: origin(page.origin) },
        ]}
      />
      {view.may('case.correct') && (
        <Act
          view={view}
          action={correctCaseAction}
          hidden={seen(view)}
          summary={t('correct')}
          submit={t('correctSubmit')}
          fields={await soldierFieldSpecs(facts)}
        >
          <p className="mb-3 text-muted">{t('correctHint')}</p>
        </Act>
      )}
      <AsWritten view={view} />
    </Section>
  );
}

type Row = { name: FieldName; label: string };

/** Every question a relative answered, one column a relative, word for word. */
async function AsWritten({ view }: { view: View }) {
  const t = await getTranslations('case.known');
  const field = await getTranslations('field');
  const { applications } = view.page;
  const rows: Row[] = soldierFields
    .filter(({ name }) => applications.some(({ answers }) => answers[name]))
    .map(({ name }) => ({ name: name as FieldName, label: field(`${name}.label`) }));
  if (rows.length === 0) return null;
  const columns: Column<Row>[] = [
    { key: 'field', label: t('field'), heading: true, cell: (row) => <span className="text-muted">{row.label}</span> },
    ...applications.map((application) => ({
      key: application.id,
      label: `${application.applicantName}, ${application.reference}`,
      cell: ({ name }: Row) => (
        <Answer answer={application.answers[name]} chosen={`${name}.options.${application.answers[name]}`} />
      ),
    })),
  ];
  return (
    <div className="mt-4">
      <Table
        caption={t('asWritten', { n: applications.length })}
        phone="cards"
        columns={columns}
        rows={rows}
        rowKey={(row) => row.name}
      />
    </div>
  );
}

/** @param chosen the message of a chosen option, where the question has options */
async function Answer({ answer, chosen }: { answer: string | undefined; chosen: string }) {
  const t = await getTranslations('case.known');
  const field = await getTranslations('field');
  if (!answer) return <span className="text-muted">–</span>;
  if (answer === unknownAnswer) return <span className="text-muted italic">{t('unknown')}</span>;
  return (
    <span className="whitespace-pre-line">
      {/^[a-z-]+$/.test(answer) && field.has(chosen) ? field(chosen) : answer}
    </span>
  );
}
