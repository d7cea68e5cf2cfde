'use client';

import { createContext, type ReactNode, useContext } from 'react';

/** The words of the page that is shown when a page failed: they must be there before anything is known to go wrong. */
export type ProblemTexts = {
  title: string;
  text: string;
  retry: string;
  reference: string;
  home: string;
  demonstration: string | null;
};

const Context = createContext<ProblemTexts | null>(null);

export function ProblemTextsProvider({ texts, children }: { texts: ProblemTexts; children: ReactNode }) {
  return <Context value={texts}>{children}</Context>;
}

export const useProblemTexts = () => useContext(Context);
