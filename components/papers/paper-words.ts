import { getFormatter, getTranslations } from 'next-intl/server';
import type { PaperView } from '@/domain/attachments/queries';

export type PaperWords = {
  kind: string;
  name: string;
  size: string;
  /** The day in the museum it was added on. */
  added: string;
};

/** What is said of a paper wherever it stands. */
export async function paperWords({ kind, name, bytes, addedAt }: PaperView): Promise<PaperWords> {
  const t = await getTranslations('papers');
  const format = await getFormatter();
  return {
    kind: t(`kind.${kind}`),
    name: name || t('list.unnamed'),
    size: sizeText(bytes, t),
    added: format.dateTime(addedAt, { dateStyle: 'medium' }),
  };
}

function sizeText(bytes: number, t: Awaited<ReturnType<typeof getTranslations<'papers'>>>): string {
  if (bytes >= 950_000) return t('list.megabytes', { size: bytes / 1_000_000 });
  return t('list.kilobytes', { size: Math.max(1, Math.round(bytes / 1000)) });
}
