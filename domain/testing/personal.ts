/** Every column that belongs to one application, and what becomes of it: held against the schema by the tests of own data and erasure. */
import { eq, getTableColumns, getTableName, is } from 'drizzle-orm';
import { SQLiteTable } from 'drizzle-orm/sqlite-core';
import * as schema from '@/db/schema';
import { theStore } from '../database';
import { newId } from '../identity';

/**
 * `own`: said by the applicant or to them; they may download it, erasure empties it. `fact`: they may download it, it stays so that
 * the history stays true. `secret`: never shown, erasure ends it. `ours`: neither shown nor personal.
 */
export type Keeping = 'own' | 'fact' | 'secret' | 'ours';

const ids = { id: 'ours', caseId: 'ours', applicationId: 'ours' } as const;

export const personal: Readonly<Record<string, Readonly<Record<string, Keeping>>>> = {
  applications: {
    id: 'ours',
    caseId: 'ours',
    reference: 'fact',
    codeSalt: 'secret',
    codeHash: 'secret',
    channel: 'fact',
    language: 'fact',
    receivedAt: 'fact',
    registeredBy: 'ours',
    answers: 'own',
    applicantName: 'own',
    kinship: 'own',
    telephone: 'own',
    email: 'own',
    postalAddress: 'own',
    region: 'fact',
    birthYear: 'own',
    helperName: 'own',
    helperContact: 'own',
    newsTo: 'fact',
    tellFirst: 'fact',
    withdrawnAt: 'fact',
    erasedAt: 'ours',
  },
  consents: {
    id: 'ours',
    applicationId: 'ours',
    kind: 'fact',
    how: 'fact',
    textVersion: 'fact',
    givenAt: 'fact',
    recordedBy: 'ours',
    revokedAt: 'fact',
    confirmedAt: 'fact',
  },
  drafts: {
    id: 'ours',
    applicationId: 'ours',
    tokenHash: 'ours',
    language: 'fact',
    answers: 'own',
    createdAt: 'fact',
    updatedAt: 'fact',
    codeOnce: 'secret',
    usable: 'ours',
  },
  questions: {
    ...ids,
    text: 'own',
    askedBy: 'ours',
    askedAt: 'fact',
    answer: 'own',
    answeredAt: 'fact',
    answerRecordedBy: 'ours',
    closedAt: 'fact',
  },
  messages: { ...ids, text: 'own', writtenBy: 'ours', writtenAt: 'fact', seenAt: 'fact', seenBy: 'ours' },
  letters: {
    ...ids,
    partnerId: 'ours',
    kind: 'fact',
    language: 'fact',
    text: 'own',
    state: 'ours',
    channel: 'ours',
    writtenBy: 'ours',
    writtenAt: 'ours',
    settledAt: 'fact',
    reason: 'secret',
    version: 'ours',
    conclusionId: 'ours',
    correctsId: 'ours',
    lastEditedBy: 'ours',
    approvedBy: 'ours',
    approvedAt: 'ours',
    number: 'fact',
    numberedOn: 'fact',
    registeredBy: 'ours',
    // The text again, as it stands on the sheet.
    frozen: 'secret',
    sheetSha256: 'ours',
    recipient: 'secret',
    settledBy: 'ours',
  },
  takeover_rows: {
    id: 'ours',
    takeoverId: 'ours',
    sheet: 'ours',
    row: 'ours',
    // As the old register had it: said to the museum, shown in the answers that came of it.
    cells: 'secret',
    corrected: 'secret',
    problems: 'secret',
    outcome: 'ours',
    caseId: 'ours',
    applicationId: 'ours',
  },
  attachments: {
    id: 'ours',
    draftId: 'ours',
    applicationId: 'ours',
    questionId: 'ours',
    messageId: 'ours',
    caseId: 'ours',
    requestId: 'ours',
    letterId: 'ours',
    evidenceId: 'ours',
    findId: 'ours',
    ceremonyId: 'ours',
    kind: 'fact',
    name: 'own',
    mediaType: 'fact',
    bytes: 'fact',
    sha256: 'fact',
    state: 'fact',
    refusal: 'ours',
    viewSha256: 'ours',
    thumbSha256: 'ours',
    width: 'ours',
    height: 'ours',
    addedBy: 'ours',
    addedAt: 'fact',
    removedAt: 'fact',
  },
  uploads: {
    id: 'ours',
    draftId: 'ours',
    applicationId: 'ours',
    questionId: 'ours',
    messageId: 'ours',
    caseId: 'ours',
    requestId: 'ours',
    letterId: 'ours',
    evidenceId: 'ours',
    findId: 'ours',
    ceremonyId: 'ours',
    staffId: 'ours',
    kind: 'ours',
    // On its way for a day at most; it is a paper as soon as it has arrived.
    name: 'secret',
    bytes: 'ours',
    createdAt: 'ours',
    attachmentId: 'ours',
  },
  notices: {
    id: 'ours',
    applicationId: 'ours',
    kind: 'fact',
    eventSeq: 'ours',
    language: 'fact',
    name: 'own',
    address: 'own',
    // Holds the link to a new code while it waits.
    data: 'secret',
    state: 'fact',
    attempts: 'fact',
    nextAt: 'ours',
    messageId: 'ours',
    maybeTwice: 'ours',
    lastAnswer: 'own',
    createdAt: 'fact',
    settledAt: 'fact',
    toldBy: 'ours',
    toldHow: 'fact',
  },
  told_phases: { applicationId: 'ours', phase: 'ours', at: 'ours' },
  code_renewals: { applicationId: 'ours', tokenHash: 'secret', createdAt: 'fact', endsAt: 'ours', usedAt: 'fact' },
  erasure_requests: {
    id: 'ours',
    applicationId: 'ours',
    askedAt: 'fact',
    reason: 'own',
    state: 'fact',
    decidedBy: 'ours',
    decidedAt: 'fact',
    note: 'own',
  },
  invitations: {
    id: 'ours',
    applicationId: 'ours',
    tripId: 'ours',
    ceremonyId: 'ours',
    state: 'fact',
    persons: 'own',
    answer: 'own',
    invitedBy: 'ours',
    invitedAt: 'fact',
    answeredAt: 'fact',
    answerRecordedBy: 'ours',
    documentsSeen: 'fact',
    version: 'ours',
  },
  memory_consents: {
    applicationId: 'ours',
    pageId: 'ours',
    version: 'ours',
    answer: 'fact',
    words: 'own',
    answeredAt: 'fact',
    recordedBy: 'ours',
  },
  sign_ins: {
    id: 'ours',
    applicationId: 'ours',
    staffId: 'ours',
    createdAt: 'fact',
    lastSeenAt: 'fact',
    endsAt: 'ours',
    endedAt: 'fact',
  },
};

