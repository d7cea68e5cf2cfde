import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { markMessageSeenAction, writeMessageAction } from '@/app/actions/applicants';
import { CaseItem, PartHeading } from '@/components/desk/case-item';
import { days } from '@/components/desk/days';
import { Tag } from '@/components/ui/tag';
import type { CasePage } from '@/domain/cases/page';
import { isOwed, owedOf, threadOf } from '@/domain/correspondence/thread';
import { Act, Acts } from './act';
import { Ask, QuestionItem } from './questions';
import type { View } from './view';

type Application = CasePage['applications'][number];
type Message = CasePage['messages'][number];
type About = { applicationId: string } & ({ questionId: string } | { messageId: string });

/** What was said with each applicant by themselves: awaited answers first, then the newest. */
export async function Threads({ view, papersAt }: { view: View; papersAt?: (about: About) => ReactNode }) {
  const t = await getTranslations('case.asked');
  const { applications } = view.page;
  return (
    <>
      {applications.length === 0 && (
        <>
          <PartHeading>{t('thread')}</PartHeading>
          <p className="text-muted">{t('nobody')}</p>
        </>
      )}
      {applications.map((application) => (
        <Thread key={application.id} view={view} application={application} {...(papersAt ? { papersAt } : {})} />
      ))}
    </>
  );
}

async function Thread({
  view,
  application,
  papersAt,
}: {
  view: View;
  application: Application;
  papersAt?: (about: About) => ReactNode;
}) {
  const t = await getTranslations('case.asked');
  const kinship = await getTranslations('kinship');
  const questions = view.page.questions.filter(({ applicationId }) => applicationId === application.id);
  const messages = view.page.messages.filter(({ applicationId }) => applicationId === application.id);
  const owed = owedOf(questions);
  const unseen = messages.filter((message) => !message.isOurs && message.seenAt === null).length;
  const said = threadOf(
    questions.filter((question) => !isOwed(question)),
    messages,
  );
  const about = { applicationId: application.id };
  return (
    <div className="mb-6">
      <PartHeading
        aside={[
          application.kinship && kinship(application.kinship),
          application.reference,
          owed.length > 0 && t('owed', { n: owed.length }),
          unseen > 0 && t('unseen', { n: unseen }),
        ]
          .filter(Boolean)
          .join(' · ')}
      >
        {t('threadWith', { name: application.applicantName || application.reference })}
      </PartHeading>
      {owed.length + said.length === 0 && <p className="text-muted">{t('nothingSaid')}</p>}
      <ul>
        {owed.map((question) => (
          <QuestionItem key={question.id} view={view} question={question} />
        ))}
        {said.map((item) =>
          item.kind === 'question' ? (
            <QuestionItem
              key={item.question.id}
              view={view}
              question={item.question}
              papers={papersAt?.({ ...about, questionId: item.question.id })}
            />
          ) : (
            <MessageItem
              key={item.message.id}
              view={view}
              message={item.message}
              papers={papersAt?.({ ...about, messageId: item.message.id })}
            />
          ),
        )}
      </ul>
      {application.withdrawnAt === null && (
        <Acts>
          <Ask view={view} application={application} />
          <Write view={view} application={application} />
        </Acts>
      )}
    </div>
  );
}

async function MessageItem({ view, message, papers }: { view: View; message: Message; papers: ReactNode }) {
  const t = await getTranslations('case.asked');
  const { day } = await days();
  const isNew = !message.isOurs && message.seenAt === null;
  return (
    <CaseItem
      title={<span className="font-normal [overflow-wrap:anywhere]">{message.text}</span>}
      state={isNew ? <Tag tone="attention">{t('newMessage')}</Tag> : null}
      meta={[
        message.isOurs
          ? t('wroteStaff', { day: day(message.writtenAt), by: message.by ?? '' })
          : t('wroteApplicant', { day: day(message.writtenAt) }),
        message.seenAt !== null && t('seen', { day: day(message.seenAt), by: message.seenBy ?? '' }),
      ]
        .filter(Boolean)
        .join(' · ')}
    >
      {papers}
      {isNew && view.may('message.read') && (
        <Act
          view={view}
          action={markMessageSeenAction}
          hidden={{ caseId: view.caseId, messageId: message.id }}
          submit={t('markSeen')}
        />
      )}
    </CaseItem>
  );
}

async function Write({ view, application }: { view: View; application: Application }) {
  if (view.page.joinedInto || !view.may('message.write')) return null;
  const t = await getTranslations('case.asked');
  return (
    <Act
      view={view}
      action={writeMessageAction}
      hidden={{ applicationId: application.id }}
      summary={t('write')}
      submit={t('writeSubmit')}
      fields={[
        {
          name: 'text',
          kind: 'textarea',
          label: t('messageText'),
          hint: t('messageHint'),
          required: true,
          rows: 3,
          maxLength: 4000,
        },
      ]}
    />
  );
}
