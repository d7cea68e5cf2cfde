/** One case of a register for measuring, with all that years of work leave beside it. */
import {
  applications,
  archiveRequests,
  cases,
  conclusions,
  consents,
  events,
  evidence,
  letters,
  matchCandidates,
  mentions,
  messages,
  notes,
  questions,
  requestCases,
  searches,
  tasks,
} from '@/db/schema';
import type { statuses } from '@/domain/cases/pipeline';
import { now } from '@/domain/clock';
import { foldedSpellings } from '@/domain/names';
import type { StaffActor } from '@/domain/permissions';
import { regions } from '@/domain/regions';
import { dayOf } from '@/domain/working-days';
import { peoples } from '../../demonstration/invented-names';
import { Chance, Draw } from '../names/chance';
import { rowWriter } from './rows';
import { text } from './words';

const day = 24 * 3600_000;
const eventsEach = 20;

/** Shares of the statuses in a register that has grown for years. */
const standing = new Draw([
  ['received', 3],
  ['checking', 4],
  ['needs-information', 3],
  ['searching', 15],
  ['awaiting-reply', 12],
  ['under-review', 1],
  ['fate-established', 1],
  ['burial-established', 1],
  ['family-informed', 6],
  ['on-watch', 27],
  ['forwarded', 4],
  ['closed', 20],
  ['withdrawn', 3],
] as [(typeof statuses)[number], number][]);

/** Who works here: as many researchers as the cases need, and a few managers. */
export type Staffed = { researchers: StaffActor[]; managers: StaffActor[] };

/** What writes a row into each table. */
export const writers = () => ({
  applications: rowWriter(applications),
  cases: rowWriter(cases),
  conclusions: rowWriter(conclusions),
  consents: rowWriter(consents),
  events: rowWriter(events),
  evidence: rowWriter(evidence),
  letters: rowWriter(letters),
  candidates: rowWriter(matchCandidates),
  mentions: rowWriter(mentions),
  messages: rowWriter(messages),
  notes: rowWriter(notes),
  questions: rowWriter(questions),
  requests: rowWriter(archiveRequests),
  requestCases: rowWriter(requestCases),
  searches: rowWriter(searches),
  tasks: rowWriter(tasks),
});

const channels = ['web', 'web', 'post', 'visit', 'telephone', 'email'] as const;

const kinds = new Map<string, number>();

/** An id of the usual form that sorts by the case it belongs to. */
export function idOf(kind: string, number: number, n = 0): string {
  const code = kinds.get(kind) ?? kinds.size;
  kinds.set(kind, code);
  const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0');
  return `${hex(number, 8)}-0000-7000-8000-${hex(code, 4)}${hex(n, 8)}`;
}

export type World = {
  write: ReturnType<typeof writers>;
  people: Staffed;
  reference: { sources: string[]; partners: string[] };
};

const surnames = [...peoples.kazakh.surnames, ...peoples.russian.surnames];
const givenNames = [...peoples.kazakh.men, ...peoples.russian.men];

/** A case in the making: its place in time, who has it, and the chance that everything about it is drawn by. */
type Made = World & {
  chance: Chance;
  number: number;
  id: string;
  status: (typeof statuses)[number];
  isFree: boolean;
  researcher: string;
  manager: string;
  receivedAt: number;
  /** The moment at a share of the time since it was received. */
  at: (share: number) => number;
};

/** Writes the case of this number, the same for the same number. */
export function addCase(number: number, world: World): void {
  const made = begun(number, world);
  addSoldier(made);
  addApplications(made);
  addEvents(made);
  if (made.isFree) return;
  addNotes(made);
  addSearches(made);
  addLetters(made);
  addWords(made);
  if (made.status === 'awaiting-reply' || made.chance.is(0.4)) addRequest(made);
  addEvidence(made);
  addConclusion(made);
  addTask(made);
  addCandidate(made);
}

function begun(number: number, world: World): Made {
  const { people } = world;
  const chance = new Chance().begin(1945, number);
  const id = idOf('case', number);
  const status = standing.by(chance);
  const isFree = status === 'received' || (status === 'checking' && chance.is(0.2));
  const researcher = chance.pick(people.researchers).staffId;
  const manager = people.managers[0]?.staffId ?? '';
  // Most have been here for years; what was just received has not.
  const receivedAt = now() - Math.round((isFree ? chance.next() * 12 : 20 + chance.next() * 1_500) * day);
  const at = (share: number) => Math.round(receivedAt + (now() - receivedAt) * share);
  return { ...world, chance, number, id, status, isFree, researcher, manager, receivedAt, at };
}

