/** The story of one case: acts at believable moments, each a real command. */
import { eq } from 'drizzle-orm';
import { applications, cases } from '@/db/schema';
import { registerApplication, sendApplication } from '@/domain/applications/commands';
import { saveDraft } from '@/domain/applications/drafts';
import { type Answers, fieldsOf, steps } from '@/domain/applications/fields';
import { read } from '@/domain/database';
import type { StaffActor } from '@/domain/permissions';
import { dayOf, startOfDay } from '@/domain/working-days';
import type { Relative, Soldier } from './person';
import { lastDay, writingTime } from './plan';
import { officeTime } from './working-hours';
import type { World } from './world';

const minute = 60_000;
const day = 24 * 60 * minute;

/** After this no act is begun; what still has to follow is done within the hour. */
const closingTime = startOfDay(lastDay) + 16 * 60 * minute;

/** One who wrote: the relative and, once received, the application. */
export type Kin = { relative: Relative; consents: readonly string[]; applicationId: string; reference: string };

export class Story {
  caseId = '';
  /** Everyone who is written to; a relative of a joined case comes to the leading one. */
  readonly kin: Kin[] = [];
  /** What later acts need of earlier ones. */
  readonly made: {
    questionId?: string;
    questionOf?: Kin;
    requestId?: string;
    evidenceIds: string[];
    searched: string[];
  } = {
    evidenceIds: [],
    searched: [],
  };
  /** Sources whose search is planned. */
  readonly looked = new Set<string>();
  /** Where planning has come to. */
  private cursor: number;

  constructor(
    readonly world: World,
    readonly soldier: Soldier,
    /** Who has the case in hand; changes when it is handed over. */
    public handler: StaffActor,
    readonly manager: StaffActor,
    readonly receivedOn: string,
  ) {
    this.cursor = startOfDay(receivedOn);
  }

  get now(): number {
    return this.cursor;
  }

  /** Nothing happens for some days; a negative number is none. */
  wait(days: number): this {
    this.cursor += Math.max(0, days) * day;
    return this;
  }

  /** The next act of staff, `days` later, at their desks. */
  staff(days: number, act: () => Promise<void>): this {
    const { by } = this.world;
    const someday = this.cursor + days * day;
    const anyHour = startOfDay(dayOf(someday)) + by.int(9 * 60, 17 * 60) * minute;
    return this.sitting(officeTime(by, days < 0.4 || anyHour <= this.cursor ? someday : anyHour), act);
  }

  /** An act of the same sitting. */
  soon(act: () => Promise<void>): this {
    return this.sitting(officeTime(this.world.by, this.cursor + this.world.by.int(2, 14) * minute), act);
  }

  /** What does not fit before the last day closes is done in its last hour. */
  private sitting(wanted: number, act: () => Promise<void>): this {
    if (wanted <= closingTime) return this.plan(wanted, act);
    return this.plan(officeTime(this.world.by, this.cursor + this.world.by.int(1, 2) * minute), act);
  }

  /** The next act of a relative, `days` later, at any hour of the day. */
  relative(days: number, act: () => Promise<void>): this {
    const wanted = writingTime(this.world.by, dayOf(this.cursor + days * day));
    return this.plan(Math.min(Math.max(wanted, this.cursor + 5 * minute), closingTime), act);
  }

  /** An act beside the others, which the next ones do not wait for. */
  beside(moment: number, act: () => Promise<void>): void {
    const at = officeTime(this.world.by, moment);
    if (at < closingTime) this.world.timeline.add(at, act);
  }

  private plan(at: number, act: () => Promise<void>): this {
    this.cursor = Math.max(at, this.cursor + minute);
    this.world.timeline.add(this.cursor, act);
    return this;
  }

  /** The version of the case as a page shows it now. */
  async page(): Promise<{ caseId: string; version: number }> {
    const [row] = await read().select({ version: cases.version }).from(cases).where(eq(cases.id, this.caseId));
    if (!row) throw new Error('A story went on before its case was opened');
    return { caseId: this.caseId, version: row.version };
  }

  /** The relative writes on the site, step by step, or the museum registers what came by another way. */
  receive(relative: Relative, answers: Answers, consents: readonly string[]): this {
    const kin: Kin = { relative, consents, applicationId: '', reference: '' };
    this.kin.push(kin);
    return relative.channel === 'web' ? this.sendOnSite(kin, answers) : this.register(kin, answers);
  }

  private sendOnSite(kin: Kin, answers: Answers): this {
    // The address only keeps the visitors apart when attempts are counted.
    const visitor = {
      role: 'visitor' as const,
      address: kin.relative.email || kin.relative.telephone || kin.relative.name,
    };
    const { language } = kin.relative;
    let token: string | undefined;
    const written = writingTime(this.world.by, this.receivedOn);
    // On the last day in the morning, so that staff have the afternoon for it.
    const noon = startOfDay(lastDay) + 12 * 60 * minute;
    this.cursor = Math.min(written, this.receivedOn === lastDay ? noon : written) - 20 * minute;
    for (const step of steps) {
      const filled = fieldsOf(step).flatMap(({ name }) => {
        const answer = answers[name as keyof Answers];
        return answer ? [[name, answer]] : [];
      });
      if (filled.length === 0) continue;
      this.plan(this.cursor + this.world.by.int(1, 4) * minute, async () => {
        const saved = { language, step, answers: Object.fromEntries(filled), ...(token ? { token } : {}) };
        ({ token } = await saveDraft(visitor, saved));
      });
    }
    return this.plan(this.cursor + minute, async () => {
      const { applicationId } = await sendApplication(visitor, { token });
      await this.received(kin, applicationId);
    });
  }

  private register(kin: Kin, answers: Answers): this {
    const { channel, language } = kin.relative;
    const spoken = channel === 'telephone';
    // Post that comes on the last afternoon would be registered the week after.
    const at = officeTime(this.world.by, startOfDay(this.receivedOn) + this.world.by.int(9 * 60, 17 * 60) * minute);
    const inTime = at < closingTime;
    const registered = inTime ? at : closingTime - this.world.by.int(10, 110) * minute;
    return this.plan(registered, async () => {
      const { applicationId } = await registerApplication(this.handler, {
        channel,
        receivedOn: this.receivedOn,
        language,
        consentHow: spoken ? 'word-of-mouth' : 'signature',
        answers,
      });
      await this.received(kin, applicationId);
    });
  }

  private async received(kin: Kin, applicationId: string): Promise<void> {
    const [row] = await read().select().from(applications).where(eq(applications.id, applicationId));
    if (!row) throw new Error('An application vanished');
    Object.assign(kin, { applicationId, reference: row.reference });
    this.caseId ||= row.caseId;
  }
}
