import { getTranslations } from 'next-intl/server';
import { recordReplyAction } from '@/app/actions/requests';
import { CaseItem, PartHeading, Quoted } from '@/components/desk/case-item';
import { days } from '@/components/desk/days';
import { replyFields } from '@/components/desk/reply-fields';
import { RequestState, requestMeta } from '@/components/desk/request-words';
import { ButtonLink } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { Tag } from '@/components/ui/tag';
import { type CaseRequest, requestsOfCase } from '@/domain/correspondence/request-queries';
import { DeskPapers } from '../../desk-papers';
import { Act } from './act';
import { PartnerLinks } from './partner-links';
import type { View } from './view';

/** What was asked of archives and partners about this man, what they answered, and whom the case is shown to. */
export async function Requests({ view }: { view: View }) {
  const t = await getTranslations('case.asked');
  const requests = await requestsOfCase(view.actor, { caseId: view.caseId });
  const { status } = view.page.line;
  const mayWrite = view.may('request.write') && !['closed', 'withdrawn', 'joined'].includes(status);
  return (
    <>
      <PartHeading>{t('requests')}</PartHeading>
      {requests.length === 0 && <p className="text-muted">{t('noRequests')}</p>}
      <ul>
        {requests.map((request) => (
          <RequestItem key={request.requestId} view={view} request={request} />
        ))}
      </ul>
      {mayWrite && (
        <p className="my-2 print:hidden">
          <ButtonLink href={`/${view.locale}/desk/requests/new?cases=${view.caseId}`} look="secondary">
            {t('newRequest')}
          </ButtonLink>
        </p>
      )}
      <PartnerLinks view={view} />
    </>
  );
}

async function RequestItem({ view, request }: { view: View; request: CaseRequest }) {
  const t = await getTranslations('case.asked');
  const more = await getTranslations('requests');
  const outcome = await getTranslations('outcome');
  const source = view.sources.find(({ key }) => key === request.sourceKey)?.name[view.locale];
  const answered = request.replies.filter(({ answeredAt }) => answeredAt !== null);
  const own = request.replies.find(({ caseId }) => caseId === view.caseId);
  const [first] = request.replies;
  return (
    <CaseItem
      title={<a href={`/${view.locale}/desk/requests/${request.requestId}`}>{request.partner[view.locale]}</a>}
      state={
        answered[0]?.outcome ? (
          <Tag tone={answered[0].outcome === 'found' ? 'good' : 'closed'}>{outcome(answered[0].outcome)}</Tag>
        ) : (
          <RequestState request={request} />
        )
      }
      meta={[
        await requestMeta(request),
        source,
        request.men.length > 1 && more('together', { n: request.men.length - 1 }),
      ]
        .filter(Boolean)
        .join(' · ')}
    >
      <Disclosure summary={t('requestText')}>
        <p className="measure whitespace-pre-line">{request.text}</p>
      </Disclosure>
      {answered.map((reply) => (
        <Reply key={reply.caseId} reply={reply} />
      ))}
      {first && request.state !== 'draft' && (
        <DeskPapers
          locale={view.locale}
          caseId={own?.caseId ?? first.caseId}
          owner={{ requestId: request.requestId }}
          kind="reply"
          mayWrite={view.may('desk-paper.write')}
        />
      )}
      {request.state === 'sent' && own && own.answeredAt === null && view.may('request.write') && (
        <Act
          view={view}
          action={recordReplyAction}
          hidden={{ caseId: view.caseId, requestId: request.requestId }}
          summary={t('recordReply')}
          submit={t('recordReplySubmit')}
          fields={await replyFields()}
        />
      )}
    </CaseItem>
  );
}

async function Reply({ reply }: { reply: CaseRequest['replies'][number] }) {
  const t = await getTranslations('requests');
  const { day } = await days();
  return (
    <Quoted>
      {reply.answer}
      {reply.changed && <span className="mt-1 block">{t('changed', { text: reply.changed })}</span>}
      <span className="minor block text-muted">
        {t('answered', { day: day(reply.answeredAt ?? 0), by: reply.recordedBy ?? '' })}
      </span>
    </Quoted>
  );
}
