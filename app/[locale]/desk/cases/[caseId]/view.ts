import { cache } from 'react';
import { deskActor } from '@/app/actions/session';
import { formTexts } from '@/components/form/texts';
import type { FormTexts } from '@/components/form/types';
import { type CaseFacts, factsOf } from '@/domain/cases/facts';
import { type CasePage, casePage } from '@/domain/cases/page';
import { pipeline } from '@/domain/cases/pipeline';
import { now } from '@/domain/clock';
import { openedFile } from '@/domain/desk/openings';
import { can, type Permission, type StaffActor } from '@/domain/permissions';
import { partnerList, sourceList } from '@/domain/reference-queries';
import { type StaffLine, staffList } from '@/domain/staff/queries';
import { type TakenOver, takenOver } from '@/domain/takeover/queries';
import { dayOf } from '@/domain/working-days';
import type { Locale } from '@/messages/routing';
import { found } from '../../found';

/** What every part of the case page reads. */
export type View = {
  locale: Locale;
  actor: StaffActor;
  page: CasePage;
  facts: CaseFacts;
  caseId: string;
  /** The address of this page, without anything behind it. */
  address: string;
  /** Today in the museum. */
  today: string;
  isOpen: boolean;
  /** Whether this person may do this to this case, or to one joined to it. */
  may: (permission: Permission, caseId?: string) => boolean;
  sources: Awaited<ReturnType<typeof sourceList>>;
  partners: Awaited<ReturnType<typeof partnerList>>;
  staff: StaffLine[];
  texts: FormTexts;
  /** The act by which it came from the old register. */
  taken: TakenOver | null;
  /** Chosen in the address: a burial place just entered, a source to log a search for, the number of a case to join this one to. */
  chosen: { place: string; source: string; join: string };
};

/** The case, read once a request for its head and its body. */
export const caseOf = cache(async (locale: string, caseId: string): Promise<CasePage> => {
  const actor = await deskActor(locale);
  return found(casePage(actor, { caseId }));
});

export async function caseView(locale: Locale, caseId: string, chosen: View['chosen']): Promise<View> {
  const actor = await deskActor(locale);
  const page = await caseOf(locale, caseId);
  await openedFile(actor, caseId);
  const isMine = page.line.assigneeId === actor.staffId;
  return {
    locale,
    actor,
    page,
    facts: await factsOf(actor, { caseId }),
    caseId,
    address: `/${locale}/desk/cases/${caseId}`,
    today: dayOf(now()),
    isOpen: pipeline[page.line.status].open,
    // Who holds a joined case is not known here: only what is allowed for any case is offered for it.
    may: (permission, subject = caseId) => can(actor, permission, isMine && subject === caseId),
    sources: await sourceList(actor, {}),
    partners: await partnerList(actor, {}),
    staff: await staffList(actor, {}),
    texts: await formTexts(),
    taken: await takenOver(actor, { caseId }),
    chosen,
  };
}
