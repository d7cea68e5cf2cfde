import { getTranslations } from 'next-intl/server';
import { addSoldierAction, removeSoldierAction } from '@/app/actions/journeys';
import { hidden } from '@/components/desk/journey-acts';
import { ActionForm } from '@/components/form/action-form';
import { QuickAct } from '@/components/form/quick-act';
import { formTexts } from '@/components/form/texts';
import { Section } from '@/components/ui/headings';
import type { CeremonyPage } from '@/domain/community/journey-queries';
import { fullName } from '@/domain/names';
import type { Locale } from '@/messages/routing';

export type PartProps = {
  page: CeremonyPage;
  stated: Readonly<Record<string, string>>;
  mayWrite: boolean;
  locale: Locale;
};

/** The soldiers it is held for. */
export async function Soldiers({ page, stated, mayWrite, locale }: PartProps) {
  const t = await getTranslations('journey');
  return (
    <Section title={t('soldiers.title')} id="soldiers">
      {page.soldiers.length === 0 && <p className="text-muted">{t('soldiers.none')}</p>}
      <ul>
        {page.soldiers.map((soldier) => (
          <li key={soldier.caseId} className="flex flex-wrap items-baseline gap-x-6">
            <a href={`/${locale}/desk/cases/${soldier.caseId}`} className="font-serif">
              {fullName(soldier)}
            </a>
            <span className="text-muted">№ {soldier.number}</span>
            {mayWrite && (
              <QuickAct
                action={removeSoldierAction}
                stated={{ ...stated, soldierCaseId: soldier.caseId }}
                label={t('remove')}
                about={fullName(soldier)}
              />
            )}
          </li>
        ))}
      </ul>
      {mayWrite && (
        <div className="mt-4">
          <ActionForm
            key={stated.version}
            action={addSoldierAction}
            token={crypto.randomUUID()}
            compact
            fields={[
              ...hidden(stated),
              {
                name: 'number',
                kind: 'text',
                label: t('soldiers.number'),
                inputMode: 'numeric',
                width: 'short',
                required: true,
                maxLength: 8,
                autocomplete: 'off',
              },
            ]}
            submit={t('soldiers.add')}
            texts={await formTexts()}
          />
        </div>
      )}
    </Section>
  );
}
