import { type DeskSection, deskSections } from '@/components/desk/shell-sections';
import { type Actor, can, type Permission } from '@/domain/permissions';

/** What opens a section; one of several is enough. */
const doors: Readonly<Record<DeskSection['key'], readonly Permission[]>> = {
  queue: ['case.read'],
  cases: ['case.read'],
  register: ['application.register'],
  letters: ['case.read'],
  news: ['news.read'],
  requests: ['case.read'],
  partners: ['partner.read'],
  archive: ['archive.read'],
  imports: ['archive.import', 'archive.withdraw'],
  sources: ['source.read'],
  finds: ['find.read'],
  leads: ['lead.read'],
  trips: ['trip.read'],
  ceremonies: ['ceremony.read'],
  burials: ['burial-place.read'],
  objections: ['objection.read'],
  places: ['place.read'],
  'old-register': ['register.take-over', 'register.export'],
  statistics: ['statistics.read'],
  erasures: ['erasure.decide'],
  staff: ['staff.write', 'staff.grant-confirming'],
  audit: ['audit.read'],
  settings: ['setting.write', 'holiday.write'],
};

/** The sections this person may enter. */
export const sectionsFor = (actor: Actor): readonly DeskSection[] =>
  deskSections.filter((section) => doors[section.key].some((permission) => can(actor, permission)));
