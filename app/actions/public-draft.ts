/** The application being written in this browser. */
import 'server-only';
import { cache } from 'react';
import { type Draft, draftByToken, draftLife } from '@/domain/applications/drafts';
import { type Step, steps } from '@/domain/applications/fields';
import type { Actor } from '@/domain/permissions';
import { clientAddress, keepCookie, readCookie } from './session';

/** Who writes an application: always a visitor, whoever else is signed in here. */
export const visitor = async (): Promise<Actor> => ({ role: 'visitor', address: await clientAddress() });

/** The draft this browser holds the token of; null when it holds none, or an expired one. */
export const ownDraft = cache(async (): Promise<(Draft & { token: string }) | null> => {
  const token = await readCookie('izdeu.draft');
  const draft = token ? await draftByToken(await visitor(), { token }) : null;
  return token && draft ? { ...draft, token } : null;
});

export const keepDraft = (token: string): Promise<void> => keepCookie('izdeu.draft', token, draftLife / 1000);

export const isStep = (text: unknown): text is Step => (steps as readonly unknown[]).includes(text);
