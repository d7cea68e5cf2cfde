import { getTranslations } from 'next-intl/server';
import { amendRequestAction, giveUpRequestAction, remindRequestAction } from '@/app/actions/requests';
import { days } from '@/components/desk/days';
import { Section } from '@/components/ui/headings';
import { reminderText } from '@/documents/requests/text';
import { now } from '@/domain/clock';
import { reminderChannels } from '@/domain/correspondence/request-reminders';
import { fullName } from '@/domain/names';
import { addDays, dayOf } from '@/domain/working-days';
import { DeskAct } from '../../desk-act';
import type { RequestPart } from './page';

/** What a request that waits asks for: a reminder, another day, or the word that nobody waits any more. */
export async function SentRequest({ request, mayWrite }: RequestPart) {
  const t = await getTranslations('requests');
  const channel = await getTranslations('channel');
  const { ofDay } = await days();
  const { next } = request;
  if (!next || request.sentAt === null) return null;
  const seen = { requestId: request.requestId, version: String(request.version) };
  const waiting = request.men.filter(({ outcome }) => outcome === null).map(fullName);
  const prepared = reminderText(request.language, { number: request.number, sentAt: request.sentAt, waiting });
  return (
    <Section title={t('nextTitle')} id="next">
      <p className="measure mb-3">{t(`next.${next.what}`, { nth: next.nth, day: ofDay(next.dueOn) })}</p>
      {mayWrite && (
        <>
          <DeskAct
            action={remindRequestAction}
            summary={t('remind.title')}
            submit={t('remind.submit')}
            hidden={seen}
            fields={[
              {
                name: 'channel',
                kind: 'select',
                label: t('field.channel'),
                required: true,
                value: request.channel,
                options: reminderChannels.map((value) => ({ value, label: channel(value) })),
              },
              {
                name: 'expectedOn',
                kind: 'text',
                label: t('field.expectedOn'),
                hint: t('dayHint'),
                required: true,
                value: addDays(dayOf(now()), request.body.answersIn),
              },
              {
                name: 'text',
                kind: 'textarea',
                label: t('remind.text'),
                required: true,
                rows: 8,
                maxLength: 20_000,
                value: prepared,
              },
            ]}
          />
          <DeskAct
            action={amendRequestAction}
            summary={t('amend.title')}
            submit={t('amend.submit')}
            hidden={seen}
            fields={[
              { name: 'number', kind: 'text', label: t('field.number'), maxLength: 40, value: request.number },
              {
                name: 'expectedOn',
                kind: 'text',
                label: t('field.expectedOn'),
                hint: t('dayHint'),
                required: true,
                value: request.expectedOn,
              },
            ]}
          />
          <DeskAct
            action={giveUpRequestAction}
            summary={t('giveUp.title')}
            submit={t('giveUp.submit')}
            hidden={seen}
            fields={[
              { name: 'reason', kind: 'textarea', label: t('field.reason'), required: true, rows: 2, maxLength: 1000 },
            ]}
            danger
          >
            <p className="measure mb-3 text-muted">{t('giveUp.lead')}</p>
          </DeskAct>
        </>
      )}
    </Section>
  );
}
