/** Sections of the desk by what one comes for; the groups stand in the upper row, their sections in the lower one. */
export const deskGroups = ['work', 'search', 'community', 'results', 'house'] as const;
export type DeskGroup = (typeof deskGroups)[number];

export const deskSections = [
  { key: 'queue', path: '/desk', group: 'work' },
  { key: 'cases', path: '/desk/cases', group: 'work' },
  { key: 'register', path: '/desk/applications/new', group: 'work' },
  { key: 'letters', path: '/desk/letters', group: 'work' },
  { key: 'news', path: '/desk/news', group: 'work' },
  { key: 'requests', path: '/desk/requests', group: 'work' },
  { key: 'archive', path: '/desk/archive', group: 'search' },
  { key: 'imports', path: '/desk/imports', group: 'search' },
  { key: 'sources', path: '/desk/sources', group: 'search' },
  { key: 'places', path: '/desk/places', group: 'search' },
  { key: 'finds', path: '/desk/finds', group: 'community' },
  { key: 'leads', path: '/desk/leads', group: 'community' },
  { key: 'trips', path: '/desk/trips', group: 'community' },
  { key: 'ceremonies', path: '/desk/ceremonies', group: 'community' },
  { key: 'partners', path: '/desk/partners', group: 'community' },
  { key: 'burials', path: '/desk/burials', group: 'results' },
  { key: 'objections', path: '/desk/objections', group: 'results' },
  { key: 'statistics', path: '/desk/statistics', group: 'results' },
  { key: 'old-register', path: '/desk/register', group: 'house' },
  { key: 'erasures', path: '/desk/erasures', group: 'house' },
  { key: 'staff', path: '/desk/staff', group: 'house' },
  { key: 'audit', path: '/desk/audit', group: 'house' },
  { key: 'settings', path: '/desk/settings', group: 'house' },
] as const satisfies readonly { key: string; path: string; group: DeskGroup }[];

export type DeskSection = (typeof deskSections)[number];

/** The groups that hold something for this person, each with its sections. */
export const groupsOf = (sections: readonly DeskSection[]): { group: DeskGroup; sections: readonly DeskSection[] }[] =>
  deskGroups
    .map((group) => ({ group, sections: sections.filter((section) => section.group === group) }))
    .filter((one) => one.sections.length > 0);

/** The section an address belongs to: the one with the longest path that leads to it; `/desk` only itself. */
export function sectionAt(path: string, sections: readonly DeskSection[]): DeskSection | undefined {
  const address = path.replace(/^\/[a-z]{2}(?=\/)/, '').replace(/[?#].*$/, '');
  return sections
    .filter(
      (section) => address === section.path || (section.path !== '/desk' && address.startsWith(`${section.path}/`)),
    )
    .sort((a, b) => b.path.length - a.path.length)[0];
}
