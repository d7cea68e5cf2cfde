import { getTranslations } from 'next-intl/server';
import { changeReplyAction, recordReplyAction } from '@/app/actions/requests';
import { CaseItem, Quoted } from '@/components/desk/case-item';
import { days } from '@/components/desk/days';
import { replyFields } from '@/components/desk/reply-fields';
import { Section } from '@/components/ui/headings';
import { Tag } from '@/components/ui/tag';
import { fullName } from '@/domain/names';
import { can } from '@/domain/permissions';
import { DeskAct } from '../../desk-act';
import { DeskPapers } from '../../desk-papers';
import type { RequestPart } from './page';

/** Every man of the request with what was answered about him; then the scans of the answer. */
export async function RequestMen({ locale, actor, request, mayWrite }: RequestPart) {
  const t = await getTranslations('requests');
  // A scan is added by whoever holds one of the cases.
  const first = request.men.find(({ assigneeId }) => assigneeId === actor.staffId) ?? request.men[0];
  return (
    <Section title={t('men', { n: request.men.length })} id="men">
      <ul>
        {request.men.map((man) => (
          <Man key={man.caseId} man={man} part={{ locale, actor, request, mayWrite }} />
        ))}
      </ul>
      {first && request.state !== 'draft' && (
        <>
          <h3 className="title-3 mt-5">{t('scans')}</h3>
          <DeskPapers
            locale={locale}
            caseId={first.caseId}
            owner={{ requestId: request.requestId }}
            kind="reply"
            mayWrite={can(actor, 'desk-paper.write', first.assigneeId === actor.staffId)}
          />
        </>
      )}
    </Section>
  );
}

async function Man({ man, part }: { man: RequestPart['request']['men'][number]; part: RequestPart }) {
  const { locale, actor, request } = part;
  const t = await getTranslations('requests');
  const outcome = await getTranslations('outcome');
  const queue = await getTranslations('queue');
  const { day } = await days();
  const reply = request.replies.find(({ caseId }) => caseId === man.caseId);
  const mayAnswer = can(actor, 'request.write', man.assigneeId === actor.staffId);
  const about = { caseId: man.caseId, requestId: request.requestId };
  const name = fullName(man) || queue('nameless');
  return (
    <CaseItem
      title={
        <a href={`/${locale}/desk/cases/${man.caseId}#asked`}>
          <span className="name-of-the-dead">{name}</span>
        </a>
      }
      state={
        man.outcome && <Tag tone={man.outcome === 'found' ? 'good' : 'closed'}>{outcome(man.outcome as 'found')}</Tag>
      }
      meta={t('caseNumber', { number: man.number })}
    >
      {reply?.answeredAt && (
        <Quoted>
          {reply.answer}
          {reply.changed && <span className="mt-1 block">{t('changed', { text: reply.changed })}</span>}
          <span className="minor block text-muted">
            {t('answered', { day: day(reply.answeredAt), by: reply.recordedBy ?? '' })}
          </span>
        </Quoted>
      )}
      {request.state === 'sent' && !reply?.answeredAt && mayAnswer && (
        <DeskAct
          action={recordReplyAction}
          summary={t('reply.title', { name })}
          submit={t('reply.submit')}
          hidden={about}
          fields={await replyFields()}
        />
      )}
      {reply?.answeredAt && mayAnswer && (
        <DeskAct
          action={changeReplyAction}
          summary={t('reply.change')}
          submit={t('reply.changeSubmit')}
          hidden={about}
          fields={[
            {
              name: 'answer',
              kind: 'textarea',
              label: t('field.answer'),
              required: true,
              rows: 4,
              maxLength: 4000,
              value: reply.answer,
            },
            {
              name: 'changed',
              kind: 'textarea',
              label: t('field.changed'),
              hint: t('field.changedHint'),
              rows: 2,
              maxLength: 4000,
              value: reply.changed,
            },
          ]}
        />
      )}
    </CaseItem>
  );
}
