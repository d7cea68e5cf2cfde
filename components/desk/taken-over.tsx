import { getTranslations } from 'next-intl/server';
import { DefinitionList } from '@/components/ui/definition-list';
import { Disclosure } from '@/components/ui/disclosure';
import { Notice } from '@/components/ui/notice';
import type { TakenOver as Taken } from '@/domain/takeover/queries';
import { days } from './days';

/** Says that a case came from the old register, by whose act, what rests on it, and how it stood there. */
export async function TakenOver({ taken }: { taken: Taken }) {
  const t = await getTranslations('takeover');
  const { day } = await days();
  const rests = taken.rests.map((guard) => t(`guard.${guard}` as never)).join(', ');
  return (
    <Notice title={t('case.tag')}>
      <p>
        {t('case.text', {
          file: taken.fileName,
          place: taken.place,
          name: taken.by ?? '–',
          day: taken.at ? day(taken.at) : '–',
        })}
      </p>
      {taken.stands && rests && <p>{t('case.rests', { rests })}</p>}
      {taken.stands && <p>{t('case.stands')}</p>}
      {taken.rows
        .filter(({ cells }) => cells.length > 0)
        .map(({ sheet, row, cells }) => (
          <Disclosure
            key={`${sheet} ${row}`}
            summary={t('case.asWritten', { place: [sheet, row].filter(Boolean).join(': ') })}
          >
            <DefinitionList items={cells.map(([term, value]) => ({ term, value }))} />
          </Disclosure>
        ))}
    </Notice>
  );
}
