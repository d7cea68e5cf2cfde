/** For every command and query one input that fits its schema, as its page would send it. A new one is one more line. */
import { typicalAnswers } from './applications';
import { staffPassword } from './staff';

/** Whom and what an input is about. */
export type Subject = { caseId: string; otherCaseId: string; applicationId: string; staffId: string };

/** Nobody's row: refused as unknown by everyone who is let in. */
const unknown = '00000000-0000-7000-8000-000000000000';
const token = 'nobody-holds-this-token-0000000000';
const reason = 'Себебі осы.';
const version = 1;
const memberId = unknown;
const burialPlaceId = unknown;
const evidenceIds = unknown;
const soldier = { surname: 'Ахметов', givenName: 'Қасым', birth: '1920' };
const conclusion = { fate: 'killed', summary: 'Донесение.', evidenceIds };
const place = { reportedName: 'д. Малая Осинка', reportedCountry: 'SU' };
const townOfMine = { kind: 'settlement', country: 'KZ', namesKk: 'Қазаншұңқыр', namesRu: 'Казаншункур 1930–' };
const aSource = {
  ...{ nameKk: 'Аудандық музей', nameRu: 'Районный музей', nameEn: 'District museum' },
  ...{ kind: 'archive', country: 'KZ', access: 'on-site' },
};
const names = { nameKk: 'Демалыс', nameRu: 'Выходной', nameEn: 'Day off' };
/** Read only by those who may: for everyone else the refusal comes before the file is looked for. */
const file = { fileName: 'records.csv', path: '/nowhere/records.csv', format: 'auto', queued: true };
const letter = { kind: 'interim', language: 'kk', text: 'Хат.' };
const request = {
  partnerId: 'oblast-archive',
  sourceKey: 'oblast-archives',
  language: 'ru',
  channel: 'post',
  text: 'Просим сообщить.',
};

const partner = { kind: 'archive', country: 'KZ', nameRu: 'Архив района', language: 'ru', answersIn: '30' };
const paper = { kind: 'photo', name: 'ата.jpg', bytes: 1000 };
const pictureFile = { part: 'part', sha256: '0'.repeat(64) };