/** Events name fields and ids, never values; the chain of their hashes keeps them as they are. */
const withoutPersonalValues = ['events'];

/** The tables that hold rows of one application, with their columns, as the schema has them. */
export function personalTables(): { table: SQLiteTable; name: string; columns: string[] }[] {
  return Object.values(schema)
    .flatMap((one) => (is(one, SQLiteTable) ? [one as SQLiteTable] : []))
    .map((table) => ({ table, name: getTableName(table), columns: Object.keys(getTableColumns(table)) }))
    .filter(({ name, columns }) => name === 'applications' || columns.includes('applicationId'))
    .filter(({ name }) => !withoutPersonalValues.includes(name));
}

/** Numbers: they can hold no marker. */
export const unmarked: readonly string[] = ['birthYear', 'persons'];

/** What stands in a column of text after `fillPersonal`. */
export const marker = (owner: string, table: string, column: string): string => `${owner}-${table}-${column}-${owner}`;

type Owner = { owner: string; applicationId: string; caseId: string; staffId: string };

/** Writes a marker into every column of one application that is the applicant's own or secret; a row in each table. */
export async function fillPersonal(of: Owner): Promise<void> {
  const { owner, applicationId, caseId, staffId } = of;
  const at = 1_580_000_000_000;
  const takeoverId = newId();
  const pageId = newId();
  const rows: Record<string, Record<string, unknown>> = {
    questions: { id: newId(), applicationId, caseId, askedBy: staffId, askedAt: at, answeredAt: at },
    messages: { id: newId(), applicationId, caseId, writtenBy: null, writtenAt: at },
    letters: {
      id: newId(),
      applicationId,
      caseId,
      kind: 'interim',
      language: 'kk',
      state: 'sent',
      channel: 'post',
      writtenBy: staffId,
      writtenAt: at,
      settledAt: at,
    },
    attachments: {
      id: newId(),
      applicationId,
      kind: 'photo',
      mediaType: 'image/jpeg',
      bytes: 1,
      sha256: 'a'.repeat(64),
      state: 'ready',
      refusal: '',
      addedAt: at,
    },
    uploads: { id: newId(), applicationId, kind: 'photo', bytes: 1, createdAt: at },
    notices: {
      id: newId(),
      applicationId,
      kind: 'received',
      eventSeq: 1,
      language: 'kk',
      state: 'given-up',
      attempts: 1,
      nextAt: 0,
      messageId: newId(),
      maybeTwice: false,
      createdAt: at,
    },
    told_phases: { applicationId, phase: 'searching', at },
    code_renewals: { applicationId, createdAt: at, endsAt: at + 1 },
    sign_ins: { id: newId(), applicationId, createdAt: at, lastSeenAt: at, endsAt: at + 1 },
    erasure_requests: { id: newId(), applicationId, askedAt: at, state: 'declined', decidedBy: staffId, decidedAt: at },
    invitations: {
      id: newId(),
      applicationId,
      state: 'accepted',
      persons: 2,
      invitedAt: at,
      documentsSeen: [],
      version: 1,
    },
    memory_consents: { pageId, applicationId, version: 1, answer: 'agreed', answeredAt: at },
    takeover_rows: { id: newId(), takeoverId, sheet: '1', row: 2, outcome: 'taken', caseId, applicationId },
  };
  await theStore().tx(async (tx) => {
    await tx.insert(schema.takeovers).values({
      id: takeoverId,
      fileName: 'register.xlsx',
      sha256: 'a'.repeat(64),
      state: 'done',
      mapping: {},
      settings: {},
      counts: {},
      uploadedBy: staffId,
      uploadedAt: at,
    });
    await tx.insert(schema.memoryPages).values({
      id: pageId,
      caseId,
      state: 'draft',
      story: { kk: '', ru: '', en: '' },
      version: 1,
      writtenBy: staffId,
      writtenAt: at,
    });
    for (const { table, name } of personalTables()) {
      const columns = getTableColumns(table);
      const own = Object.entries(personal[name] ?? {}).filter(
        ([, keeping]) => keeping === 'own' || keeping === 'secret',
      );
      const marked = Object.fromEntries(
        own
          .filter(([column]) => columns[column]?.dataType !== 'number')
          .map(([column]) => {
            const text = marker(owner, name, column);
            return [column, columns[column]?.dataType === 'json' ? { parents: text } : text];
          }),
      );
      const row = rows[name];
      if (row) await tx.insert(table).values({ ...row, ...marked });
      else if (name === 'consents') continue;
      else {
        const key = name === 'applications' ? columns.id : columns.applicationId;
        if (key) await tx.update(table).set(marked).where(eq(key, applicationId));
      }
    }
  });
}
