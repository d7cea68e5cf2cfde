import { getTranslations } from 'next-intl/server';
import {
  askAboutMemoryAction,
  publishMemoryAction,
  recordMemoryAction,
  withdrawMemoryAction,
} from '@/app/actions/memory';
import { CaseItem, NothingYet } from '@/components/desk/case-item';
import { days } from '@/components/desk/days';
import type { FieldSpec } from '@/components/form/types';
import { Section } from '@/components/ui/headings';
import type { Tone } from '@/components/ui/mark';
import { Tag } from '@/components/ui/tag';
import type { FamilyAnswer } from '@/domain/memory/answers';
import { DeskAct } from '../../../desk-act';
import { type MemoryView, seenPage, type WrittenPage } from './view';

const tones: Record<string, Tone> = { agreed: 'good', objected: 'attention' };

/** What the family says to this version, and what follows from it: asking, publishing, taking off. */
export async function FamilyPart({ view, page }: { view: MemoryView; page: WrittenPage }) {
  const t = await getTranslations('memoryDesk');
  const { state, answers } = page;
  const isOut = state === 'asked' || state === 'published';
  const agreed = answers.length > 0 && answers.every(({ answer }) => answer === 'agreed');
  return (
    <Section title={t('family')} id="family">
      {answers.length === 0 && <NothingYet title={t('nobody')} />}
      <ul>
        {answers.map((answer) => (
          <Answer key={answer.applicationId} view={view} page={page} said={answer} mayRecord={isOut} />
        ))}
      </ul>
      {view.may('memory.write') && !isOut && (
        <DeskAct action={askAboutMemoryAction} hidden={seenPage(view)} submit={t('ask')}>
          <p className="measure mb-2 text-muted">{t('askLead')}</p>
        </DeskAct>
      )}
      {view.may('memory.publish') && state === 'asked' && agreed && (
        <DeskAct action={publishMemoryAction} hidden={seenPage(view)} submit={t('publish')}>
          <p className="measure mb-2 text-muted">{t('publishLead')}</p>
        </DeskAct>
      )}
      {view.may('memory.write') && isOut && (
        <DeskAct
          action={withdrawMemoryAction}
          hidden={seenPage(view)}
          summary={state === 'published' ? t('withdraw') : t('withdrawAsked')}
          submit={state === 'published' ? t('withdraw') : t('withdrawAsked')}
          danger
        />
      )}
    </Section>
  );
}

type AnswerProps = { view: MemoryView; page: WrittenPage; said: FamilyAnswer; mayRecord: boolean };

async function Answer({ view, page, said, mayRecord }: AnswerProps) {
  const t = await getTranslations('memoryDesk');
  const { day } = await days();
  const meta = [
    said.reference,
    said.answeredAt && day(said.answeredAt),
    said.answer && (said.recorded ? t('byStaff') : t('bySelf')),
    !said.consents && t('noConsent'),
  ];
  return (
    <CaseItem
      title={said.applicantName}
      state={<Tag tone={tones[said.answer ?? ''] ?? 'neutral'}>{t(`answer.${said.answer ?? 'none'}`)}</Tag>}
      meta={meta.filter(Boolean).join(' · ')}
    >
      {said.words && <p className="measure whitespace-pre-line">{said.words}</p>}
      {mayRecord && view.may('memory.agree') && (
        <DeskAct
          action={recordMemoryAction}
          hidden={{ applicationId: said.applicationId, version: String(page.version) }}
          fields={await answerFields()}
          summary={t('record')}
          submit={t('submitRecord')}
        />
      )}
    </CaseItem>
  );
}

async function answerFields(): Promise<FieldSpec[]> {
  const t = await getTranslations('memoryDesk');
  return [
    {
      name: 'answer',
      kind: 'radio',
      label: t('recordAnswer'),
      required: true,
      options: (['agreed', 'objected'] as const).map((value) => ({ value, label: t(`answer.${value}`) })),
    },
    {
      name: 'words',
      kind: 'textarea',
      label: t('words'),
      hint: t('wordsHint'),
      maxLength: 2000,
      autocomplete: 'off',
      width: 'full',
    },
  ];
}
