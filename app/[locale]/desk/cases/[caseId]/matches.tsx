import { getTranslations } from 'next-intl/server';
import { CandidateItem } from '@/components/desk/candidate-item';
import { NothingYet, PartHeading } from '@/components/desk/case-item';
import { Disclosure } from '@/components/ui/disclosure';
import { Section } from '@/components/ui/headings';
import { Notice } from '@/components/ui/notice';
import { type CandidateLine, caseCandidates } from '@/domain/matching/candidate-queries';
import { fullName } from '@/domain/names';
import type { View } from './view';

/** Records and cases that may be about the same man, the closest first, and what was decided of others. */
export async function Matches({ view }: { view: View }) {
  const t = await getTranslations('candidate');
  const { open, decided, waiting } = await caseCandidates(view.actor, { caseId: view.caseId });
  const records = open.filter(({ record }) => record !== null);
  const cases = open.filter(({ other }) => other !== null);
  // Two cases of one man are joined by a person, in an act of its own.
  const isStanding = (status: string) => status !== 'joined' && status !== 'withdrawn';
  const toJoin = isStanding(view.page.line.status)
    ? decided.flatMap(({ state, other }) => (state === 'confirmed' && other && isStanding(other.status) ? [other] : []))
    : [];
  return (
    <Section
      title={t('title')}
      id="matches"
      aside={
        <a href={`/${view.locale}/desk/matches/aliases`} className="target">
          {t('alias.title')}
        </a>
      }
    >
      {waiting && <Notice>{t('waiting')}</Notice>}
      {open.length === 0 ? (
        <NothingYet title={t('none')}>{!waiting && t('noneNext')}</NothingYet>
      ) : (
        <p className="measure mb-3 text-muted">{t('hint')}</p>
      )}
      {toJoin.length > 0 && view.may('case.join') && (
        <Notice tone="attention" title={t('toJoin')}>
          {toJoin.map((other) => (
            <p key={other.caseId}>
              <a href={`${view.address}?join=${other.number}#join`}>{t('toJoinWith', { number: other.number })}</a>{' '}
              {fullName(other)}
            </p>
          ))}
        </Notice>
      )}
      {records.length > 0 && cases.length > 0 && <PartHeading>{t('records')}</PartHeading>}
      <Pairs view={view} lines={records} />
      {cases.length > 0 && <PartHeading>{t('cases')}</PartHeading>}
      <Pairs view={view} lines={cases} />
      {decided.length > 0 && (
        <Disclosure summary={t('decided', { n: decided.length })}>
          <Pairs view={view} lines={decided} />
        </Disclosure>
      )}
    </Section>
  );
}

function Pairs({ view, lines }: { view: View; lines: readonly CandidateLine[] }) {
  if (lines.length === 0) return null;
  return (
    <ol>
      {lines.map((line) => (
        <CandidateItem key={line.candidateId} locale={view.locale} caseId={view.caseId} line={line} />
      ))}
    </ol>
  );
}
