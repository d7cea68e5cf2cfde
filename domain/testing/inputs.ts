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
const names = { nameKk: 'Демалыс', nameRu: 'Выходной', nameEn: 'Day off' };
/** Read only by those who may: for everyone else the refusal comes before the file is looked for. */
const file = { fileName: 'records.csv', path: '/nowhere/records.csv', format: 'auto', queued: true };
const letter = { kind: 'interim', language: 'kk', text: 'Хат.' };
const request = {
  partnerId: 'oblast-archive',
  sourceKey: 'oblast-archives',
  channel: 'post',
  text: 'Просим сообщить.',
};

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
  addNote: ({ caseId }) => ({ caseId, text: 'Жазба.' }),
  attachEvidence: ({ caseId }) => ({ caseId, citation: 'ЦАМО, ф. 58' }),
  removeEvidence: ({ caseId }) => ({ caseId, evidenceId: unknown, reason }),
  proposeConclusion: ({ caseId }) => ({ caseId, version, ...conclusion }),
  editConclusion: ({ caseId }) => ({ caseId, version, ...conclusion }),
  releaseConclusion: ({ caseId }) => ({ caseId, version }),
  markSensitive: ({ caseId }) => ({ caseId, version, sensitive: 'on' }),
  confirmConclusion: ({ caseId }) => ({ caseId, version }),
  sendBackConclusion: ({ caseId }) => ({ caseId, version, reason }),

  // correspondence
  askQuestion: ({ caseId, applicationId }) => ({ caseId, addresseeId: applicationId, text: 'Қай жылы?' }),
  answerQuestion: ({ applicationId }) => ({ applicationId, questionId: unknown, answer: '1941.' }),
  recordAnswer: ({ caseId }) => ({ caseId, questionId: unknown, answer: '1941.' }),
  writeMessage: ({ applicationId }) => ({ applicationId, text: 'Хабарлама.' }),
  markMessageSeen: ({ caseId }) => ({ caseId, messageId: unknown }),
  closeQuestion: ({ caseId }) => ({ caseId, questionId: unknown }),
  sendRequest: ({ caseId }) => ({ caseId, ...request, expectedOn: '2199-01-01' }),
  recordReply: ({ caseId }) => ({ caseId, requestId: unknown, outcome: 'nothing', answer: 'Нет.' }),
  writeLetter: ({ caseId, applicationId }) => ({ caseId, addresseeId: applicationId, ...letter }),
  settleLetter: ({ caseId }) => ({ caseId, letterId: unknown, state: 'sent', channel: 'post' }),

  // papers
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
