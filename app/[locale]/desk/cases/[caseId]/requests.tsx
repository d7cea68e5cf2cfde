import { getTranslations } from 'next-intl/server';
import { recordReplyAction, sendRequestAction } from '@/app/actions/desk';
import { CaseItem, PartHeading, Quoted } from '@/components/desk/case-item';
import { days } from '@/components/desk/days';
import { Disclosure } from '@/components/ui/disclosure';
import { Tag } from '@/components/ui/tag';
import { searchOutcomes } from '@/domain/archive/searches';
import type { CasePage } from '@/domain/cases/page';
import { addDays } from '@/domain/working-days';
import { Act } from './act';
import type { View } from './view';

type Request = CasePage['requests'][number];

export async function Requests({ view }: { view: View }) {
  const t = await getTranslations('case.asked');
  const { requests, line } = view.page;
  const mayWrite = view.may('request.write') && !['closed', 'withdrawn', 'joined'].includes(line.status);
  return (
    <>
      <PartHeading>{t('requests')}</PartHeading>
      {requests.length === 0 && <p className="text-muted">{t('noRequests')}</p>}
      <ul>
        {requests.map((request) => (
          <RequestItem key={request.id} view={view} request={request} />
        ))}
      </ul>
      {mayWrite && <NewRequest view={view} />}
    </>
  );
}

async function RequestItem({ view, request }: { view: View; request: Request }) {
  const t = await getTranslations('case.asked');
  const outcome = await getTranslations('outcome');
  const channel = await getTranslations('channel');
  const { day, ofDay } = await days();
  const isLate = request.answeredAt === null && request.expectedOn < view.today;
  const source = view.sources.find(({ key }) => key === request.sourceKey);
  return (
    <CaseItem
      title={request.partner[view.locale]}
      state={
        request.outcome ? (
          <Tag tone={request.outcome === 'found' ? 'good' : 'closed'}>{outcome(request.outcome)}</Tag>
        ) : (
          <Tag tone={isLate ? 'attention' : 'wait'}>
            {t(isLate ? 'late' : 'expected', { day: ofDay(request.expectedOn) })}
          </Tag>
        )
      }
      meta={[
        request.number && t('requestNumber', { number: request.number }),
        t('sent', { day: day(request.sentAt ?? request.writtenAt), by: request.by ?? '' }),
        channel(request.channel),
        source?.name[view.locale],
      ]
        .filter(Boolean)
        .join(' · ')}
    >
      <Disclosure summary={t('requestText')}>
        <p className="measure whitespace-pre-line">{request.text}</p>
      </Disclosure>
      {request.answeredAt !== null && (
        <Quoted>
          {request.answer}
          <span className="minor block text-muted">{t('replied', { day: day(request.answeredAt) })}</span>
        </Quoted>
      )}
      {request.answeredAt === null && view.may('request.write') && (
        <Act
          view={view}
          action={recordReplyAction}
          hidden={{ caseId: view.caseId, requestId: request.id }}
          summary={t('recordReply')}
          submit={t('recordReplySubmit')}
          fields={[
            {
              name: 'outcome',
              kind: 'select',
              label: t('replyOutcome'),
              required: true,
              options: searchOutcomes.map((value) => ({ value, label: outcome(value) })),
            },
            { name: 'answer', kind: 'textarea', label: t('reply'), required: true, rows: 4, maxLength: 4000 },
          ]}
        />
      )}
    </CaseItem>
  );
}

/** Days that a body is usually given for its answer. */
const usualWait = 30;

async function NewRequest({ view }: { view: View }) {
  const t = await getTranslations('case.asked');
  const channel = await getTranslations('channel');
  return (
    <Act
      view={view}
      action={sendRequestAction}
      summary={t('newRequest')}
      submit={t('newRequestSubmit')}
      fields={[
        {
          name: 'partnerId',
          kind: 'select',
          label: t('partner'),
          required: true,
          options: view.partners.map(({ id, name }) => ({ value: id, label: name[view.locale] })),
        },
        {
          name: 'sourceKey',
          kind: 'select',
          label: t('requestSource'),
          required: true,
          options: view.sources.map(({ key, name }) => ({ value: key, label: name[view.locale] })),
        },
        { name: 'number', kind: 'text', label: t('number'), maxLength: 40 },
        {
          name: 'channel',
          kind: 'select',
          label: t('channel'),
          required: true,
          options: (['post', 'email', 'in-person'] as const).map((value) => ({ value, label: channel(value) })),
        },
        {
          name: 'expectedOn',
          kind: 'text',
          label: t('expectedOn'),
          hint: t('dayHint'),
          value: addDays(view.today, usualWait),
          required: true,
        },
        { name: 'text', kind: 'textarea', label: t('text'), required: true, rows: 6, maxLength: 4000 },
      ]}
    >
      <p className="mb-3 text-muted">{t('newRequestHint')}</p>
    </Act>
  );
}
