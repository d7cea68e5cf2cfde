import { getTranslations } from 'next-intl/server';
import { ActionForm } from '@/components/form/action-form';
import type { FormAction, FormTexts } from '@/components/form/types';
import { Disclosure } from '@/components/ui/disclosure';
import { Section } from '@/components/ui/headings';

/** Withdrawing, with what follows told beforehand. */
export async function TrackWithdraw({ action, texts }: { action: FormAction; texts: FormTexts }) {
  const t = await getTranslations('track.withdraw');
  return (
    <Section title={t('title')} id="withdraw">
      <Disclosure summary={t('summary')}>
        <ul className="measure list-disc pl-5">
          {(['search', 'others', 'found', 'again'] as const).map((name) => (
            <li key={name}>{t(`follows.${name}`)}</li>
          ))}
        </ul>
        <div className="mt-5">
          <ActionForm
            action={action}
            token={crypto.randomUUID()}
            fields={[
              { name: 'reason', kind: 'textarea', label: t('reason'), hint: t('reasonHint'), autocomplete: 'off' },
            ]}
            submit={t('submit')}
            danger
            texts={texts}
          />
        </div>
      </Disclosure>
    </Section>
  );
}
