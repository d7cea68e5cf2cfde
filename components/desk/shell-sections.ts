export const deskSections = [
  { key: 'queue', path: '/desk' },
  { key: 'cases', path: '/desk/cases' },
  { key: 'register', path: '/desk/applications/new' },
  { key: 'letters', path: '/desk/letters' },
  { key: 'news', path: '/desk/news' },
  { key: 'requests', path: '/desk/requests' },
  { key: 'partners', path: '/desk/partners' },
  { key: 'archive', path: '/desk/archive' },
  { key: 'imports', path: '/desk/imports' },
  { key: 'sources', path: '/desk/sources' },
  { key: 'burials', path: '/desk/burials' },
  { key: 'places', path: '/desk/places' },
  { key: 'old-register', path: '/desk/register' },
  { key: 'statistics', path: '/desk/statistics' },
  { key: 'erasures', path: '/desk/erasures' },
  { key: 'staff', path: '/desk/staff' },
  { key: 'audit', path: '/desk/audit' },
  { key: 'settings', path: '/desk/settings' },
] as const;

export type DeskSection = (typeof deskSections)[number];

/** The section an address belongs to: the one with the longest path that leads to it; `/desk` only itself. */
export function sectionAt(path: string, sections: readonly DeskSection[]): DeskSection | undefined {
  const address = path.replace(/^\/[a-z]{2}(?=\/)/, '').replace(/[?#].*$/, '');
  return sections
    .filter(
      (section) => address === section.path || (section.path !== '/desk' && address.startsWith(`${section.path}/`)),
    )
    .sort((a, b) => b.path.length - a.path.length)[0];
}