export const inputs: Readonly<Record<string, (subject: Subject) => object>> = {
  // applications
  saveDraft: () => ({ language: 'kk', step: 'soldier', answers: { surname: 'Ахметов' } }),
  draftByToken: () => ({ token }),
  receiptByToken: () => ({ token }),
  sendApplication: () => ({ token }),
  registerApplication: () => ({
    channel: 'post',
    receivedOn: '2020-01-10',
    language: 'ru',
    consentHow: 'signature',
    answers: typicalAnswers,
  }),
  trackedApplication: ({ applicationId }) => ({ applicationId }),
  revokeConsent: ({ applicationId }) => ({ applicationId, kind: 'processing' }),
  addConsent: ({ applicationId }) => ({ applicationId, kind: 'sharing', how: 'signature' }),
  withdrawApplication: ({ applicationId }) => ({ applicationId, reason }),
  ownData: ({ applicationId }) => ({ applicationId, form: 'json' }),
  applicationSheet: ({ applicationId }) => ({ applicationId }),
  ownSheet: ({ applicationId }) => ({ applicationId }),
  askErasure: ({ applicationId }) => ({ applicationId, reason }),
  ownErasure: ({ applicationId }) => ({ applicationId }),
  erasureRequestList: () => ({}),
  openErasures: () => ({}),
  declineErasure: () => ({ requestId: unknown, note: reason }),
  carryOutErasure: () => ({ requestId: unknown }),

  confirmConsent: ({ applicationId }) => ({ applicationId, kind: 'publication' }),
  askForCode: () => ({ email: 'nobody@example.invalid' }),
  codeByLink: () => ({ token }),
  renewByLink: () => ({ token }),
  renewCode: ({ applicationId }) => ({ applicationId, how: 'papers', checked: 'Жеке куәлігі көрсетілді.' }),
  passOnApplication: ({ applicationId }) => ({
    applicationId,
    applicantName: 'Дана Серікқызы',
    kinship: 'grandchild',
    telephone: '+7 700 000 00 01',
    language: 'kk',
    tellFirst: 'page',
    reason,
  }),

  // cases
  caseList: () => ({}),
  caseByNumber: () => ({ intoNumber: 1 }),
  caseNumbers: ({ caseId }) => ({ caseIds: caseId }),
  newAnswers: () => ({}),
  casePage: ({ caseId }) => ({ caseId }),
  caseHistory: ({ caseId }) => ({ caseId }),
  openFoundCase: () => ({ origin: 'find', ...soldier }),
  takeCase: ({ caseId }) => ({ caseId, version }),
  assignCase: ({ caseId }) => ({ caseId, version, assigneeId: memberId }),
  decideMove: ({ caseId }) => ({ caseId, version, to: 'searching', reason }),
  moveUnseen: ({ caseId }) => ({ caseId, to: 'searching', reason }),
  joinCases: ({ caseId, otherCaseId }) => ({ caseId, version, intoId: otherCaseId, reason }),
  partCase: ({ caseId }) => ({ caseId, version, reason }),
  correctCase: ({ caseId }) => ({ caseId, version, ...soldier }),
  extendTerm: ({ caseId }) => ({ caseId, version, to: '2199-01-01', reason }),
  addNote: ({ caseId }) => ({ caseId, text: 'Жазба.', mentions: [] }),

  // hand and eye
  assignUnseen: ({ caseId }) => ({ caseId, assigneeId: memberId }),
  releaseCase: ({ caseId }) => ({ caseId, version }),
  takeBackCase: ({ caseId }) => ({ caseId, version }),
  standingHandOver: ({ caseId }) => ({ caseId }),
  myWork: () => ({}),
  nextCase: () => ({}),
  myMentions: () => ({}),
  mentionsOfCase: ({ caseId }) => ({ caseId }),
  markMentionSeen: () => ({ noteId: unknown }),
  setTask: ({ caseId }) => ({ caseId, text: 'Архивке қоңырау шалу.', dueOn: '2199-01-01', assigneeId: memberId }),
  finishTask: () => ({ taskId: unknown }),
  reopenTask: () => ({ taskId: unknown }),
  myTasks: () => ({}),
  openTasks: () => ({}),
  tasksOfCase: ({ caseId }) => ({ caseId }),
  saveFilter: () => ({ name: 'Менің іріктемем', query: 'view=mine&sort=due' }),
  removeFilter: () => ({ filterId: unknown }),
  savedFilterList: () => ({}),
  recordOpening: ({ caseId }) => ({ caseId }),
  openingList: () => ({}),
  removeHoliday: () => ({ day: '2020-02-03' }),
  holidayList: () => ({ year: 2020 }),
  changeTerms: () => ({ firstAnswer: 15, forwarding: 3, notice: 3, nextWord: 90, nextWordOnWatch: 365 }),
  changeReminders: () => ({ first: 30, second: 60, third: 120 }),
  termSettings: () => ({}),

  attachEvidence: ({ caseId }) => ({ caseId, citation: 'ЦАМО, ф. 58' }),
  removeEvidence: ({ caseId }) => ({ caseId, evidenceId: unknown, reason }),
  proposeConclusion: ({ caseId }) => ({ caseId, version, ...conclusion }),
  editConclusion: ({ caseId }) => ({ caseId, version, ...conclusion }),
  releaseConclusion: ({ caseId }) => ({ caseId, version }),
  markSensitive: ({ caseId }) => ({ caseId, version, sensitive: 'on' }),
  confirmConclusion: ({ caseId }) => ({ caseId, version }),
  sendBackConclusion: ({ caseId }) => ({ caseId, version, reason }),
  revokeConclusion: ({ caseId }) => ({ caseId, version, reason }),
  conclusionAftermath: ({ caseId }) => ({ caseId }),
  factsOf: ({ caseId }) => ({ caseId }),
  chooseFact: ({ caseId }) => ({ caseId, version, field: 'birth', value: '1915', origin: 'staff', reason }),
  endFactChoice: ({ caseId }) => ({ caseId, version, choiceId: unknown }),
  describeEvidence: ({ caseId }) => ({ caseId, evidenceId: unknown, birth: '1915' }),

  // correspondence
  askQuestion: ({ caseId, applicationId }) => ({ caseId, addresseeId: applicationId, text: 'Қай жылы?' }),
  answerQuestion: ({ applicationId }) => ({ applicationId, questionId: unknown, answer: '1941.' }),
  recordAnswer: ({ caseId }) => ({ caseId, questionId: unknown, answer: '1941.' }),
  writeMessage: ({ applicationId }) => ({ applicationId, text: 'Хабарлама.' }),
  markMessageSeen: ({ caseId }) => ({ caseId, messageId: unknown }),
  closeQuestion: ({ caseId }) => ({ caseId, questionId: unknown }),
  draftRequest: ({ caseId }) => ({ caseIds: caseId, ...request }),
  editRequest: ({ caseId }) => ({ requestId: unknown, version, caseIds: caseId, ...request }),
  sendRequest: ({ caseId }) => ({ requestId: unknown, version, caseId }),
  amendRequest: ({ caseId }) => ({ requestId: unknown, version, caseId, number: '7', expectedOn: '2199-01-01' }),
  giveUpRequest: ({ caseId }) => ({ requestId: unknown, version, caseId, reason }),
  remindRequest: ({ caseId }) => ({
    requestId: unknown,
    version,
    caseId,
    channel: 'post',
    text: 'Напоминаем.',
    expectedOn: '2199-01-01',
  }),
  changeReply: ({ caseId }) => ({ caseId, requestId: unknown, answer: 'Нет.' }),
  enterPartner: () => partner,
  changePartner: () => ({ partnerId: 'oblast-archive', version, inUse: 'on', ...partner }),
  partnerRegister: () => ({}),
  partnerPage: () => ({ partnerId: 'oblast-archive' }),
  givePartnerLink: ({ caseId }) => ({ caseId, partnerId: 'oblast-archive', days: '14' }),
  endPartnerLink: ({ caseId }) => ({ caseId, linkId: unknown }),
  openPartnerLink: () => ({ token }),
  partnerLinksOf: ({ caseId }) => ({ caseId }),
  requestsOfCase: ({ caseId }) => ({ caseId }),
  requestPage: () => ({ requestId: unknown }),
  requestList: () => ({}),
  dueReminders: () => ({}),
  soughtMen: ({ caseId }) => ({ caseIds: caseId }),
  recordReply: ({ caseId }) => ({ caseId, requestId: unknown, outcome: 'nothing', answer: 'Нет.' }),
  writeLetter: ({ caseId, applicationId }) => ({ caseId, addresseeId: applicationId, ...letter }),
  settleLetter: ({ caseId }) => ({ caseId, letterId: unknown, state: 'sent', channel: 'post' }),
  editLetter: ({ caseId }) => ({ caseId, letterId: unknown, version, language: 'kk', text: 'Хат.' }),
  discardLetter: ({ caseId }) => ({ caseId, letterId: unknown, version }),
  approveLetter: ({ caseId }) => ({ caseId, letterId: unknown, version }),
  returnLetter: ({ caseId }) => ({ caseId, letterId: unknown, version, reason }),
  registerLetter: ({ caseId }) => ({ caseId, letterId: unknown }),
  letterSheet: () => ({ letterId: unknown }),
  ownLetterSheet: ({ applicationId }) => ({ applicationId, letterId: unknown }),
  lettersToDo: () => ({}),
  everyLetterToDo: () => ({}),
  numberingPattern: () => ({}),
  changeNumbering: () => ({ pattern: '{yy}/{n}' }),
  letterFacts: ({ caseId }) => ({ caseId, kind: 'interim', language: 'kk' }),
  letterPage: () => ({ letterId: unknown }),

  // the old register, and the whole register out again
  readRegister: () => ({ fileName: 'журнал.csv', bytes: Buffer.from('№;Фамилия;Имя\n1;Ахметов;Қасым\n') }),
  mapRegister: () => ({ takeoverId: unknown, order: 'day-first', language: 'kk', channel: 'post', fields: {} }),
  correctRow: () => ({ takeoverId: unknown, rowId: unknown, values: {} }),
  leaveRowOut: () => ({ takeoverId: unknown, rowId: unknown, leaveOut: 'on' }),
  leaveRefusedOut: () => ({ takeoverId: unknown }),
  takeOverRegister: () => ({ takeoverId: unknown }),
  undoRegister: () => ({ takeoverId: unknown }),
  discardRegister: () => ({ takeoverId: unknown }),
  takeoverList: () => ({}),
  takeoverPage: () => ({ takeoverId: unknown }),
  takeoverRowList: () => ({ takeoverId: unknown }),
  takeoverRowPage: () => ({ takeoverId: unknown, rowId: unknown }),
  takenOver: ({ caseId }) => ({ caseId }),
  takenOverFigures: () => ({}),
  exportRegister: () => ({}),

  // papers
  beginDeskUpload: ({ caseId }) => ({ caseId, ...paper }),
  deskUpload: ({ caseId }) => ({ caseId, uploadId: unknown }),
  finishDeskUpload: ({ caseId }) => ({ caseId, uploadId: unknown }),
  deskPapers: ({ caseId }) => ({ caseId }),
  removeDeskPaper: ({ caseId }) => ({ caseId, attachmentId: unknown }),
  beginDraftUpload: () => ({ token, ...paper }),
  beginUpload: ({ applicationId }) => ({ applicationId, ...paper }),
  draftUpload: () => ({ token, uploadId: unknown }),
  applicationUpload: ({ applicationId }) => ({ applicationId, uploadId: unknown }),
  finishDraftUpload: () => ({ token, uploadId: unknown }),
  finishUpload: ({ applicationId }) => ({ applicationId, uploadId: unknown }),
  draftPapers: () => ({ token }),
  papersOf: ({ applicationId }) => ({ applicationId }),
  draftPaperFile: () => ({ token, attachmentId: unknown, form: 'view' }),
  paperFile: ({ applicationId }) => ({ applicationId, attachmentId: unknown, form: 'view' }),
  removeDraftAttachment: () => ({ token, attachmentId: unknown }),
  removeAttachment: ({ applicationId }) => ({ applicationId, attachmentId: unknown }),
  pictureToPrepare: () => ({ attachmentId: unknown }),
  keepPrepared: () => ({ attachmentId: unknown, view: pictureFile, thumb: pictureFile, width: 1, height: 1 }),
  refusePicture: () => ({ attachmentId: unknown, code: 'paper.broken' }),

  // news
  newsToTell: () => ({}),
  deliveryList: () => ({}),
  noticesOf: ({ caseId }) => ({ caseId }),
  newsCounts: () => ({}),
  tellByHand: () => ({ noticeId: unknown, how: 'telephone' }),
  sendAgain: () => ({ noticeId: unknown, address: 'a@b.test' }),

  // archive
  findRecords: () => ({ text: 'Тараненко' }),
  makeLookup: () => ({ text: 'Тараненко' }),
  archiveRecord: () => ({ recordId: 1 }),
  recordSurroundings: () => ({ recordId: 1 }),
  caseInHand: ({ caseId }) => ({ caseId }),
  caseQuestion: ({ caseId }) => ({ caseId }),
  logSearch: ({ caseId }) => ({ caseId, sourceKey: 'obd-memorial', asked: 'Ахметов', outcome: 'nothing' }),
  withdrawSearch: ({ caseId }) => ({ caseId, searchId: unknown }),
  checklistOf: ({ caseId }) => ({ caseId }),
  readPaste: () => ({ text: 'Фамилия: Тараненко', sourceKey: 'obd-memorial' }),
  pasteRecord: ({ caseId }) => ({ caseId, text: 'Фамилия: Тараненко', sourceKey: 'obd-memorial' }),
  enterSource: () => aSource,
  changeSource: () => ({ ...aSource, sourceKey: 'books-of-memory', version, inUse: true }),
  orderSources: () => ({ sourceKey: 'books-of-memory', place: 1 }),
  sourcePage: () => ({ sourceKey: 'obd-memorial' }),
  startImport: () => ({ sourceKey: 'obd-memorial', ...file }),
  importList: () => ({}),
  importPage: () => ({ importId: unknown }),
  rejectedOfImport: () => ({ importId: unknown }),
  beginImport: () => ({ importId: unknown, path: '/nowhere/records.csv', sourceKey: 'obd-memorial', surname: '0' }),
  importPreview: () => ({ importId: unknown, path: '/nowhere/records.csv' }),
  importTies: () => ({ importId: unknown }),
  resumeImport: () => ({ importId: unknown, path: '/nowhere/records.csv' }),
  cancelImport: () => ({ importId: unknown }),
  withdrawImport: () => ({ importId: unknown }),

  // matching
  caseCandidates: ({ caseId }) => ({ caseId }),
  candidatePage: () => ({ candidateId: unknown }),
  newCandidates: () => ({}),
  decideCandidate: ({ caseId }) => ({ caseId, candidateId: unknown, seen: 'seen', decision: 'rejected', reason }),
  aliasList: () => ({}),
  enterAlias: () => ({ writtenA: 'Кусаинов', writtenB: 'Хусаинов' }),
  switchAlias: () => ({ aliasId: unknown, inUse: 'on' }),
  matchingReport: () => ({}),
  applyLearning: () => ({}),

  // burials and statistics
  enterBurialPlace: () => place,
  changeBurialPlace: () => ({ burialPlaceId, version, ...place }),
  setCountryToday: () => ({ burialPlaceId, version, countryToday: 'RU' }),
  burialPlaceList: () => ({}),
  burialPlacePage: () => ({ burialPlaceId }),
  publicBurials: () => ({}),
  publicBurial: () => ({ burialId: unknown }),
  mayBeKnown: () => ({ surname: 'Ахметов', givenName: 'Қасым', birth: '1920' }),
  burialsByCountry: () => ({}),
  overview: () => ({}),

  // places
  enterPlace: () => townOfMine,
  changePlace: () => ({ placeId: unknown, version, ...townOfMine }),
  placeList: () => ({}),
  placePage: () => ({ placeId: unknown }),

  // staff and reference data
  staffList: () => ({}),
  addStaff: () => ({ email: 'zhana@staff.test', name: 'Жаңа Қызметкер', role: 'researcher' }),
  changeStaff: () => ({ memberId, name: 'Басқа Есім', role: 'researcher', active: 'on' }),
  resetPassword: () => ({ email: 'nobody@staff.test' }),
  changePassword: ({ staffId }) => ({ staffId, current: 'wrong', password: staffPassword }),
  grantConfirming: () => ({ memberId, until: '2020-02-01' }),
  setHoliday: () => ({ day: '2020-02-03', kind: 'off', ...names }),
  loadReference: () => ({}),
  sourceList: () => ({}),
  partnerList: () => ({}),
  auditTrail: () => ({}),
};
