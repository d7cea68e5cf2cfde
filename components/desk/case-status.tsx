import type { Tone } from '@/components/ui/mark';
import { Tag } from '@/components/ui/tag';
import type { Status } from '@/domain/cases/pipeline';
import type { CaseWords } from './case-words';

const tones: Record<Status, Tone> = {
  received: 'neutral',
  checking: 'neutral',
  'needs-information': 'wait',
  searching: 'neutral',
  'awaiting-reply': 'wait',
  'under-review': 'attention',
  'fate-established': 'good',
  'burial-established': 'good',
  'family-informed': 'good',
  'on-watch': 'wait',
  forwarded: 'closed',
  closed: 'closed',
  withdrawn: 'closed',
  joined: 'closed',
};

/** The status of a case in its words. */
export function CaseStatus({ status, words }: { status: Status; words: CaseWords }) {
  return <Tag tone={tones[status]}>{words.status(status)}</Tag>;
}
