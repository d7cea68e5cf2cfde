/** What became of him, apart from the status of the case. Pure. */

export const fates = [
  'unknown',
  'missing',
  'captured',
  'killed',
  'died-of-wounds',
  'died-of-illness',
  'died-in-captivity',
  'died',
  'condemned',
  'executed',
  'deserted',
  'survived',
  'not-a-soldier',
  'other',
] as const;
export type Fate = (typeof fates)[number];

/** Fates that tell a family nothing final: they establish nothing. */
export const openFates: readonly Fate[] = ['unknown', 'missing', 'captured'];

/** Staff-only until a manager releases them. */
export const sensitiveFates: readonly Fate[] = ['condemned', 'executed', 'deserted'];

export const burialKinds = ['primary', 'reburial', 'unknown'] as const;
export const burialPrecisions = ['country', 'region', 'settlement', 'site', 'grave'] as const;

/** Precise enough to tell a family where he lies: region or better. */
export const establishingPrecisions: readonly string[] = burialPrecisions.slice(1);

/** Whether a conclusion names a burial place precisely enough to tell a family where he lies. */
export const isBurialEstablished = (conclusion: {
  burialPlaceId: string | null;
  burialPrecision: string | null;
}): boolean => conclusion.burialPlaceId !== null && establishingPrecisions.includes(conclusion.burialPrecision ?? '');

/** Whether a conclusion stays with staff for now. */
export const isWithheld = (conclusion: { fate: string; sensitive: boolean; releasedAt: number | null }): boolean =>
  conclusion.releasedAt === null &&
  (conclusion.sensitive || (sensitiveFates as readonly string[]).includes(conclusion.fate));
