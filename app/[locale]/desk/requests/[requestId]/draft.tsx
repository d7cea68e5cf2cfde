import { getTranslations } from 'next-intl/server';
import { editRequestAction, giveUpRequestAction, sendRequestAction } from '@/app/actions/requests';
import { requestFields } from '@/components/desk/request-fields';
import { ActionForm } from '@/components/form/action-form';
import { formTexts } from '@/components/form/texts';
import { Section } from '@/components/ui/headings';
import { now } from '@/domain/clock';
import { requestChannels } from '@/domain/correspondence/partner-kinds';
import { partnerList, sourceList } from '@/domain/reference-queries';
import { addDays, dayOf } from '@/domain/working-days';
import { DeskAct } from '../../desk-act';
import type { RequestPart } from './page';

/** A draft: its text to be gone over, and the word that it went out. */
export async function Draft({ locale, actor, request }: RequestPart) {
  const t = await getTranslations('requests');
  const channel = await getTranslations('channel');
  const seen = { requestId: request.requestId, version: String(request.version) };
  const today = dayOf(now());
  return (
    <>
      <Section title={t('text')}>
        <p className="measure mb-4 text-muted">{t('onlySoldier')}</p>
        <ActionForm
          action={editRequestAction}
          token={crypto.randomUUID()}
          compact
          keep
          fields={[
            { name: 'requestId', kind: 'hidden', label: '', value: seen.requestId },
            { name: 'version', kind: 'hidden', label: '', value: seen.version },
            ...(await requestFields(locale, request, request.men, {
              partners: await partnerList(actor, {}),
              sources: await sourceList(actor, {}),
            })),
          ]}
          submit={t('edit.submit')}
          texts={await formTexts()}
        />
      </Section>
      <Section title={t('send.title')} id="send">
        <DeskAct
          action={sendRequestAction}
          submit={t('send.submit')}
          hidden={seen}
          fields={[
            { name: 'number', kind: 'text', label: t('field.number'), maxLength: 40, value: request.number },
            {
              name: 'channel',
              kind: 'select',
              label: t('field.channel'),
              required: true,
              value: request.channel,
              options: requestChannels.map((value) => ({ value, label: channel(value) })),
            },
            { name: 'sentOn', kind: 'text', label: t('field.sentOn'), hint: t('dayHint'), value: today },
            {
              name: 'expectedOn',
              kind: 'text',
              label: t('field.expectedOn'),
              hint: t('dayHint'),
              value: addDays(today, request.body.answersIn),
            },
          ]}
        >
          <p className="measure mb-3 text-muted">{t('send.lead')}</p>
        </DeskAct>
        <DeskAct
          action={giveUpRequestAction}
          submit={t('discard.submit')}
          summary={t('discard.title')}
          hidden={seen}
          fields={[{ name: 'reason', kind: 'text', label: t('field.reason'), required: true, maxLength: 1000 }]}
          danger
        />
      </Section>
    </>
  );
}
