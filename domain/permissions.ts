/** Who may do what: one table, read by the server's check, by `can()` on pages and by the tests. */

export type Role = 'visitor' | 'applicant' | 'researcher' | 'manager' | 'administrator' | 'system';
export type StaffRole = 'researcher' | 'manager' | 'administrator';

/** `own`: an applicant's own application; a case assigned to this member of staff. */
type Cell = 'any' | 'own';
type Row = Partial<Record<Role, Cell>>;

const readers: Row = { researcher: 'any', manager: 'any' };
const writers: Row = { researcher: 'own', manager: 'any' };
const managers: Row = { manager: 'any' };
const everybody: Row = {
  visitor: 'any',
  applicant: 'any',
  researcher: 'any',
  manager: 'any',
  administrator: 'any',
  system: 'any',
};

export const permissions = {
  'draft.write': { visitor: 'any' },
  'application.send': { visitor: 'any' },
  'session.begin': { visitor: 'any' },
  'application.follow': { applicant: 'own' },
  'application.answer': { applicant: 'own' },
  'application.withdraw': { applicant: 'own', researcher: 'own', manager: 'any' },
  'consent.change': { applicant: 'own', researcher: 'own', manager: 'any' },
  'message.write': { applicant: 'own', ...writers },
  /** Taking note of what an applicant wrote; reading it goes by `case.read`. */
  'message.read': writers,
  /** Papers of a draft go by `draft.write`. */
  'attachment.read': { applicant: 'own', ...readers },
  'attachment.write': { applicant: 'own', ...readers },
  /** Papers of the desk itself: answers of archives, signed letters, documents kept as evidence. */
  'desk-paper.read': readers,
  'desk-paper.write': writers,
  /** Photographs of a find, the protocol of a ceremony: they belong to no case. */
  'field-paper.read': readers,
  'field-paper.write': readers,
  'attachment.prepare': { system: 'any' },
  'code.ask': { visitor: 'any' },
  'code.renew': readers,
  'application.pass-on': writers,
  'news.read': readers,
  'news.tell': readers,
  'news.send': { system: 'any' },
  'data.download': { applicant: 'own' },
  'erasure.ask': { applicant: 'own' },
  'erasure.decide': managers,
  'application.register': readers,
  'application.read': readers,
  'case.read': readers,
  'case.open': readers,
  'case.take': readers,
  'case.assign': writers,
  'case.move': writers,
  'case.correct': writers,
  'case.join': writers,
  'case.extend': managers,
  'note.write': readers,
  'search.log': writers,
  'question.ask': writers,
  'request.write': writers,
  'letter.write': writers,
  /** The signatory's: approving a letter, or sending it back. */
  'letter.approve': managers,
  'letter.register': writers,
  'fact.choose': writers,
  'task.write': readers,
  'partner.read': { ...readers, administrator: 'any' },
  'partner.write': { ...readers, administrator: 'any' },
  /** Giving a partner a link to one case for a time. */
  'partner.share': writers,
  'partner-link.open': { visitor: 'any' },
  'source.read': { ...readers, administrator: 'any' },
  'source.write': { manager: 'any', administrator: 'any' },
  'holiday.write': { manager: 'any', administrator: 'any' },
  'setting.write': { manager: 'any', administrator: 'any' },
  'register.take-over': managers,
  'register.export': managers,
  'evidence.attach': writers,
  'match.read': { ...readers, system: 'any' },
  'match.decide': writers,
  'match.teach': { manager: 'any', system: 'any' },
  'conclusion.propose': writers,
  'conclusion.decide': managers,
  'conclusion.release': managers,
  'conclusion.revoke': managers,
  'archive.read': { ...readers, system: 'any' },
  'archive.paste': readers,
  'archive.import': { researcher: 'any', manager: 'any', administrator: 'any', system: 'any' },
  'archive.run-import': { system: 'any' },
  'archive.withdraw': { manager: 'any', administrator: 'any', system: 'any' },
  'burial-place.read': readers,
  'burial-place.write': readers,
  'burial-place.set-country': managers,
  'place.read': { ...readers, administrator: 'any' },
  'place.write': readers,
  'burials.read-public': everybody,
  'reference.read': everybody,
  'reference.write': { administrator: 'any', system: 'any' },
  'statistics.read-public': everybody,
  'statistics.read': { manager: 'any', system: 'any' },
  'find.read': readers,
  'find.write': readers,
  /** A found man is this case's, or is not. */
  'find.match': writers,
  'appeal.read-public': everybody,
  'appeal.write': readers,
  'appeal.publish': managers,
  'lead.send': { visitor: 'any' },
  'lead.read': readers,
  'lead.decide': readers,
  'ceremonies.read-public': everybody,
  'trip.read': readers,
  'trip.write': readers,
  /** Opening it to families and to the public, calling it off. */
  'trip.publish': managers,
  'ceremony.read': readers,
  'ceremony.write': readers,
  'ceremony.publish': managers,
  'invitation.write': readers,
  'invitation.answer': { applicant: 'own', ...readers },
  'memory.read-public': everybody,
  'memory.write': writers,
  /** What the family says of the draft; staff record what they were told. */
  'memory.agree': { applicant: 'own', ...writers },
  'memory.publish': managers,
  'objection.send': { visitor: 'any' },
  'objection.read': readers,
  'objection.decide': managers,
  'publication.hold': managers,
  'report.make': managers,
  'report.read': managers,
  'report.run': { system: 'any' },
  /** One's own tokens; an administrator sees and ends everybody's. */
  'token.give': readers,
  'token.end': { ...readers, administrator: 'any' },
  'token.read': { ...readers, administrator: 'any' },
  'case.export': readers,
  'staff.read': { researcher: 'any', manager: 'any', administrator: 'any', system: 'any' },
  'staff.write': { administrator: 'any', system: 'any' },
  'staff.grant-confirming': managers,
  /** Who opened which file. */
  'opening.read': { manager: 'any', administrator: 'any' },
  'account.write': { researcher: 'own', manager: 'own', administrator: 'own' },
  'audit.read': { manager: 'any', administrator: 'any', system: 'any' },
} as const satisfies Record<string, Row>;

