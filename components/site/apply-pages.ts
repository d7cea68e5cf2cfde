/** The pages of an application in their order: the steps with their questions, and the one for papers, which has none. Pure. */
import { type Answers, fieldsOf, type Step, steps } from '@/domain/applications/fields';

const papersBefore: Step = 'you';

export type ApplyPageName = Step | 'papers';

export const applyPages: readonly ApplyPageName[] = steps.flatMap((step): ApplyPageName[] =>
  step === papersBefore ? ['papers', step] : [step],
);

/** The page that follows one; after the last come the answers. */
export const pageAfter = (page: ApplyPageName): ApplyPageName | 'check' =>
  applyPages[applyPages.indexOf(page) + 1] ?? 'check';

/** The page before one; undefined for the first. */
export const pageBefore = (page: ApplyPageName): ApplyPageName | undefined => applyPages[applyPages.indexOf(page) - 1];

/**
 * Where to go on: the first step nobody has been through yet, then the answers. A step once saved keeps all its fields; the papers
 * have nothing to save and are shown until the step behind them is saved.
 */
export function pageToGoOn(answers: Answers): ApplyPageName | 'check' {
  const step = steps.find((one) => fieldsOf(one).every(({ name }) => !Object.hasOwn(answers, name)));
  return step === papersBefore ? 'papers' : (step ?? 'check');
}
