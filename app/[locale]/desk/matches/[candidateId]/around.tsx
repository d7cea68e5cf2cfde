import { getTranslations } from 'next-intl/server';
import { candidateWords } from '@/components/desk/candidate-words';
import { days } from '@/components/desk/days';
import { DefinitionList } from '@/components/ui/definition-list';
import { Section } from '@/components/ui/headings';
import { Timeline } from '@/components/ui/timeline';
import type { CandidatePage } from '@/domain/matching/candidate-page';
import type { Locale } from '@/messages/routing';

/** Bits this small are no distance. */
const noDistance = 0.05;

/** Why the next best record is not the one, as far as the comparison can tell. */
export async function NextBest({ locale, page }: { locale: Locale; page: CandidatePage }) {
  const t = await getTranslations('candidate.page');
  const words = await candidateWords();
  const { runnerUp } = page;
  if (!page.found) return null;
  const rich = runnerUp && {
    bits: words.bits(runnerUp.behind).replace('+', ''),
    name: () => (
      <a href={`/${locale}/desk/archive/${runnerUp.record.recordId}`} className="name-of-the-dead">
        {[words.nameOf(runnerUp.record), runnerUp.record.birth].filter(Boolean).join(', ')}
      </a>
    ),
  };
  return (
    <Section title={t('runnerUp')} id="runner-up">
      {!runnerUp || !rich ? (
        <p>{t('noRunnerUp')}</p>
      ) : (
        <>
          <p>
            {runnerUp.behind < noDistance
              ? parted(t('equal', { name: mark }), rich.name())
              : parted(t('behind', { bits: rich.bits, name: mark }), rich.name())}
          </p>
          {runnerUp.verdict && (
            <p className="measure">
              {t('differsMost', {
                field: words.field(runnerUp.verdict.field),
                sentence: words.sentence(runnerUp.verdict),
              })}
            </p>
          )}
        </>
      )}
    </Section>
  );
}

/** Stands in a sentence where the link belongs; no text of a record can hold it. */
const mark = '\u0001';

function parted(sentence: string, link: React.ReactNode) {
  const [before, after] = sentence.split(mark);
  return (
    <>
      {before}
      {link}
      {after}
    </>
  );
}

/** Decisions made on the pair before, the last first. */
export async function PastDecisions({ page }: { page: CandidatePage }) {
  const t = await getTranslations('candidate.page');
  const words = await candidateWords();
  const { day } = await days();
  if (page.decisions.length === 0) return null;
  return (
    <Section title={t('decisions')} id="decisions">
      <Timeline
        label={t('decisions')}
        items={page.decisions.map(({ state, at, by, reason }) => ({
          key: String(at),
          date: day(at),
          dateTime: new Date(at).toISOString(),
          title: words.state(state),
          body: reason && <span className="whitespace-pre-line">{reason}</span>,
          by,
        }))}
      />
    </Section>
  );
}

/** The row of the source with every column that holds something, as written there. */
export async function AsWritten({ locale, page }: { locale: Locale; page: CandidatePage }) {
  const t = await getTranslations('candidate.page');
  const archive = await getTranslations('archive.record');
  const { found, record } = page;
  if (!found) return null;
  return (
    <Section
      title={t('asWritten')}
      id="as-written"
      aside={
        <a href={`/${locale}/desk/archive/${found.recordId}?case=${page.left.caseId}`} className="target">
          {t('toRecord')}
        </a>
      }
    >
      <p className="mb-3 text-muted">
        {[record?.source?.[locale] ?? found.sourceKey, record?.citation].filter(Boolean).join(' · ')}
      </p>
      <DefinitionList
        items={Object.entries(found.row)
          .filter(([, value]) => value.trim())
          .map(([name, value]) => ({
            term: name || archive('unnamed'),
            value: <span className="whitespace-pre-wrap [overflow-wrap:anywhere]">{value}</span>,
          }))}
      />
    </Section>
  );
}
