import { getTranslations } from 'next-intl/server';
import type { Locale } from '@/messages/routing';
import type { DeskSection } from './shell-sections';
import { Shortcuts, type Way } from './shortcuts';

/** The letter after `g` of each place; a place without a section of its own goes with the cases. */
const places = [
  { letter: 'w', name: 'work', path: '/desk', section: 'queue' },
  { letter: 'c', name: 'cases', path: '/desk/cases', section: 'cases' },
  { letter: 't', name: 'tasks', path: '/desk/tasks', section: 'cases' },
  { letter: 's', name: 'matches', path: '/desk/matches', section: 'cases' },
  { letter: 'a', name: 'archive', path: '/desk/archive', section: 'archive' },
  { letter: 'r', name: 'requests', path: '/desk/requests', section: 'requests' },
  { letter: 'l', name: 'letters', path: '/desk/letters', section: 'letters' },
] as const;

/** Keys of the desk for whoever works on cases. */
export async function ShortcutWays({ locale, sections }: { locale: Locale; sections: readonly DeskSection[] }) {
  const t = await getTranslations('shortcut');
  const open = new Set<string>(sections.map(({ key }) => key));
  if (!open.has('cases')) return null;
  const ways: Way[] = places
    .filter(({ section }) => open.has(section))
    .map(({ letter, name, path }) => ({ letter, href: `/${locale}${path}`, label: t(`go.${name}`) }));
  const texts = {
    button: t('button'),
    title: t('title'),
    lead: t('lead'),
    follows: t('then'),
    next: t('next'),
    search: t('search'),
    help: t('help'),
    on: t('on'),
    close: t('close'),
  };
  return <Shortcuts desk={`/${locale}/desk`} ways={ways} texts={texts} />;
}
