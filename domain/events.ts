/** What can happen, in the past tense, and what each event says. Personal values never stand here, only names of fields and ids. */

export type EventData = {
  'draft.saved': { step: string };
  'application.received': { channel: string };
  'application.registered': { channel: string };
  'application.withdrawn': Record<string, never>;
  /** An address of the applicant or helper that did not work. */
  'application.corrected': { fields: string[] };
  'application.informed': { letterId: string };
  'consent.given': { kind: string; how: string };
  'consent.revoked': { kind: string };
  /** Given by word of mouth, now on paper. */
  'consent.confirmed': { kind: string };
  'case.opened': { origin: string };
  'case.assigned': { assigneeId: string };
  'case.moved': { from: string; to: string; noteId?: string };
  'case.joined': { intoId: string; noteId?: string };
  'case.parted': { fromId: string; noteId?: string };
  'case.corrected': { fields: string[] };
  'case.extended': { to: string; noteId: string };
  'note.written': { noteId: string };
  'search.logged': { sourceKey: string; outcome: string };
  /** Logged by mistake. */
  'search.withdrawn': { searchId: string; sourceKey: string };
  'task.set': { taskId: string; assigneeId: string };
  'task.done': { taskId: string };
  'task.reopened': { taskId: string };
  /** Given back by its assignee: it is free again. */
  'case.released': { assigneeId: string; noteId?: string };
  'fact.chosen': { choiceId: string; field: string; noteId: string };
  'fact.choice-ended': { choiceId: string; field: string };
  'lookup.made': { results: number };
  'question.asked': { questionId: string };
  'question.answered': { questionId: string; by: 'applicant' | 'staff' };
  'question.closed': { questionId: string };
  'message.written': { messageId: string; by: 'applicant' | 'staff' };
  'message.seen': { messageId: string };
  'attachment.added': { attachmentId: string; kind: string };
  'attachment.refused': { attachmentId: string; code: string };
  'attachment.removed': { attachmentId: string };
  'code.link-asked': Record<string, never>;
  /** `how`: by a link sent by e-mail, or how a member of staff checked who asks. */
  'code.renewed': { by: 'applicant' | 'staff'; how: string; noteId?: string };
  /** To another relative; the consents of the one before ended with it. */
  'application.passed-on': { consents: string[]; noteId: string };
  'notice.settled': { noticeId: string; kind: string; state: string };
  'data.downloaded': { form: 'json' | 'pdf' };
  'erasure.asked': { requestId: string };
  'erasure.declined': { requestId: string };
  /** How many files went with it. */
  'erasure.carried-out': { requestId: string; files: number };
  'request.drafted': { requestId: string; partnerId: string };
  'request.edited': { requestId: string; fields: string[] };
  'request.sent': { requestId: string; partnerId: string };
  'request.reminded': { requestId: string; reminderId: string };
  /** Nobody waits for an answer any more. */
  'request.given-up': { requestId: string; noteId: string };
  'request.answered': { requestId: string; outcome: string };
  'letter.written': { letterId: string; kind: string };
  'letter.edited': { letterId: string; fields: string[] };
  'letter.discarded': { letterId: string; kind: string };
  'letter.approved': { letterId: string; kind: string };
  /** Sent back by the signatory, or taken back before it was registered. */
  'letter.returned': { letterId: string; noteId: string };
  'letter.registered': { letterId: string; kind: string; number: string };
  'letter.settled': { letterId: string; kind: string; state: string };
  'evidence.attached': { evidenceId: string; recordId?: number };
  'evidence.described': { evidenceId: string; fields: string[] };
  'evidence.removed': { evidenceId: string; noteId: string };
  /** New candidates of one run for one case. */
  'match.proposed': { count: number };
  /** A pair that was decided is proposed again: these fields have changed since. */
  'match.returned': { candidateId: string; earlier: string; fields: string[] };
  'match.decided': { candidateId: string; state: string; noteId?: string };
  'alias.entered': { aliasId: string; origin: string };
  'alias.switched': { aliasId: string; inUse: boolean };
  'weights.changed': { weightsId: string; decisions: number };
  'conclusion.proposed': { conclusionId: string };
  'conclusion.edited': { conclusionId: string; fields: string[] };
  'conclusion.released': { conclusionId: string };
  'conclusion.confirmed': { conclusionId: string };
  /** It was another man: what rested on it falls, and who was told of it hears so. */
  'conclusion.revoked': { conclusionId: string; letters: string[]; noteId: string };
  'conclusion.sent-back': { conclusionId: string; noteId: string };
  'burial.established': { burialId: string; kind: string; precision: string };
  'burial.ended': { burialId: string };
  'burial-place.entered': { burialPlaceId: string };
  'burial-place.changed': { burialPlaceId: string; fields: string[] };
  'place.entered': { placeId: string };
  'place.changed': { placeId: string; fields: string[] };
  'import.started': { importId: string; sourceKey: string };
  'import.finished': { importId: string; read: number; added: number; updated: number; rejected: number };
  'import.failed': { importId: string; code: string };
  'import.agreed': { importId: string; sourceKey: string };
  'import.stop-asked': { importId: string };
  'import.cancelled': { importId: string; records: number };
  'import.withdraw-asked': { importId: string };
  'import.withdrawn': { importId: string; records: number };
  'job.queued': { kind: string };
  'staff.added': { role: string };
  'staff.changed': { fields: string[] };
  'staff.password-reset': Record<string, never>;
  'staff.password-changed': Record<string, never>;
  'staff.signed-in': Record<string, never>;
  'staff.signed-out': Record<string, never>;
  'staff.confirming-granted': { until: string };
  'applicant.signed-in': Record<string, never>;
  'applicant.signed-out': Record<string, never>;
  'source.entered': { sourceKey: string };
  'source.changed': { sourceKey: string; fields: string[] };
  'partner.entered': { partnerId: string };
  'partner.changed': { partnerId: string; fields: string[] };
  'partner-link.given': { linkId: string; partnerId: string };
  'partner-link.ended': { linkId: string };
  'partner-link.opened': { linkId: string };
  /** A card copied from a database's page, or its address. */
  'record.pasted': { recordId: number; sourceKey: string };
  'register.read': { takeoverId: string; rows: number };
  /** The recorded act of a named manager: the guards of these cases rest on it. */
  'register.taken-over': { takeoverId: string; cases: number; applications: number };
  'register.undone': { takeoverId: string; cases: number };
  /** A file that was read, forgotten without being taken over. */
  'register.discarded': { takeoverId: string; rows: number };
  /** `place`: sheet and row; `rests`: the guards that rest on the act. */
  'case.taken-over': { takeoverId: string; place: string; rests: string[] };
  'case.takeover-undone': { takeoverId: string };
  'register.exported': { form: string };
  'find.entered': { findId: string; kind: string };
  'find.changed': { findId: string; fields: string[] };
  'find.closed': { findId: string };
  'find.reopened': { findId: string };
  'find.matched': { findId: string; manId: string };
  'find.refused': { findId: string; manId: string };
  'find.parted': { findId: string; manId: string; noteId?: string };
  'appeal.written': { appealId: string };
  'appeal.changed': { appealId: string; fields: string[] };
  'appeal.published': { appealId: string };
  'appeal.ended': { appealId: string };
  'lead.received': { leadId: string };
  'lead.linked': { leadId: string };
  'lead.decided': { leadId: string; state: string };
  'lead.erased': { leadId: string };
  'trip.planned': { tripId: string };
  'trip.changed': { tripId: string; fields: string[] };
  'trip.moved': { tripId: string; from: string; to: string };
  'ceremony.planned': { ceremonyId: string; kind: string };
  'ceremony.changed': { ceremonyId: string; fields: string[] };
  'ceremony.moved': { ceremonyId: string; from: string; to: string };
  'invitation.sent': { invitationId: string; tripId?: string; ceremonyId?: string };
  'invitation.answered': { invitationId: string; state: string; by: 'applicant' | 'staff' };
  'invitation.withdrawn': { invitationId: string };
  'invitation.documents-seen': { invitationId: string; lines: number };
  'memory.written': { pageId: string };
  'memory.changed': { pageId: string; fields: string[] };
  /** The family is asked whether this draft may be published. */
  'memory.asked': { pageId: string };
  'memory.agreed': { pageId: string; answer: string; by: 'applicant' | 'staff' };
  'memory.published': { pageId: string };
  'memory.withdrawn': { pageId: string };
  'objection.received': { objectionId: string; about: string };
  'objection.decided': { objectionId: string; state: string };
  /** Name, contact and words of whoever objected. */
  'objection.erased': { objectionId: string };
  'publication.held': { holdId: string };
  'publication.freed': { holdId: string };
  'report.asked': { reportId: string; period: string; form: string };
  'report.made': { reportId: string };
  'token.given': { tokenId: string; scopes: string[] };
  'token.ended': { tokenId: string };
  'case.exported': { form: string };
  'statistics.exported': { key: string; form: string };
  'setting.changed': { key: string };
  'holiday.changed': { day: string };
  'reference.loaded': { tables: string[] };
};

export type EventKind = keyof EventData;

export type NewEvent = {
  [Kind in EventKind]: {
    kind: Kind;
    caseId?: string | undefined;
    applicationId?: string | undefined;
    /** The row the event is about when it is neither a case nor an application. */
    subjectId?: string | undefined;
    data: EventData[Kind];
  };
}[EventKind];
