import { getTranslations } from 'next-intl/server';
import { writeProtocolAction } from '@/app/actions/journeys';
import { hidden } from '@/components/desk/journey-acts';
import { inThreeFields } from '@/components/desk/journey-fields';
import { ActionForm } from '@/components/form/action-form';
import { formTexts } from '@/components/form/texts';
import { Disclosure } from '@/components/ui/disclosure';
import { Section } from '@/components/ui/headings';
import { DeskPapers } from '../../desk-papers';
import type { PartProps } from './soldiers';

/** What was done, photographs and papers of it. */
export async function Protocol({ page, stated, mayWrite, locale }: PartProps) {
  const { journey, row } = page;
  const t = await getTranslations('journey');
  const isHeld = journey.state === 'held';
  return (
    <Section title={t('protocol.title')} id="protocol">
      {row.protocol && <p className="measure whitespace-pre-line">{row.protocol}</p>}
      {!row.protocol && <p className="text-muted">{t(isHeld ? 'protocol.none' : 'protocol.later')}</p>}
      {mayWrite && isHeld && (
        <Disclosure summary={t('protocol.write')} open={row.protocol === ''}>
          <ActionForm
            key={stated.version}
            action={writeProtocolAction}
            token={crypto.randomUUID()}
            compact
            keep
            fields={[
              ...hidden(stated),
              {
                name: 'protocol',
                kind: 'textarea',
                label: t('protocol.text'),
                hint: t('protocol.hint'),
                rows: 6,
                maxLength: 10_000,
                value: row.protocol,
              },
              ...(await inThreeFields('report', row.report, { maxLength: 4000, rows: 4, hint: t('hint.report') })),
            ]}
            submit={t('protocol.save')}
            texts={await formTexts()}
          />
        </Disclosure>
      )}
      <DeskPapers
        locale={locale}
        about={{ ceremonyId: journey.id }}
        kind="document"
        mayWrite={mayWrite}
        summary={t('protocol.papers')}
      />
    </Section>
  );
}
