import { getTranslations } from 'next-intl/server';
import { Mark } from '@/components/ui/mark';
import type { Fact, FactGroup, FactValue } from '@/domain/cases/fact-groups';
import type { FactWords } from './fact-words';
import type { View } from './view';

type Props = { view: View; fact: Fact; words: FactWords };

/** Who says what of one fact: what agrees together, what contradicts itself side by side. */
export function FactSources({ view, fact, words }: Props) {
  if (fact.groups.length === 0) return null;
  const isApart = fact.groups.length > 1;
  return (
    <ul className={isApart ? 'grid gap-x-6 gap-y-3 lg:grid-cols-[repeat(auto-fit,minmax(13rem,1fr))]' : ''}>
      {fact.groups.map((group) => (
        <li key={group.values.map(sourceKey).join()} className={isApart ? `border-l-2 pl-3 ${edge(group, fact)}` : ''}>
          <Group view={view} group={group} words={words} />
        </li>
      ))}
    </ul>
  );
}

export const sourceKey = ({ origin, originId, value }: Pick<FactValue, 'origin' | 'originId' | 'value'>): string =>
  `${origin}:${originId ?? ''}:${value}`;

function edge(group: FactGroup, fact: Fact): string {
  if (group.chosen) return 'border-good';
  return fact.open ? 'border-attention' : 'border-line';
}

async function Group({ view, group, words }: { view: View; group: FactGroup; words: FactWords }) {
  const t = await getTranslations('fact');
  const spellings = [...new Set(group.values.map(({ value }) => value))];
  return (
    <>
      {group.chosen && (
        <p className="minor flex items-baseline gap-2 font-semibold text-good">
          <Mark tone="good" />
          {t('chosen')}
        </p>
      )}
      {group.sinceChoice && (
        <p className="minor flex items-baseline gap-2 font-semibold text-attention">
          <Mark tone="attention" />
          {t('sinceChoice')}
        </p>
      )}
      {spellings.map((spelling) => {
        const own = group.values.filter(({ value }) => value === spelling);
        const [first] = own;
        const meant = first ? words.meant(first) : '';
        return (
          <div key={spelling} className="mb-1 last:mb-0">
            <span className="whitespace-pre-line [overflow-wrap:anywhere]">{first && words.written(first)}</span>
            {meant && <span className="minor ml-2 text-muted">({meant})</span>}
            <ul className="minor text-muted">
              {own.map((value) => (
                <li key={sourceKey(value)} className="[overflow-wrap:anywhere]">
                  <Source view={view} value={value} />
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </>
  );
}

/** Where one value stands: a link to the record, the document or the application. */
async function Source({ view, value }: { view: View; value: FactValue }) {
  const t = await getTranslations('fact');
  const { origin, originId, recordId, source, applicant, ofCase } = value;
  const joined = ofCase === null ? '' : ` · ${t('ofCase', { number: ofCase })}`;
  if (origin === 'staff') return t('byStaff');
  if (origin === 'application')
    return (
      <>
        {t('byRelative', { applicant, reference: source })}
        {joined}
      </>
    );
  const href = recordId ? `/${view.locale}/desk/archive/${recordId}?case=${view.caseId}` : `#evidence-${originId}`;
  return (
    <>
      <a href={href}>{source}</a>
      {joined}
    </>
  );
}
