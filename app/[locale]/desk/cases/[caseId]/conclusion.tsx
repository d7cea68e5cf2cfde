import { getTranslations } from 'next-intl/server';
import { NothingYet } from '@/components/desk/case-item';
import { days } from '@/components/desk/days';
import { DefinitionList } from '@/components/ui/definition-list';
import { Disclosure } from '@/components/ui/disclosure';
import { Section } from '@/components/ui/headings';
import type { Tone } from '@/components/ui/mark';
import { Notice } from '@/components/ui/notice';
import { Tag } from '@/components/ui/tag';
import { conclusionAftermath } from '@/domain/cases/aftermath';
import type { CasePage } from '@/domain/cases/page';
import { countryName } from '@/domain/countries';
import { dateText, readDate } from '@/domain/partial-date';
import { type Locale, locales } from '@/messages/routing';
import { ConclusionForm } from './conclusion-form';
import { OpenFacts } from './open-facts';
import { ProposalActs } from './proposal-acts';
import { Revoke, RevokedNote, SinceConfirmed } from './revoking';
import type { View } from './view';

/** Where the page of the returned name is written. */
async function MemoryLink({ view }: { view: View }) {
  const t = await getTranslations('memoryDesk');
  return (
    <p className="mt-2 print:hidden">
      <a href={`/${view.locale}/desk/cases/${view.caseId}/memory`} className="target">
        {t('link')}
      </a>
    </p>
  );
}

export type Conclusion = CasePage['conclusions'][number];

const tones: Record<Conclusion['state'], Tone> = {
  proposed: 'attention',
  confirmed: 'good',
  rejected: 'closed',
  superseded: 'closed',
};

/** What is concluded: the proposal that stands, the conclusion in force, and those before them. */
export async function ConclusionPart({ view }: { view: View }) {
  const t = await getTranslations('case.conclusion');
  const { conclusions, evidence, line } = view.page;
  const proposal = conclusions.find(({ state }) => state === 'proposed');
  const inForce = conclusions.find(({ state }) => state === 'confirmed');
  const past = conclusions.filter((one) => one !== proposal && one !== inForce && one.revokedAt === null);
  const { later, revoked } = await conclusionAftermath(view.actor, { caseId: view.caseId });
  const mayPropose =
    !proposal && line.status !== 'joined' && line.status !== 'withdrawn' && view.may('conclusion.propose');
  return (
    <Section title={t('title')} id="conclusion">
      {inForce && (
        <>
          <ConclusionCard view={view} conclusion={inForce} />
          <SinceConfirmed view={view} later={later} />
          {view.may('conclusion.revoke') && <Revoke view={view} letters={lettersStating(view, inForce)} />}
          {line.status !== 'joined' && <MemoryLink view={view} />}
        </>
      )}
      {conclusions
        .filter(({ revokedAt }) => revokedAt !== null)
        .map((one) => (
          <div key={one.id}>
            <ConclusionCard view={view} conclusion={one} />
            {revoked
              .filter(({ conclusionId }) => conclusionId === one.id)
              .map((act) => (
                <RevokedNote key={act.conclusionId} view={view} revoked={act} />
              ))}
          </div>
        ))}
      {proposal && (
        <>
          <ConclusionCard view={view} conclusion={proposal} />
          <OpenFacts view={view} />
          <ProposalActs view={view} proposal={proposal} />
        </>
      )}
      {!proposal && !inForce && (
        <NothingYet title={t('none')}>
          {mayPropose && evidence.length === 0 ? t('noEvidenceYet') : mayPropose ? t('noneNext') : null}
        </NothingYet>
      )}
      {mayPropose && evidence.length > 0 && <ConclusionForm view={view} />}
      {past.length > 0 && (
        <Disclosure summary={t('past', { n: past.length })}>
          {past.map((one) => (
            <ConclusionCard key={one.id} view={view} conclusion={one} />
          ))}
        </Disclosure>
      )}
    </Section>
  );
}

/** How many families were told of it in writing. */
const lettersStating = ({ page: { letters } }: View, { id }: Conclusion): number =>
  letters.filter(({ conclusionId, state }) => conclusionId === id && (state === 'sent' || state === 'handed-over'))
    .length;

async function ConclusionCard({ view, conclusion }: { view: View; conclusion: Conclusion }) {
  const t = await getTranslations('case.conclusion');
  const fate = await getTranslations('fate');
  const kind = await getTranslations('burialKind');
  const precision = await getTranslations('precision');
  const { day } = await days();
  const { place, proposer, editor, decider, releaser } = conclusion;
  const date = conclusion.fateDate && dateText(readDate(conclusion.fateDate), view.locale);
  return (
    <article className="mb-4">
      <div className="mb-2 flex flex-wrap items-baseline gap-x-4">
        <h3 className="title-3">
          {fate(conclusion.fate)}
          {date && `, ${date}`}
        </h3>
        <Tag tone={tones[conclusion.state]}>{t(`state.${conclusion.revokedAt ? 'revoked' : conclusion.state}`)}</Tag>
      </div>
      {conclusion.withheld && (
        <Notice tone="attention" title={t('withheld')}>
          {t('withheldText')}
        </Notice>
      )}
      <DefinitionList
        items={[
          ...(conclusion.fateDate && conclusion.fateDate !== date
            ? [{ term: t('dateAsWritten'), value: conclusion.fateDate }]
            : []),
          ...(place
            ? [
                { term: t('placeThen'), value: placeThen(place, view.locale) },
                { term: t('placeNow'), value: placeNow(place, view.locale) || <em>{t('countryMissing')}</em> },
                {
                  term: t('burial'),
                  value: `${conclusion.burialKind ? kind(conclusion.burialKind) : ''}; ${t('precise')} ${conclusion.burialPrecision ? precision(conclusion.burialPrecision) : ''}`,
                },
              ]
            : [{ term: t('burial'), value: t('noBurial') }]),
          {
            term: t('restsOn'),
            value: (
              <ul>
                {conclusion.restsOn.map(({ evidenceId, citation }) => (
                  <li key={evidenceId}>{citation}</li>
                ))}
              </ul>
            ),
          },
          { term: t('summary'), value: conclusion.summary },
          { term: t('proposed'), value: t('byOn', { by: proposer ?? '', day: day(conclusion.proposedAt) }) },
          ...(editor !== proposer ? [{ term: t('edited'), value: editor }] : []),
          ...(conclusion.releasedAt
            ? [{ term: t('released'), value: t('byOn', { by: releaser ?? '', day: day(conclusion.releasedAt) }) }]
            : []),
          ...(conclusion.decidedAt
            ? [
                {
                  term: t(conclusion.state === 'rejected' ? 'sentBack' : 'confirmed'),
                  value: t('byOn', { by: decider ?? '', day: day(conclusion.decidedAt) }),
                },
              ]
            : []),
        ]}
      />
    </article>
  );
}

type Place = NonNullable<Conclusion['place']>;

const listed = (parts: string[]) => parts.filter(Boolean).join(', ');

/** The place by its names of then. */
const placeThen = (place: Place, locale: Locale): string =>
  listed([place.reportedName, place.reportedRegion, countryName(place.reportedCountry, locale)]);

/** The place by its names of today; '' until a manager has named the country. */
const placeNow = (place: Place, locale: Locale): string =>
  place.countryToday
    ? listed([
        named(place.presentName, locale),
        named(place.regionToday, locale),
        countryName(place.countryToday, locale),
      ])
    : '';

/** A name in the reader's language, else in any that is known. */
const named = (names: Record<Locale, string>, locale: Locale): string =>
  names[locale] || locales.map((other) => names[other]).find(Boolean) || '';
