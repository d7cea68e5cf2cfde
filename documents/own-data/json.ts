import type { OwnData } from '@/domain/applications/own-data';

/** All we hold about an applicant in a form programs can read: moments in ISO 8601 (UTC), keys in English. */
export function ownDataJson(data: OwnData): string {
  const isMoment = (key: string, value: unknown) => typeof value === 'number' && /(?:^at|At)$/.test(key);
  return JSON.stringify(
    { format: 'izdeu own data', version: 1, ...data },
    (key, value: unknown) => (isMoment(key, value) ? new Date(value as number).toISOString() : value),
    2,
  );
}
