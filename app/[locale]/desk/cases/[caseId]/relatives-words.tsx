import { getTranslations } from 'next-intl/server';
import { Disclosure } from '@/components/ui/disclosure';
import { type Column, Table } from '@/components/ui/table';
import { type FieldName, soldierFields, unknownAnswer } from '@/domain/applications/fields';
import type { View } from './view';

type Row = { name: FieldName; label: string };

/** What else the relatives wrote, word for word: what no other source can be held against, and what they do not know. */
export async function RelativesWords({ view }: { view: View }) {
  const t = await getTranslations('case.known');
  const field = await getTranslations('field');
  const applications = view.page.applications.filter(({ erasedAt }) => erasedAt === null);
  const isElsewhere = (name: string) =>
    applications.every(({ id, answers }) => !answers[name] || amongFacts(view, id).has(answers[name].trim()));
  const rows = soldierFields
    .filter(({ name }) => !isElsewhere(name) && applications.some(({ answers }) => answers[name]))
    .map(({ name }): Row => ({ name: name as FieldName, label: field(`${name as FieldName}.label`) }));
  if (rows.length === 0) return null;
  const columns: Column<Row>[] = [
    {
      key: 'field',
      label: t('field'),
      heading: true,
      cell: ({ label }) => <span className="font-normal text-muted">{label}</span>,
    },
    ...applications.map(({ id, applicantName, reference, answers }) => ({
      key: id,
      label: `${applicantName}, ${reference}`,
      cell: ({ name }: Row) => <Answer answer={answers[name]} option={`${name}.options.${answers[name]}`} />,
    })),
  ];
  return (
    <Disclosure summary={t('alsoWritten', { n: rows.length })}>
      <Table
        caption={t('caption', { n: applications.length })}
        captionHidden
        phone="cards"
        columns={columns}
        rows={rows}
        rowKey={(row) => row.name}
      />
    </Disclosure>
  );
}

/** What one application says among the facts already; of next of kin several answers stand together. */
const amongFacts = ({ facts: { facts } }: View, applicationId: string): Set<string> =>
  new Set(
    facts
      .flatMap(({ groups }) => groups.flatMap(({ values }) => values))
      .filter(({ originId }) => originId === applicationId)
      .flatMap(({ value, field }) => (field === 'kin' ? value.split('; ') : [value])),
  );

/** @param option the message of a chosen option, where the question has options */
async function Answer({ answer, option }: { answer: string | undefined; option: string }) {
  const t = await getTranslations('case.known');
  const field = await getTranslations('field');
  if (!answer) return <span className="text-muted">–</span>;
  if (answer === unknownAnswer) return <span className="text-muted italic">{t('unknown')}</span>;
  const said = /^[a-z-]+$/.test(answer) && field.has(option) ? field(option) : answer;
  return <span className="whitespace-pre-line">{said}</span>;
}
