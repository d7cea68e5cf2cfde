import { getTranslations } from 'next-intl/server';
import type { Tone } from '@/components/ui/mark';
import { Tag } from '@/components/ui/tag';
import type { ChecklistSearch, ChecklistSource } from '@/domain/sources/checklist';

type Outcome = ChecklistSearch['outcome'];

const tones: Record<Outcome, Tone> = {
  found: 'good',
  nothing: 'closed',
  impossible: 'attention',
  'not-applicable': 'closed',
};

export async function SearchOutcomeTag({ outcome }: { outcome: Outcome }) {
  const t = await getTranslations('outcome');
  return <Tag tone={tones[outcome]}>{t(outcome)}</Tag>;
}

/** Where one source of a case stands: left, searched in part, waited for, or its last outcome. */
export async function SourceState({
  source: { last, isCovered, isOnChecklist },
}: {
  source: Pick<ChecklistSource, 'last' | 'isCovered' | 'isOnChecklist'>;
}) {
  const t = await getTranslations('checklist');
  if (last && !isCovered && isOnChecklist) return <Tag tone="neutral">{t('partly')}</Tag>;
  if (last) return <SearchOutcomeTag outcome={last.outcome} />;
  if (isCovered) return <Tag tone="wait">{t('waiting')}</Tag>;
  return <Tag tone="neutral">{t(isOnChecklist ? 'left' : 'beside')}</Tag>;
}
