import type { Tone } from '@/components/ui/mark';

/** How each state of a letter shows. */
export const letterTones: Readonly<Record<string, Tone>> = {
  draft: 'wait',
  approved: 'wait',
  registered: 'wait',
  discarded: 'closed',
  sent: 'good',
  'handed-over': 'good',
  'cannot-be-sent': 'attention',
};
