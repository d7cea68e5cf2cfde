import { getTranslations } from 'next-intl/server';
import {
  discardRegisterAction,
  leaveRefusedOutAction,
  takeOverRegisterAction,
  undoRegisterAction,
} from '@/app/actions/takeover';
import { days } from '@/components/desk/days';
import { ActionForm } from '@/components/form/action-form';
import { formTexts } from '@/components/form/texts';
import { Disclosure } from '@/components/ui/disclosure';
import { Section } from '@/components/ui/headings';
import { Notice } from '@/components/ui/notice';
import type { TakeoverPage } from '@/domain/takeover/queries';

/** Taking over, leaving out, forgetting; or undoing what was done. */
export async function Acts({ page }: { page: TakeoverPage }) {
  const t = await getTranslations('takeover');
  const texts = await formTexts();
  const { day } = await days();
  const fields = [{ name: 'takeoverId', kind: 'hidden' as const, label: 'takeoverId', value: page.takeoverId }];
  if (page.state === 'done')
    return (
      <Section title={t('act.undoTitle')} id="act">
        {page.decidedAt && <p>{t('done', { name: page.decidedBy ?? '–', day: day(page.decidedAt) })}</p>}
        <p className="measure my-3">{t('act.undoText')}</p>
        <ActionForm
          id="undo"
          action={undoRegisterAction}
          texts={texts}
          token={crypto.randomUUID()}
          submit={t('act.undo')}
          danger
          fields={fields}
        />
      </Section>
    );
  const refused = page.counts.refused ?? 0;
  const rests = page.rests.map((guard) => t(`guard.${guard}` as never)).join(', ');
  return (
    <Section title={t('act.title')} id="act">
      {refused > 0 ? (
        <>
          <Notice tone="attention" title={`${t('count.refused')}: ${refused}`}>
            {t('act.wait')}
          </Notice>
          <ActionForm
            id="leave-out"
            action={leaveRefusedOutAction}
            texts={texts}
            token={crypto.randomUUID()}
            submit={t('act.leaveOut')}
            fields={fields}
          />
        </>
      ) : (
        <>
          <p className="measure mb-4">{t('act.text', { rests: rests || '–' })}</p>
          <ActionForm
            id="take-over"
            action={takeOverRegisterAction}
            texts={texts}
            token={crypto.randomUUID()}
            submit={t('act.submit')}
            fields={fields}
          />
        </>
      )}
      <Disclosure summary={t('act.discard')}>
        <p className="measure mb-3">{t('act.discardText')}</p>
        <ActionForm
          id="discard"
          action={discardRegisterAction}
          texts={texts}
          token={crypto.randomUUID()}
          submit={t('act.discard')}
          danger
          fields={fields}
        />
      </Disclosure>
    </Section>
  );
}
