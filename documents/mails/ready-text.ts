/** The short text a member of staff reads out or sends from the own telephone. */
import type { NewsFacts } from '@/domain/news/facts';
import { keyOf, valuesOf } from './news';
import { wordsIn } from './words';

/** In the language of whoever is told; without anything that is not on the page as well. @param baseUrl without a final slash */
export function readyText(facts: NewsFacts, baseUrl: string): string {
  const words = wordsIn(facts.language);
  const { say } = words;
  const { name, soldier, reference, kind } = facts;
  return [
    name ? say('news.ready.hello', { name }) : say('news.ready.helloNameless'),
    soldier && kind !== 'erased'
      ? say('news.ready.about', { soldier, reference })
      : say('news.ready.aboutReference', { reference }),
    say(`news.ready.${keyOf(facts)}`, valuesOf(facts, words)),
    ...(kind === 'erased' ? [] : [say('news.ready.page', { url: `${baseUrl}/${facts.language}/track` })]),
  ].join('\n');
}
