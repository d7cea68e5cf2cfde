import { getTranslations } from 'next-intl/server';
import { fullName } from '@/domain/names';

export type Named = { surname: string; givenName: string; patronymic: string };

/** The name of the sought soldier, in the face kept for the dead. */
export async function SoldierName({ soldier }: { soldier: Named }) {
  const t = await getTranslations('queue');
  return <span className="name-of-the-dead">{fullName(soldier) || t('nameless')}</span>;
}
