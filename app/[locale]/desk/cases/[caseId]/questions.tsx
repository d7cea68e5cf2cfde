import { getTranslations } from 'next-intl/server';
import { askQuestionAction, closeQuestionAction, recordAnswerAction } from '@/app/actions/desk';
import { CaseItem, PartHeading, Quoted } from '@/components/desk/case-item';
import { days } from '@/components/desk/days';
import { Tag } from '@/components/ui/tag';
import type { CasePage } from '@/domain/cases/page';
import { Act, Acts } from './act';
import type { View } from './view';

type Question = CasePage['questions'][number];

export async function Questions({ view }: { view: View }) {
  const t = await getTranslations('case.asked');
  const { questions } = view.page;
  return (
    <>
      <PartHeading>{t('questions')}</PartHeading>
      {questions.length === 0 && <p className="text-muted">{t('noQuestions')}</p>}
      <ul>
        {questions.map((question) => (
          <QuestionItem key={question.id} view={view} question={question} />
        ))}
      </ul>
      <Ask view={view} />
    </>
  );
}

async function QuestionItem({ view, question }: { view: View; question: Question }) {
  const t = await getTranslations('case.asked');
  const { day } = await days();
  const isOpen = question.answeredAt === null && question.closedAt === null;
  const hidden = { caseId: question.caseId, questionId: question.id };
  return (
    <CaseItem
      title={question.text}
      state={
        isOpen ? (
          <Tag tone="wait">{t('waiting')}</Tag>
        ) : question.closedAt ? (
          <Tag tone="closed">{t('closed')}</Tag>
        ) : null
      }
      meta={t('questionMeta', { applicant: question.applicant, day: day(question.askedAt), by: question.by ?? '' })}
    >
      {question.answer !== null && question.answeredAt !== null && (
        <Quoted>
          {question.answer}
          <span className="minor block text-muted">
            {question.recordedBy
              ? t('answeredToStaff', { day: day(question.answeredAt), by: question.recordedBy })
              : t('answered', { day: day(question.answeredAt) })}
          </span>
        </Quoted>
      )}
      {isOpen && view.may('question.ask', question.caseId) && (
        <Acts>
          <Act
            view={view}
            action={recordAnswerAction}
            hidden={hidden}
            summary={t('recordAnswer')}
            submit={t('recordAnswerSubmit')}
            fields={[
              { name: 'answer', kind: 'textarea', label: t('answer'), required: true, rows: 3, maxLength: 4000 },
            ]}
          />
          <Act
            view={view}
            action={closeQuestionAction}
            hidden={hidden}
            summary={t('closeQuestion')}
            submit={t('closeQuestionSubmit')}
          >
            <p className="text-muted">{t('closeQuestionHint')}</p>
          </Act>
        </Acts>
      )}
    </CaseItem>
  );
}

async function Ask({ view }: { view: View }) {
  const t = await getTranslations('case.asked');
  const kinship = await getTranslations('kinship');
  const asked = view.page.applications.filter(({ withdrawnAt }) => withdrawnAt === null);
  if (!view.isOpen || asked.length === 0 || !view.may('question.ask')) return null;
  const mayWait = view.page.moves.some(({ to }) => to === 'needs-information');
  return (
    <Act
      view={view}
      action={askQuestionAction}
      summary={t('ask')}
      submit={t('askSubmit')}
      fields={[
        {
          name: 'addresseeId',
          kind: 'select',
          label: t('addressee'),
          required: true,
          value: asked.length === 1 ? (asked[0]?.id ?? '') : '',
          options: asked.map(({ id, applicantName, kinship: kin, reference }) => ({
            value: id,
            label: `${applicantName}, ${kinship(kin)}, ${reference}`,
          })),
        },
        {
          name: 'text',
          kind: 'textarea',
          label: t('questionText'),
          hint: t('questionHint'),
          required: true,
          rows: 3,
          maxLength: 2000,
        },
        ...(mayWait ? [{ name: 'moveCase', kind: 'checkbox' as const, label: t('moveCase') }] : []),
      ]}
    />
  );
}
