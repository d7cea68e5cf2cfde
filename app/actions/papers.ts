'use server';
/** Papers by plain forms: added without script, and taken away again. */
import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import type { ActionState } from '@/components/form/types';
import { formBytes } from '@/components/papers/paper-limits';
import { removeDeskPaper } from '@/domain/attachments/desk-papers';
import { removeFieldPaper } from '@/domain/attachments/field-papers';
import { addWhole } from '@/domain/attachments/pieces';
import { removeAttachment, removeDraftAttachment } from '@/domain/attachments/removing';
import { DomainError, type RefusalCode } from '@/domain/result';
import { carryOut } from './action';
import { paperSender } from './paper-owner';
import { staffOrVisitor } from './session';

/** Adds every posted file; those before a refused one stay added. */
export async function addPapersAction(_previous: ActionState, data: FormData): Promise<ActionState> {
  return carryOut(data, async ({ values }) => {
    const sender = await paperSender(values);
    const files = data.getAll('file').filter((file): file is File => file instanceof File && isChosen(file));
    if (files.length === 0) throw refused('paper.none');
    const bytes = files.reduce((sum, file) => sum + file.size, 0);
    if (bytes > formBytes) throw refused('paper.too-large-together', { limit: formBytes / 1_000_000 });
    const { kind = 'other', questionId } = values;
    const owner =
      sender.for === 'application' && typeof questionId === 'string' && questionId
        ? { ...sender.owner, questionId }
        : sender.owner;
    for (const file of files) await addWhole(sender.actor, owner, { kind: String(kind), name: file.name, file });
    refresh();
    return undefined;
  });
}

export async function removePaperAction(data: FormData): Promise<void> {
  await carryOut(data, async ({ values }) => {
    const sender = await paperSender(values);
    const { attachmentId } = values;
    if (sender.for === 'draft') await removeDraftAttachment(sender.actor, { ...sender.owner, attachmentId });
    else if (sender.for === 'application') await removeAttachment(sender.actor, { ...sender.owner, attachmentId });
    else if (!('caseId' in sender.owner)) await removeFieldPaper(sender.actor, { ...sender.owner, attachmentId });
    else await removeDeskPaper(sender.actor, { caseId: sender.owner.caseId, attachmentId });
    refresh();
    return undefined;
  });
}

/** Takes a paper away on its own page of the desk and leads back to the case. */
export async function removeDeskPaperAction(_previous: ActionState, data: FormData): Promise<ActionState> {
  return carryOut(data, async ({ values: { caseId, ...named }, locale }) => {
    await removeAttachment(await staffOrVisitor(), named);
    redirect(`/${locale}/desk/cases/${String(caseId)}#family`);
  });
}

/** A field left empty arrives as a file without bytes, its missing name as the framework writes it. */
const isChosen = ({ size, name }: File) => size > 0 || !/^(undefined)?$/.test(name);

const refused = (code: RefusalCode, details: DomainError['details'] = {}) =>
  new DomainError(code, { file: code }, details);
