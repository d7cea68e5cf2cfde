import type { FormAction } from '@/components/form/types';

/** What is done with papers by plain forms: added without script, and taken away. */
export type PaperActions = { add: FormAction; remove: (data: FormData) => Promise<void> };
