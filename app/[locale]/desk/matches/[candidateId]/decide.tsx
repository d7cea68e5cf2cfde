import { getTranslations } from 'next-intl/server';
import { decideCandidateAction } from '@/app/actions/matching';
import { candidateWords } from '@/components/desk/candidate-words';
import { ActionForm } from '@/components/form/action-form';
import { formTexts } from '@/components/form/texts';
import type { FieldSpec } from '@/components/form/types';
import { ButtonLink } from '@/components/ui/button';
import { Section } from '@/components/ui/headings';
import { Notice } from '@/components/ui/notice';
import type { CandidatePage } from '@/domain/matching/candidate-page';
import { type Decision, decisions } from '@/domain/matching/deciding';
import type { Locale } from '@/messages/routing';

type DecideProps = {
  locale: Locale;
  page: CandidatePage;
  mayDecide: boolean;
  /** the answer chosen in the address: its form stands open, also when it comes back refused to a browser without script */
  chosen: string;
};

const words = {
  confirmed: { choose: 'confirm', submit: 'confirmSubmit' },
  rejected: { choose: 'reject', submit: 'rejectSubmit' },
  unsure: { choose: 'unsure', submit: 'unsureSubmit' },
} as const;

/** The three answers a person can give, each with what belongs to it. A decided pair can be decided anew. */
export async function Decide(props: DecideProps) {
  const { page, mayDecide } = props;
  const t = await getTranslations('candidate.page');
  const { state } = await candidateWords();
  const isDecided = page.state !== 'proposed';
  const open = decisions.filter((decision) => decision !== page.state);
  const chosen = open.find((decision) => decision === props.chosen);
  return (
    <Section title={t(isDecided ? 'decideAnew' : 'decide')} id="decide">
      {isDecided && <p className="mb-3 font-semibold">{t('standing', { state: state(page.state) })}</p>}
      {!mayDecide && <Notice>{t('notYours')}</Notice>}
      {mayDecide && (
        <nav aria-label={t('decide')} className="flex flex-wrap gap-3 print:hidden">
          {open.map((decision) => (
            <ButtonLink
              key={decision}
              href={`?case=${page.left.caseId}&decide=${decision}#decide`}
              look={decision === chosen ? 'primary' : 'secondary'}
            >
              {t(words[decision].choose)}
            </ButtonLink>
          ))}
        </nav>
      )}
      {mayDecide && chosen && (
        <div className="mt-4 max-w-[56rem] print:hidden">
          <p className="mb-3 text-muted">{t(hintOf(chosen, page))}</p>
          <ActionForm
            key={chosen}
            action={decideCandidateAction}
            texts={await formTexts()}
            token={crypto.randomUUID()}
            submit={t(words[chosen].submit)}
            fields={[...hidden(page, chosen), ...(await fieldsOf(chosen, props))]}
          />
        </div>
      )}
    </Section>
  );
}

const hintOf = (decision: Decision, { found }: CandidatePage) =>
  decision === 'rejected'
    ? ('rejectHint' as const)
    : decision === 'unsure'
      ? ('unsureHint' as const)
      : found
        ? ('confirmRecord' as const)
        : ('confirmCase' as const);

const hidden = (page: CandidatePage, decision: string): FieldSpec[] =>
  Object.entries({ caseId: page.left.caseId, candidateId: page.candidateId, seen: page.stamp, decision }).map(
    ([name, value]) => ({ name, value, kind: 'hidden', label: name }),
  );

async function fieldsOf(decision: Decision, { locale, page }: DecideProps): Promise<FieldSpec[]> {
  const t = await getTranslations('candidate.page');
  const isConfirming = decision === 'confirmed';
  const reason: FieldSpec = {
    name: 'reason',
    kind: 'textarea',
    label: t(isConfirming ? 'comment' : 'reason'),
    hint: t('reasonHint'),
    required: !isConfirming,
    rows: 2,
    maxLength: 4000,
  };
  return isConfirming && page.record ? [...(await evidenceFields(locale, page)), reason] : [reason];
}

/** What the record is cited as, and what it states, as where a record is attached by hand. */
async function evidenceFields(locale: Locale, { record }: CandidatePage): Promise<FieldSpec[]> {
  const t = await getTranslations('archive.attach');
  const identifier = record?.sourceRecordId ?? '';
  const otherwise = [record?.source?.[locale] ?? record?.sourceKey, identifier && t('numbered', { identifier })];
  return [
    {
      name: 'citation',
      kind: 'textarea',
      rows: 2,
      label: t('citation'),
      hint: t(record?.citation ? 'citationHint' : 'citationMissing'),
      value: record?.citation || otherwise.filter(Boolean).join(', '),
      required: true,
      maxLength: 1000,
    },
    { name: 'states', kind: 'textarea', rows: 3, label: t('states'), hint: t('statesHint'), maxLength: 4000 },
  ];
}
