import { getTranslations } from 'next-intl/server';
import { readDate } from '@/domain/partial-date';
import type { Locale } from '@/messages/routing';
import { placeThen } from './burial-place-words';
import { Emblem } from './emblem';

type Remembered = Parameters<typeof placeThen>[0] & {
  surname: string;
  givenName: string;
  patronymic: string;
  birth: string;
  fateDate: string;
};

/** The year of a date whose year is certain; '' otherwise. */
const yearOf = (written: string): string => {
  const { earliest, latest } = readDate(written);
  const year = earliest?.slice(0, 4);
  return year && year === latest?.slice(0, 4) ? year : '';
};

/** `1915–1942`; a question mark for what is not known to the year, '' when neither is. */
export function yearsOf({ birth, fateDate }: Pick<Remembered, 'birth' | 'fateDate'>): string {
  const [born, died] = [yearOf(birth), yearOf(fateDate)];
  return born || died ? `${born || '?'}–${died || '?'}` : '';
}

/** The name of the dead as a monument has it: the emblem, the surname, the other names, the years. */
export async function MemorialHead({ man, locale }: { man: Remembered; locale: Locale }) {
  const t = await getTranslations('memory');
  const years = yearsOf(man);
  return (
    <header className="mx-auto mb-[2.5em] max-w-[46rem] text-center">
      <Emblem className="mx-auto mb-5 size-12 text-ribbon sm:size-14" />
      <p className="minor mb-3 text-muted">{t('kicker')}</p>
      <h1 className="font-serif">
        <span className="title-1 block">{man.surname}</span>
        <span className="mt-[0.2em] block text-[1.5em] leading-snug sm:text-[1.75em]">
          {[man.givenName, man.patronymic].filter(Boolean).join(' ')}
        </span>
      </h1>
      {years && <p className="mt-4 font-serif text-[1.375em] text-muted tracking-[0.06em]">{years}</p>}
      <div aria-hidden="true" className="mx-auto mt-6 w-24 border-ribbon border-t-2" />
      <p className="mt-5 text-muted">{placeThen(man, locale)}</p>
    </header>
  );
}