function addSoldier({ write, chance, number, id, status, isFree, researcher, receivedAt, at }: Made): void {
  const surname = chance.pick(surnames);
  const givenName = chance.pick(givenNames);
  const patronymic = chance.pick(givenNames);
  write.cases({
    id,
    number,
    origin: 'application',
    status,
    statusSince: at(0.9),
    version: 5,
    assigneeId: isFree ? null : researcher,
    surname: surname.kk,
    givenName: givenName.kk,
    patronymic: patronymic.kk,
    otherSpellings: `${surname.ru} ${givenName.ru}`,
    searchText: foldedSpellings([surname.kk, givenName.kk, patronymic.kk, surname.ru, givenName.ru]),
    birth: String(chance.int(1890, 1926)),
    birthPlace: text(chance, 4),
    draftPlace: text(chance, 3),
    receivedAt,
  });
}

function addApplications({ write, chance, number, id, status, receivedAt, at }: Made): void {
  for (let n = 0; n < (chance.is(0.1) ? 2 : 1); n++) {
    const applicationId = idOf('application', number, n);
    write.applications({
      id: applicationId,
      reference: `${number.toString(36)}-${n}`,
      codeSalt: '',
      codeHash: '',
      caseId: id,
      channel: channels[(number + n) % channels.length] ?? 'post',
      language: chance.is(0.5) ? 'kk' : 'ru',
      receivedAt,
      answers: {
        unit: text(chance, 5),
        residence: text(chance, 5),
        lastLetter: text(chance, 25),
        parents: text(chance, 6),
      },
      applicantName: `${chance.pick(surnames).kk} ${chance.pick(givenNames).kk}`,
      kinship: chance.pick(['son', 'daughter', 'grandchild', 'grandchild', 'nephew-niece', 'sibling']),
      telephone: `+7 701 ${chance.int(1_000_000, 9_999_999)}`,
      email: '',
      postalAddress: text(chance, 6),
      region: regions[number % regions.length]?.code ?? '',
      birthYear: chance.is(0.7) ? chance.int(1925, 1995) : null,
      helperName: '',
      helperContact: '',
      newsTo: 'applicant',
      tellFirst: 'page',
      withdrawnAt: status === 'withdrawn' ? at(0.5) : null,
    });
    for (const kind of ['processing', 'publication', 'sharing'] as const)
      write.consents({
        id: idOf(kind, number, n),
        applicationId,
        kind,
        how: 'signature',
        textVersion: '1',
        givenAt: receivedAt,
      });
  }
}

/** The way to each status; the last of them is where the case stands. */
const waysTo: Readonly<Record<string, readonly string[]>> = {
  checking: ['checking'],
  'needs-information': ['checking', 'searching', 'needs-information'],
  searching: ['checking', 'searching'],
  'awaiting-reply': ['checking', 'searching', 'awaiting-reply'],
  'under-review': ['checking', 'searching', 'awaiting-reply', 'under-review'],
  'fate-established': ['checking', 'searching', 'under-review', 'fate-established'],
  'burial-established': ['checking', 'searching', 'under-review', 'burial-established'],
  'family-informed': ['checking', 'searching', 'under-review', 'burial-established', 'family-informed'],
  'on-watch': ['checking', 'searching', 'awaiting-reply', 'on-watch'],
  forwarded: ['checking', 'forwarded'],
  closed: ['checking', 'searching', 'under-review', 'burial-established', 'family-informed', 'closed'],
  withdrawn: ['checking', 'searching', 'withdrawn'],
};

function addEvents({ write, number, id, status, researcher, at }: Made): void {
  const way = waysTo[status] ?? [];
  for (let n = 0; n < eventsEach; n++) {
    // Every third event moves it on, until it stands where it stands.
    const step = n % 3 === 1 ? (n - 1) / 3 : -1;
    const to = way[step];
    write.events({
      seq: number * eventsEach + n,
      at: at((n / eventsEach) * 0.95),
      actorRole: 'researcher',
      actorId: researcher,
      kind: n === 0 ? 'case.opened' : to ? 'case.moved' : 'search.logged',
      caseId: id,
      data: JSON.stringify({ from: way[step - 1] ?? 'received', to: to ?? 'searching' }),
      prevHash: '',
      hash: `${number * eventsEach + n}`,
    });
  }
}

function addNotes({ write, people, chance, number, id, researcher, at }: Made): void {
  for (let n = 0; n < 4; n++) {
    write.notes({
      id: idOf('note', number, n),
      caseId: id,
      kind: n % 2 ? 'reason' : 'note',
      text: text(chance, 20),
      writtenBy: researcher,
      writtenAt: at(0.2 + n / 10),
    });
    if (n === 0 && chance.is(0.01))
      write.mentions({ noteId: idOf('note', number), staffId: chance.pick(people.researchers).staffId });
  }
}

function addSearches({ write, reference, chance, number, id, researcher, at }: Made): void {
  for (let n = 0; n < 6; n++)
    write.searches({
      id: idOf('search', number, n),
      caseId: id,
      sourceKey: reference.sources[n] ?? '',
      asked: text(chance, 6),
      outcome: chance.is(0.2) ? 'found' : 'nothing',
      reason: '',
      searchedBy: researcher,
      searchedAt: at(0.1 + n / 10),
    });
}

