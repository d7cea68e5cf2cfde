import { getTranslations } from 'next-intl/server';
import { attachEvidenceAction, removeEvidenceAction } from '@/app/actions/desk';
import { CaseItem, NothingYet, Quoted } from '@/components/desk/case-item';
import { days } from '@/components/desk/days';
import { ButtonLink } from '@/components/ui/button';
import { Section } from '@/components/ui/headings';
import { DeskPapers } from '../../desk-papers';
import { Act, Acts } from './act';
import { Description } from './description';
import { JoinedEvidence } from './joined-evidence';
import { archiveAddress } from './searched';
import type { View } from './view';

/** What a person confirmed as belonging to this soldier, each with its citation. */
export async function Evidence({ view }: { view: View }) {
  const t = await getTranslations('case.evidence');
  const { day } = await days();
  const { evidence, conclusions } = view.page;
  const mayAttach = view.may('evidence.attach');
  const inUse = new Set(
    conclusions
      .filter(({ state }) => state === 'proposed' || state === 'confirmed')
      .flatMap(({ restsOn }) => restsOn.map(({ evidenceId }) => evidenceId)),
  );
  return (
    <Section title={t('title')} id="evidence">
      {evidence.length === 0 && <NothingYet title={t('none')}>{mayAttach && t('noneNext')}</NothingYet>}
      <ol>
        {evidence.map((one) => (
          <CaseItem
            key={one.id}
            id={`evidence-${one.id}`}
            title={
              one.recordId ? (
                <a href={`/${view.locale}/desk/archive/${one.recordId}?case=${view.caseId}`}>{one.citation}</a>
              ) : (
                one.citation
              )
            }
            meta={[
              t(one.recordId ? 'fromIndex' : 'byHand'),
              t('attached', { day: day(one.attachedAt), by: one.by ?? '' }),
              inUse.has(one.id) ? t('inUse') : '',
            ]
              .filter(Boolean)
              .join(' · ')}
          >
            {one.states && <Quoted>{one.states}</Quoted>}
            {one.recordId === null && <Description view={view} evidenceId={one.id} mayWrite={mayAttach} />}
            <DeskPapers
              locale={view.locale}
              caseId={view.caseId}
              owner={{ evidenceId: one.id }}
              kind="document"
              mayWrite={mayAttach && one.recordId === null}
            />
            {mayAttach && !inUse.has(one.id) && (
              <Act
                view={view}
                action={removeEvidenceAction}
                hidden={{ caseId: view.caseId, evidenceId: one.id }}
                summary={t('remove')}
                submit={t('removeSubmit')}
                danger
                fields={[
                  { name: 'reason', kind: 'textarea', label: t('reason'), required: true, rows: 2, maxLength: 4000 },
                ]}
              />
            )}
          </CaseItem>
        ))}
      </ol>
      <JoinedEvidence view={view} />
      {mayAttach && (
        <Acts>
          <ButtonLink href={archiveAddress(view)} look="secondary">
            {t('fromArchive')}
          </ButtonLink>
          <Act
            view={view}
            action={attachEvidenceAction}
            summary={t('attach')}
            submit={t('attachSubmit')}
            fields={[
              {
                name: 'citation',
                kind: 'textarea',
                label: t('citation'),
                hint: t('citationHint'),
                required: true,
                rows: 2,
                maxLength: 1000,
              },
              { name: 'states', kind: 'textarea', label: t('states'), hint: t('statesHint'), rows: 3, maxLength: 4000 },
            ]}
          />
        </Acts>
      )}
    </Section>
  );
}
