import type { Tone } from '@/components/ui/mark';
import type { Journey } from '@/domain/community/journeys';

export const journeyTones = {
  planned: 'wait',
  open: 'good',
  held: 'closed',
  cancelled: 'attention',
} as const satisfies Record<Journey['state'], Tone>;
