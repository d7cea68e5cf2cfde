import { getTranslations } from 'next-intl/server';
import { ActionForm } from '@/components/form/action-form';
import { QuickAct } from '@/components/form/quick-act';
import { formTexts } from '@/components/form/texts';
import type { FormAction } from '@/components/form/types';
import { Disclosure } from '@/components/ui/disclosure';
import { Section } from '@/components/ui/headings';
import type { Journey } from '@/domain/community/journeys';
import { inLanguage } from '@/domain/community/rules/journeys';
import type { Locale } from '@/messages/routing';
import { hidden } from './journey-acts';

/** Partners and guests that take part. */
export async function JourneyParticipants(props: {
  journey: Journey;
  stated: Readonly<Record<string, string>>;
  partners: readonly { id: string; name: Readonly<Record<Locale, string>> }[];
  locale: Locale;
  mayWrite: boolean;
  add: FormAction;
  remove: FormAction;
}) {
  const { journey, stated, partners, locale, mayWrite } = props;
  const t = await getTranslations('journey');
  const told = ({ partner, name, part }: Journey['participants'][number]) =>
    [partner && inLanguage(partner, locale), name, part].filter(Boolean).join(', ');
  return (
    <Section title={t('participants.title')} id="participants">
      {journey.participants.length === 0 && <p className="text-muted">{t('participants.none')}</p>}
      <ul>
        {journey.participants.map((one) => (
          <li key={one.participantId} className="flex flex-wrap items-baseline gap-x-6">
            <span>{told(one)}</span>
            {mayWrite && (
              <QuickAct
                action={props.remove}
                stated={{ ...stated, participantId: one.participantId }}
                label={t('remove')}
                about={told(one)}
              />
            )}
          </li>
        ))}
      </ul>
      {mayWrite && (
        <Disclosure summary={t('participants.add')}>
          <ActionForm
            key={journey.version}
            action={props.add}
            token={crypto.randomUUID()}
            compact
            fields={[
              ...hidden(stated),
              {
                name: 'partnerId',
                kind: 'select',
                label: t('participants.partner'),
                options: [
                  { value: '', label: t('participants.guest') },
                  ...partners.map(({ id, name }) => ({ value: id, label: inLanguage(name, locale) })),
                ],
              },
              { name: 'name', kind: 'text', label: t('participants.name'), maxLength: 200, autocomplete: 'off' },
              { name: 'part', kind: 'text', label: t('participants.part'), maxLength: 200, autocomplete: 'off' },
            ]}
            submit={t('participants.submit')}
            texts={await formTexts()}
          />
        </Disclosure>
      )}
    </Section>
  );
}
