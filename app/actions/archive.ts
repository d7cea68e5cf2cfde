'use server';
/** Forms of the archive index: the lookup, a record attached to a case, imports. */
import { redirect } from 'next/navigation';
import type { ActionState } from '@/components/form/types';
import { authorize } from '@/domain/access';
import { makeLookup } from '@/domain/archive/find';
import { beginImport, cancelImport, resumeImport, startImport, withdrawImport } from '@/domain/archive/imports';
import { importPage } from '@/domain/archive/queries';
import { attachEvidence } from '@/domain/cases/evidence';
import { readInput } from '@/domain/input';
import { DomainError } from '@/domain/result';
import { carryOut } from './action';
import { keepUpload, postedFile, uploadPath } from './archive-upload';
import { deskAction } from './desk-action';
import { staffOrVisitor } from './session';

export const withdrawImportAction = deskAction(withdrawImport);
export const cancelImportAction = deskAction(cancelImport);

/** Goes on with an import that broke off. */
export async function resumeImportAction(_previous: ActionState, data: FormData): Promise<ActionState> {
  return carryOut(data, async ({ values, locale }) => {
    const actor = await staffOrVisitor();
    const { importId, sha256 } = await importPage(actor, { importId: values.importId });
    await resumeImport(actor, { importId, path: uploadPath(sha256) });
    redirect(`/${locale}/desk/imports/${importId}`);
  });
}

/** Begins a prepared import as it was agreed to; or, asked to, shows the preview again with another mapping. */
export async function beginImportAction(_previous: ActionState, data: FormData): Promise<ActionState> {
  return carryOut(data, async ({ values: { show, importId, sourceKey, ...places }, locale }) => {
    const address = `/${locale}/desk/imports/${String(importId)}`;
    const actor = await staffOrVisitor();
    const { sha256 } = await importPage(actor, { importId });
    if (show) {
      const tried = Object.entries(places).flatMap(([field, place]) => (place ? [`${field}.${String(place)}`] : []));
      redirect(`${address}?${new URLSearchParams({ tried: tried.join('_'), source: String(sourceKey) })}`);
    }
    await beginImport(actor, { importId, sourceKey, ...places, path: uploadPath(sha256) });
    redirect(address);
  });
}

/** Makes and logs the lookup, then leads to the address of its results. */
export async function lookUpAction(_previous: ActionState, data: FormData): Promise<ActionState> {
  return carryOut(data, async ({ values: { case: forCase, ...question }, locale }) => {
    await makeLookup(await staffOrVisitor(), question);
    const asked = Object.entries({ ...question, case: forCase ?? '' }).flatMap(([name, value]) =>
      typeof value === 'string' && value.trim() && name !== 'forCase' ? [[name, value.trim()]] : [],
    );
    redirect(`/${locale}/desk/archive?${new URLSearchParams([...asked, ['logged', 'yes']])}`);
  });
}

/** Attaches a record of the index to a case and leads back to the case. */
export async function attachRecordAction(_previous: ActionState, data: FormData): Promise<ActionState> {
  return carryOut(data, async ({ values, locale }) => {
    await attachEvidence(await staffOrVisitor(), values);
    redirect(`/${locale}/desk/cases/${String(values.caseId)}#evidence`);
  });
}

/** Keeps the posted file and enters its import; what it would take is shown first. */
export async function uploadImportAction(_previous: ActionState, data: FormData): Promise<ActionState> {
  return carryOut(data, async ({ values, locale }) => {
    const actor = await staffOrVisitor();
    await authorize(actor, 'archive.import');
    const { format, file } = readTogether(values, data.get('file'));
    const kept = await keepUpload(file, format);
    const { importId } = await startImport(actor, { ...values, ...kept, queued: true, prepared: true });
    redirect(`/${locale}/desk/imports/${importId}`);
  });
}

/** What is wrong with the choices and with the file is told at once, before anything is kept. */
function readTogether(values: Record<string, unknown>, posted: FormDataEntryValue | null) {
  const choices = refusalOf(() => readInput(startImport.schema, { ...values, fileName: '–', path: '–', queued: true }));
  const file = refusalOf(() => postedFile(posted));
  if (choices.refusal || file.refusal)
    throw new DomainError(
      'input.invalid',
      { ...choices.refusal?.fields, ...file.refusal?.fields },
      file.refusal?.details ?? {},
    );
  return { format: choices.value.format, file: file.value };
}

function refusalOf<Value>(
  work: () => Value,
): { value: Value; refusal?: undefined } | { value?: undefined; refusal: DomainError } {
  try {
    return { value: work() };
  } catch (error) {
    if (error instanceof DomainError) return { refusal: error };
    throw error;
  }
}
