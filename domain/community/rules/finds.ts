/** What a find can be of. Pure: the form offers what the server keeps. */
import type { FindKind } from '@/db/schema';

export const findKinds = ['medallion', 'remains', 'grave', 'belonging', 'other'] as const satisfies readonly FindKind[];
