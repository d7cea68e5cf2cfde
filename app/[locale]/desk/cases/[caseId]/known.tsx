import { getTranslations } from 'next-intl/server';
import { correctCaseAction } from '@/app/actions/desk';
import { soldierFacts, soldierFieldSpecs } from '@/components/desk/soldier-fields';
import { Section } from '@/components/ui/headings';
import { type Column, Table } from '@/components/ui/table';
import { type FieldName, soldierFields, unknownAnswer } from '@/domain/applications/fields';
import { dateText, readDate } from '@/domain/partial-date';
import { Act, seen } from './act';
import type { View } from './view';

/** What is known of him: what the case says, and beside it what each relative wrote, word for word. */
export async function Known({ view }: { view: View }) {
  const t = await getTranslations('case.known');
  const origin = await getTranslations('origin');
  const facts = factsOf(view);
  return (
    <Section title={t('title')} id="known" aside={t('origin', { origin: origin(view.page.origin) })}>
      <Facts view={view} />
      {view.may('case.correct') && (
        <Act
          view={view}
          action={correctCaseAction}
          rewrites
          hidden={seen(view)}
          summary={t('correct')}
          submit={t('correctSubmit')}
          fields={await soldierFieldSpecs(facts)}
        >
          <p className="mb-3 text-muted">{t('correctHint')}</p>
        </Act>
      )}
    </Section>
  );
}

const factsOf = ({ page }: View) => ({
  ...page.line,
  otherSpellings: page.otherSpellings,
  draftPlace: page.draftPlace,
});

type Row = { name: FieldName; label: string; known: string };

async function Facts({ view }: { view: View }) {
  const t = await getTranslations('case.known');
  const field = await getTranslations('field');
  const applications = view.page.applications.filter(({ erasedAt }) => erasedAt === null);
  const facts = factsOf(view);
  const isFact = (name: string): name is (typeof soldierFacts)[number] =>
    (soldierFacts as readonly string[]).includes(name);
  const rows: Row[] = soldierFields
    .filter(({ name }) => isFact(name) || applications.some(({ answers }) => answers[name]))
    .map(({ name }) => ({
      name: name as FieldName,
      label: field(`${name}.label`),
      known: name === 'birth' ? birthText(facts.birth, view) : isFact(name) ? facts[name] : '',
    }));
  const columns: Column<Row>[] = [
    {
      key: 'field',
      label: t('field'),
      heading: true,
      cell: (row) => <span className="font-normal text-muted">{row.label}</span>,
    },
    { key: 'known', label: t('inCase'), cell: (row) => row.known || <Nothing /> },
    ...applications.map(({ id, applicantName, reference, answers }) => ({
      key: id,
      label: `${applicantName}, ${reference}`,
      cell: ({ name }: Row) => <Answer answer={answers[name]} option={`${name}.options.${answers[name]}`} />,
    })),
  ];
  return (
    <Table
      caption={t('caption', { n: applications.length })}
      captionHidden
      phone="cards"
      columns={columns}
      rows={rows}
      rowKey={(row) => row.name}
    />
  );
}

/** The birth as written, and in words where the reader makes more of it. */
function birthText(birth: string, { locale }: View): string {
  const { edtf, raw } = readDate(birth);
  if (!edtf || /^\d{4}$/.test(birth)) return raw;
  const words = dateText(readDate(birth), locale);
  return words === birth ? birth : `${birth} (${words})`;
}

/** @param option the message of a chosen option, where the question has options */
async function Answer({ answer, option }: { answer: string | undefined; option: string }) {
  const t = await getTranslations('case.known');
  const field = await getTranslations('field');
  if (!answer) return <Nothing />;
  if (answer === unknownAnswer) return <span className="text-muted italic">{t('unknown')}</span>;
  const said = /^[a-z-]+$/.test(answer) && field.has(option) ? field(option) : answer;
  return <span className="whitespace-pre-line">{said}</span>;
}

const Nothing = () => <span className="text-muted">–</span>;
