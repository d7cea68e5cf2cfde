import type { Tone } from '@/components/ui/mark';
import type { ObjectionRow } from '@/domain/memory/objections';

export const objectionTones: Record<ObjectionRow['state'], Tone> = {
  received: 'attention',
  upheld: 'good',
  declined: 'closed',
};
