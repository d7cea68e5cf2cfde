/** The steps of a letter's way that this person may take now; the server asks again. */
import { getTranslations } from 'next-intl/server';
import {
  approveLetterAction,
  discardLetterAction,
  editLetterAction,
  registerLetterAction,
  returnLetterAction,
  settleLetterAction,
} from '@/app/actions/letters';
import { now } from '@/domain/clock';
import { letterChannels, settledStates } from '@/domain/correspondence/letter-kinds';
import type { LetterPage } from '@/domain/correspondence/letter-queries';
import { can, type StaffActor } from '@/domain/permissions';
import { dayOf } from '@/domain/working-days';
import { locales } from '@/messages/routing';
import { DeskAct } from '../../desk-act';

type Props = { letter: LetterPage; actor: StaffActor };

export async function LetterActs({ letter, actor }: Props) {
  const t = await getTranslations('letters');
  const isMine = letter.case.assigneeId === actor.staffId;
  const mayWrite = can(actor, 'letter.write', isMine);
  const mayApprove = can(actor, 'letter.approve');
  const mayRegister = can(actor, 'letter.register', isMine);
  const waits = letter.state === 'draft' || letter.state === 'approved';
  const seen = { caseId: letter.caseId, letterId: letter.id, version: String(letter.version) };
  return (
    <div className="print:hidden">
      {letter.state === 'draft' && mayApprove && (
        <DeskAct action={approveLetterAction} submit={t('approve')} hidden={seen} />
      )}
      {letter.state === 'draft' && !mayApprove && <p className="measure mb-3 text-muted">{t('waitsForSignatory')}</p>}
      {letter.state === 'approved' && mayRegister && <Register letter={letter} />}
      {letter.state === 'registered' && mayWrite && <Settle letter={letter} />}
      {waits && mayWrite && <Edit letter={letter} seen={seen} />}
      {waits && mayApprove && (
        <DeskAct
          action={returnLetterAction}
          submit={t('returnSubmit')}
          summary={t('return')}
          hidden={seen}
          fields={[
            { name: 'reason', kind: 'textarea', label: t('returnReason'), required: true, rows: 3, maxLength: 1000 },
          ]}
        />
      )}
      {waits && mayWrite && (
        <DeskAct action={discardLetterAction} submit={t('discardSubmit')} summary={t('discard')} hidden={seen} danger />
      )}
      {letter.state === 'discarded' && <p className="measure text-muted">{t('isDiscarded')}</p>}
    </div>
  );
}

async function Edit({ letter, seen }: { letter: LetterPage; seen: Readonly<Record<string, string>> }) {
  const t = await getTranslations('letters');
  const language = await getTranslations('site.languages');
  return (
    <DeskAct
      key={letter.version}
      action={editLetterAction}
      submit={t('editSubmit')}
      summary={t('edit')}
      hidden={letter.applicant ? { ...seen, recipient: letter.recipient } : seen}
      fields={[
        {
          name: 'text',
          kind: 'textarea',
          label: t('new.letterText'),
          value: letter.text,
          required: true,
          rows: 22,
          maxLength: 20_000,
          width: 'full',
        },
        {
          name: 'language',
          kind: 'select',
          label: t('new.language'),
          hint: t('languageHint'),
          value: letter.language,
          required: true,
          options: locales.map((value) => ({ value, label: language(value) })),
        },
        ...(letter.applicant
          ? []
          : [
              {
                name: 'recipient',
                kind: 'text' as const,
                label: t('new.recipient'),
                value: letter.recipient,
                maxLength: 300,
              },
            ]),
      ]}
    >
      {letter.state === 'approved' && <p className="mb-3 text-muted">{t('editTakesApproval')}</p>}
    </DeskAct>
  );
}

async function Register({ letter }: { letter: LetterPage }) {
  const t = await getTranslations('letters');
  return (
    <DeskAct
      action={registerLetterAction}
      submit={t('registerSubmit')}
      hidden={{ caseId: letter.caseId, letterId: letter.id }}
      fields={[
        { name: 'number', kind: 'text', label: t('number'), hint: t('numberHint'), maxLength: 60, width: 'medium' },
        {
          name: 'day',
          kind: 'text',
          label: t('day'),
          hint: t('dayHint'),
          value: dayOf(now()),
          maxLength: 10,
          width: 'short',
        },
      ]}
    />
  );
}

async function Settle({ letter }: { letter: LetterPage }) {
  const t = await getTranslations('letters');
  const state = await getTranslations('letterState');
  const channel = await getTranslations('channel');
  return (
    <DeskAct
      action={settleLetterAction}
      submit={t('settleSubmit')}
      hidden={{ caseId: letter.caseId, letterId: letter.id }}
      fields={[
        {
          name: 'state',
          kind: 'select',
          label: t('outcome'),
          required: true,
          value: 'sent',
          options: settledStates.map((value) => ({ value, label: state(value) })),
        },
        {
          name: 'channel',
          kind: 'select',
          label: t('channel'),
          required: true,
          value: 'post',
          options: letterChannels.map((value) => ({ value, label: channel(value) })),
        },
        {
          name: 'day',
          kind: 'text',
          label: t('settledOn'),
          hint: t('dayHint'),
          value: dayOf(now()),
          maxLength: 10,
          width: 'short',
        },
        {
          name: 'recipient',
          kind: 'text',
          label: t('recipient'),
          hint: t('recipientHint'),
          value: letter.recipient || (letter.applicant ?? ''),
          maxLength: 300,
        },
        { name: 'reason', kind: 'textarea', label: t('reason'), hint: t('reasonHint'), rows: 2, maxLength: 1000 },
      ]}
    />
  );
}
