import { getTranslations } from 'next-intl/server';
import { Disclosure } from '@/components/ui/disclosure';
import { CopyButton } from './copy-button';

/** The spellings of a name worth typing into other databases, one a line. */
export async function ArchiveSpellings({ spellings, open }: { spellings: readonly string[]; open: boolean }) {
  const t = await getTranslations('archive.spellings');
  if (spellings.length === 0) return null;
  return (
    <Disclosure summary={t('title', { n: spellings.length })} open={open}>
      <p className="measure text-muted">{t('hint')}</p>
      <ul className="mt-2 gap-x-8 sm:columns-2 lg:columns-3" translate="no">
        {spellings.map((spelling) => (
          <li key={spelling} className="name-of-the-dead break-inside-avoid [overflow-wrap:anywhere]">
            {spelling}
          </li>
        ))}
      </ul>
      <CopyButton text={spellings.join('\n')} label={t('copy')} done={t('copied')} />
    </Disclosure>
  );
}
