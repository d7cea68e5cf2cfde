import { getTranslations } from 'next-intl/server';
import { settleLetterAction, writeLetterAction } from '@/app/actions/desk';
import { CaseItem, NothingYet } from '@/components/desk/case-item';
import { days } from '@/components/desk/days';
import { Disclosure } from '@/components/ui/disclosure';
import { Section } from '@/components/ui/headings';
import type { Tone } from '@/components/ui/mark';
import { Tag } from '@/components/ui/tag';
import type { CasePage } from '@/domain/cases/page';
import { letterKinds, resultLetters } from '@/domain/correspondence/letter-kinds';
import { locales } from '@/messages/routing';
import { Act } from './act';
import type { View } from './view';

type Letter = CasePage['letters'][number];

const tones: Record<Letter['state'], Tone> = {
  draft: 'wait',
  approved: 'wait',
  registered: 'wait',
  discarded: 'closed',
  sent: 'good',
  'handed-over': 'good',
  'cannot-be-sent': 'attention',
};

/** What we wrote to the family, and how it reached them. */
export async function Letters({ view }: { view: View }) {
  const t = await getTranslations('case.letters');
  const { letters } = view.page;
  const mayWrite = view.may('letter.write');
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
  const { day } = await days();
  const to = [
    letter.applicant ?? t('toFamily'),
    letter.partner && t('about', { partner: letter.partner[view.locale] }),
  ];
  return (
    <CaseItem
      title={kind(letter.kind)}
      state={<Tag tone={tones[letter.state]}>{state(letter.state)}</Tag>}
      meta={[
        ...to,
        t('written', { day: day(letter.writtenAt), by: letter.by ?? '' }),
        letter.settledAt &&
          t('settled', { day: day(letter.settledAt), channel: letter.channel ? channel(letter.channel) : '' }),
        letter.reason,
      ]
        .filter(Boolean)
        .join(' · ')}
    >
      <Disclosure summary={t('text')}>
        <p className="measure whitespace-pre-line" lang={letter.language}>
          {letter.text}
        </p>
      </Disclosure>
      {letter.state === 'draft' && view.may('letter.write', letter.caseId) && <Settle view={view} letter={letter} />}
    </CaseItem>
  );
}

async function Settle({ view, letter }: { view: View; letter: Letter }) {
  const t = await getTranslations('case.letters');
  const state = await getTranslations('letterState');
  const channel = await getTranslations('channel');
  return (
    <Act
      view={view}
      action={settleLetterAction}
      hidden={{ caseId: letter.caseId, letterId: letter.id }}
      summary={t('settle')}
      submit={t('settleSubmit')}
      fields={[
        {
          name: 'state',
          kind: 'select',
          label: t('how'),
          required: true,
          options: (['sent', 'handed-over', 'cannot-be-sent'] as const).map((value) => ({
            value,
            label: state(value),
          })),
        },
        {
          name: 'channel',
          kind: 'select',
          label: t('channel'),
          required: true,
          options: (['post', 'email', 'in-person', 'telephone'] as const).map((value) => ({
            value,
            label: channel(value),
          })),
        },
        { name: 'reason', kind: 'textarea', label: t('reason'), hint: t('reasonHint'), rows: 2, maxLength: 1000 },
      ]}
    />
  );
}

async function WriteLetter({ view }: { view: View }) {
  const t = await getTranslations('case.letters');
  const kind = await getTranslations('letterKind');
  const language = await getTranslations('site.languages');
  const applicants = view.page.applications.filter(({ withdrawnAt }) => withdrawnAt === null);
  const kinds = letterKinds.filter((one) => view.page.resultTellable || !resultLetters.includes(one));
  return (
    <Act
      view={view}
      action={writeLetterAction}
      summary={t('write')}
      submit={t('writeSubmit')}
      fields={[
        {
          name: 'kind',
          kind: 'select',
          label: t('kind'),
          required: true,
          options: kinds.map((value) => ({ value, label: kind(value) })),
        },
        {
          name: 'addresseeId',
          kind: 'select',
          label: t('addressee'),
          value: applicants.length === 1 ? (applicants[0]?.id ?? '') : '',
          options: [
            ...(applicants.length === 0 ? [{ value: '', label: t('toFamily') }] : []),
            ...applicants.map(({ id, applicantName, reference }) => ({
              value: id,
              label: `${applicantName}, ${reference}`,
            })),
          ],
          required: applicants.length > 0,
        },
        {
          name: 'language',
          kind: 'select',
          label: t('language'),
          required: true,
          value: applicants[0]?.language ?? 'kk',
          options: locales.map((value) => ({ value, label: language(value) })),
        },
        {
          name: 'partnerId',
          kind: 'select',
          label: t('partner'),
          hint: t('partnerHint'),
          options: [
            { value: '', label: t('noPartner') },
            ...view.partners.map(({ id, name }) => ({ value: id, label: name[view.locale] })),
          ],
        },
        { name: 'text', kind: 'textarea', label: t('letterText'), required: true, rows: 10, maxLength: 20000 },
      ]}
    >
      {!view.page.resultTellable && <p className="mb-3 text-muted">{t('resultLater')}</p>}
    </Act>
  );
}