export type Permission = keyof typeof permissions;

/** Permissions that a manager can lend to a researcher for a stated time (`confirms` of the actor). */
export const lentByConfirming: readonly Permission[] = ['conclusion.decide'];

export type Actor =
  | { role: 'visitor'; address?: string | undefined }
  | { role: 'applicant'; applicationId: string }
  | {
      role: StaffRole;
      staffId: string;
      name: string;
      confirms: boolean;
      passwordChangeDue: boolean;
      /** The sign-in this actor came by; none on the command line. */
      signInId?: string;
    }
  | { role: 'system' };

export type StaffActor = Extract<Actor, { staffId: string }>;

export const systemActor: Actor = { role: 'system' };

/** Whoever reads a public page; nothing public depends on who that is. */
export const visitor: Actor = { role: 'visitor' };

/** The cell of the table for this actor: `any`, `own` or null. A due change of password closes everything else. */
export function cellFor(actor: Actor, permission: Permission): Cell | null {
  if ('passwordChangeDue' in actor && actor.passwordChangeDue && permission !== 'account.write') return null;
  const row: Row = permissions[permission];
  const cell = row[actor.role];
  if (cell) return cell;
  return actor.role === 'researcher' && actor.confirms && lentByConfirming.includes(permission) ? 'any' : null;
}

/** Whether a page may show the way to it; the server asks again. `owned`: the subject belongs to the actor. */
export function can(actor: Actor, permission: Permission, owned = false): boolean {
  const cell = cellFor(actor, permission);
  return cell === 'any' || (cell === 'own' && owned);
}
