/** Words for what a source is; the list is edited by people, so an unknown word stands as it is. */
import { getTranslations } from 'next-intl/server';
import { isCitationPart, type sourceAccesses, sourceKinds } from '@/domain/sources/words';

export type SourceWords = {
  kind: (kind: string) => string;
  access: (access: (typeof sourceAccesses)[number]) => string;
  /** What a citation is made of, in its order. */
  citation: (pattern: readonly string[]) => string;
};

export async function sourceWords(): Promise<SourceWords> {
  const t = await getTranslations('sources');
  const isKind = (kind: string): kind is (typeof sourceKinds)[number] =>
    (sourceKinds as readonly string[]).includes(kind);
  return {
    kind: (kind) => (isKind(kind) ? t(`kind.${kind}`) : kind),
    access: (access) => t(`access.${access}`),
    citation: (pattern) => pattern.map((part) => (isCitationPart(part) ? t(`part.${part}`) : part)).join(', '),
  };
}
