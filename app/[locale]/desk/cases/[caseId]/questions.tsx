import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { askQuestionAction, closeQuestionAction, recordAnswerAction } from '@/app/actions/desk';
import { CaseItem, Quoted } from '@/components/desk/case-item';
import { days } from '@/components/desk/days';
import { Tag } from '@/components/ui/tag';
import type { CasePage } from '@/domain/cases/page';
import { Act, Acts } from './act';
import type { View } from './view';

type Question = CasePage['questions'][number];

/** A question to one applicant, its answer, and what can be done while it waits. */
export async function QuestionItem({ view, question, papers }: { view: View; question: Question; papers?: ReactNode }) {
  const t = await getTranslations('case.asked');
  const { day } = await days();
  const isOpen = question.answeredAt === null && question.closedAt === null;
  const hidden = { caseId: view.caseId, questionId: question.id };
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
      meta={t('askedOn', { day: day(question.askedAt), by: question.by ?? '' })}
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
      {papers}
      {isOpen && view.may('question.ask') && (
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

/** Asks this one applicant. */
export async function Ask({ view, application }: { view: View; application: CasePage['applications'][number] }) {
  if (!view.isOpen || !view.may('question.ask')) return null;
  const t = await getTranslations('case.asked');
  const mayWait = view.page.moves.some(({ to }) => to === 'needs-information');
  return (
    <Act
      view={view}
      action={askQuestionAction}
      hidden={{ caseId: view.caseId, addresseeId: application.id }}
      summary={t('ask')}
      submit={t('askSubmit')}
      fields={[
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