function addLetters({ write, chance, number, id, status, researcher, at }: Made): void {
  const hasWord = status !== 'checking' && status !== 'needs-information' && chance.is(0.97);
  // The last word of an open case is seldom older than its term.
  const lastWord = now() - Math.round(chance.next() * (status === 'on-watch' ? 370 : 94) * day);
  // Where nothing has gone out yet, one in fifty is being written.
  for (let n = 0; n < (hasWord ? 2 : chance.is(0.02) ? 1 : 0); n++)
    write.letters({
      id: idOf('letter', number, n),
      caseId: id,
      applicationId: idOf('application', number),
      kind: n === 0 ? 'acknowledgement' : 'interim',
      language: 'ru',
      text: text(chance, 45),
      state: hasWord ? 'sent' : chance.pick(['draft', 'approved', 'registered'] as const),
      channel: 'post',
      writtenBy: researcher,
      writtenAt: at(0.5),
      settledAt: hasWord ? lastWord : null,
      reason: '',
      number: hasWord ? `${number}/${n}` : null,
    });
}

/** What the applicant was asked, and wrote unasked. */
function addWords({ write, chance, number, id, researcher, at }: Made): void {
  if (chance.is(0.5))
    write.questions({
      id: idOf('question', number),
      caseId: id,
      applicationId: idOf('application', number),
      text: text(chance, 10),
      askedBy: researcher,
      askedAt: at(0.3),
      answer: text(chance, 15),
      answeredAt: at(0.4 + chance.next() / 2),
    });
  if (chance.is(0.3))
    write.messages({
      id: idOf('message', number),
      caseId: id,
      applicationId: idOf('application', number),
      text: text(chance, 20),
      writtenAt: at(0.6),
      seenAt: chance.is(0.002) ? null : at(0.7),
    });
}

function addRequest({ write, people, reference, chance, number, at }: Made): void {
  const sentAt = at(0.5);
  const isOpen = chance.is(0.25);
  write.requests({
    id: idOf('request', number),
    partnerId: chance.pick(reference.partners),
    sourceKey: chance.pick(reference.sources),
    state: isOpen ? 'sent' : 'closed',
    number: `${number}`,
    channel: 'post',
    text: text(chance, 40),
    writtenBy: people.researchers[0]?.staffId ?? '',
    writtenAt: sentAt,
    sentAt,
    // One of ten that are out has kept us waiting.
    expectedOn: dayOf(now() + chance.int(-3, 27) * day),
  });
  write.requestCases({
    requestId: idOf('request', number),
    caseId: idOf('case', number),
    outcome: isOpen ? null : 'nothing',
    answer: isOpen ? '' : text(chance, 25),
    changed: '',
    answeredAt: isOpen ? null : at(0.6 + chance.next() * 0.4),
  });
}

function addEvidence({ write, chance, number, id, researcher, at }: Made): void {
  write.evidence({
    id: idOf('evidence', number),
    caseId: id,
    citation: `ЦАМО, ф. ${chance.int(1, 99)}, оп. ${chance.int(1, 99_999)}, д. ${chance.int(1, 999)}, л. ${number}`,
    states: text(chance, 12),
    attachedBy: researcher,
    attachedAt: at(0.7),
  });
}

function addConclusion({ write, chance, number, id, status, researcher, manager, at }: Made): void {
  const isConfirmed = ['fate-established', 'burial-established', 'family-informed', 'closed'].includes(status);
  if (isConfirmed || status === 'under-review')
    write.conclusions({
      id: idOf('conclusion', number),
      caseId: id,
      state: isConfirmed ? 'confirmed' : 'proposed',
      fate: 'killed',
      sensitive: false,
      fateDate: '1943',
      summary: text(chance, 30),
      proposedBy: researcher,
      proposedAt: at(0.8),
      lastEditedBy: researcher,
      decidedBy: isConfirmed ? manager : null,
      decidedAt: isConfirmed ? now() - Math.round(chance.next() * 4 * day) : null,
    });
}

function addTask({ write, chance, number, id, researcher, at }: Made): void {
  if (chance.is(0.03))
    write.tasks({
      id: idOf('task', number),
      caseId: id,
      text: text(chance, 6),
      dueOn: dayOf(now() + chance.int(-3, 60) * day),
      assigneeId: researcher,
      setBy: researcher,
      setAt: at(0.5),
      doneAt: chance.is(0.8) ? at(0.9) : null,
    });
}

function addCandidate({ write, chance, number, id, at }: Made): void {
  write.candidates({
    id: idOf('candidate', number),
    caseId: id,
    // One pair in ten is of two cases.
    ...(number > 1 && chance.is(0.1) ? { otherCaseId: idOf('case', number - 1) } : { recordId: number }),
    state: chance.is(0.02) ? 'proposed' : 'rejected',
    bits: 10 + chance.next() * 20,
    band: 'possible',
    verdicts: [],
    compared: '',
    proposedAt: at(0.6),
    reason: '',
  });
}
