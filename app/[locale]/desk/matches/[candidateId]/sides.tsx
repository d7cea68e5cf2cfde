import { getTranslations } from 'next-intl/server';
import type { ComparedLine } from '@/components/desk/candidate-compared';
import { DefinitionList } from '@/components/ui/definition-list';
import { Section } from '@/components/ui/headings';
import { soldierFields, unknownAnswer } from '@/domain/applications/fields';
import type { CandidatePage, CaseSide } from '@/domain/matching/candidate-page';
import { dateText, readDate } from '@/domain/partial-date';
import type { Locale } from '@/messages/routing';

/** Fields both men can have, in the order in which they are read. */
const shared = [
  ...(['surname', 'givenName', 'patronymic', 'otherSpellings', 'birth', 'birthPlace', 'residence'] as const),
  ...(['draftPlace', 'unit', 'rank', 'kin'] as const),
];
/** What only a record says of him. */
const ofRecord = ['fate', 'lossDate', 'lossPlace', 'primaryBurial', 'currentBurial', 'captivity', 'notes'] as const;

/** A line a field: those either man has something in, with the verdict where there is one; other verdicts after them. */
export function comparedLines({ left, right, found, verdicts }: CandidatePage, locale: Locale): ComparedLine[] {
  const record: Partial<Record<string, string>> = found?.record ?? {};
  const there = (field: (typeof shared)[number]) => (right ? right.person[field] : (record[field] ?? ''));
  const verdictOf = (field: string) => verdicts.find((one) => one.field === field);
  const lines: ComparedLine[] = shared
    .filter((field) => left.person[field] || there(field) || verdictOf(field))
    .map((field) => ({
      field,
      left: field === 'birth' ? dateRead(left.person.birth, locale) : lined(left.person[field]),
      right: field === 'birth' ? dateRead(there('birth'), locale) : lined(there(field)),
      verdict: verdictOf(field),
    }));
  for (const field of ofRecord)
    if (record[field]) lines.push({ field, left: dash, right: lined(record[field]), verdict: verdictOf(field) });
  const named = new Set(lines.map(({ field }) => field));
  const rest = verdicts.filter(({ field }) => !named.has(field));
  return [
    ...lines,
    ...rest.map((verdict) => ({
      field: verdict.field,
      left: lined(verdict.left) || dash,
      right: lined(verdict.right) || dash,
      verdict,
    })),
  ];
}

const dash = <span aria-hidden="true">–</span>;

const lined = (text: string | undefined) => text && <span className="whitespace-pre-line">{text}</span>;

/** A date as written, and below it what was read from it. */
function dateRead(written: string, locale: Locale) {
  const read = written && dateText(readDate(written), locale);
  return (
    written && (
      <>
        {written}
        {read && read !== written && !/^\d{4}$/.test(written) && <span className="minor block text-muted">{read}</span>}
      </>
    )
  );
}

/** What the relatives wrote of him, word for word, each application by itself. */
export async function Told({ side, title }: { side: CaseSide; title: (reference: string) => string }) {
  const t = await getTranslations('candidate.page');
  const field = await getTranslations('field');
  return side.told.map(({ reference, answers }) => (
    <Section key={reference} title={title(reference)}>
      <DefinitionList
        items={soldierFields
          .filter(({ name }) => answers[name])
          .map(({ name }) => ({
            term: field(`${name}.label` as never),
            value: answers[name] === unknownAnswer ? <em>{t('unknown')}</em> : answerIn(name, answers[name] ?? ''),
          }))}
      />
    </Section>
  ));

  function answerIn(name: string, answer: string): string {
    const option = `${name}.options.${answer}`;
    return /^[a-z-]+$/.test(answer) && field.has(option as never) ? field(option as never) : answer;
  }
}
