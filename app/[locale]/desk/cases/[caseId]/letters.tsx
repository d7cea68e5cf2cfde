import { getTranslations } from 'next-intl/server';
import { CaseItem, NothingYet } from '@/components/desk/case-item';
import { days } from '@/components/desk/days';
import { Disclosure } from '@/components/ui/disclosure';
import { Section } from '@/components/ui/headings';
import { Tag } from '@/components/ui/tag';
import type { CasePage } from '@/domain/cases/page';
import { letterKinds, resultLetters } from '@/domain/correspondence/letter-kinds';
import { letterTones } from '../../letters/tones';
import type { View } from './view';

type Letter = CasePage['letters'][number];

/** What we wrote to the family, and how it reached them; each letter goes its way on a page of its own. */
export async function Letters({ view }: { view: View }) {
  const t = await getTranslations('case.letters');
  const mayWrite = view.may('letter.write');
  const letters = view.page.letters.filter(({ state }) => state !== 'discarded');
  return (
    <Section title={t('title')} id="letters">
      {letters.length === 0 && <NothingYet title={t('none')}>{mayWrite && t('noneNext')}</NothingYet>}
      <ul>
        {letters.map((letter) => (
          <LetterItem key={letter.id} view={view} letter={letter} />
        ))}
      </ul>
      {mayWrite && view.page.line.status !== 'joined' && <WriteLetter view={view} />}
    </Section>
  );
}

async function LetterItem({ view, letter }: { view: View; letter: Letter }) {
  const t = await getTranslations('case.letters');
  const kind = await getTranslations('letterKind');
  const state = await getTranslations('letterState');
  const channel = await getTranslations('channel');
  const { day, ofDay } = await days();
  const meta = [
    letter.applicant ?? (letter.recipient || t('toFamily')),
    letter.partner && t('about', { partner: letter.partner[view.locale] }),
    t('written', { day: day(letter.writtenAt), by: letter.by ?? '' }),
    letter.number && letter.numberedOn && t('numbered', { number: letter.number, day: ofDay(letter.numberedOn) }),
    letter.settledAt &&
      t('settled', { day: day(letter.settledAt), channel: letter.channel ? channel(letter.channel) : '' }),
    letter.reason,
  ];
  return (
    <CaseItem
      title={<a href={`/${view.locale}/desk/letters/${letter.id}`}>{kind(letter.kind)}</a>}
      state={<Tag tone={letterTones[letter.state] ?? 'neutral'}>{state(letter.state)}</Tag>}
      meta={meta.filter(Boolean).join(' · ')}
    >
      <Disclosure summary={t('text')}>
        <p className="measure whitespace-pre-line" lang={letter.language}>
          {letter.text}
        </p>
      </Disclosure>
      <Owed view={view} letter={letter} />
    </CaseItem>
  );
}

/** What it stated was taken back: the family must hear so. */
async function Owed({ view, letter }: { view: View; letter: Letter }) {
  const t = await getTranslations('case.letters');
  const stated = view.page.conclusions.find(({ id }) => id === letter.conclusionId);
  const wentOut = letter.state === 'sent' || letter.state === 'handed-over';
  const corrected = view.page.letters.some((one) => one.correctsId === letter.id && one.state !== 'discarded');
  if (!wentOut || corrected || !stated?.revokedAt) return null;
  const to = letter.applicationId ? `&to=${letter.applicationId}` : '';
  const address = `/${view.locale}/desk/letters/new?case=${letter.caseId}&kind=correction&corrects=${letter.id}${to}`;
  return (
    <p className="text-refusal">
      {t('wrong')}{' '}
      {view.may('letter.write', letter.caseId) && (
        <a href={address} className="target font-semibold">
          {t('correct')}
        </a>
      )}
    </p>
  );
}

/** One link for each letter that can be written now; its text is prepared on the next page. */
async function WriteLetter({ view }: { view: View }) {
  const t = await getTranslations('case.letters');
  const kind = await getTranslations('letterKind');
  const kinds = letterKinds.filter(
    (one) => one !== 'correction' && (view.page.resultTellable || !resultLetters.includes(one)),
  );
  return (
    <Disclosure summary={t('write')}>
      {!view.page.resultTellable && <p className="mb-2 text-muted">{t('resultLater')}</p>}
      <ul className="flex flex-wrap gap-x-6">
        {kinds.map((one) => (
          <li key={one}>
            <a href={`/${view.locale}/desk/letters/new?case=${view.caseId}&kind=${one}`} className="target">
              {kind(one)}
            </a>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
