/** A piece of news as a letter: subject, plain text, and the same as simple HTML. No tracking, nothing fetched from anywhere. */
import type { NewsFacts } from '@/domain/news/facts';
import { htmlOf } from './html';
import { type MailWords, wordsIn } from './words';

export type Mail = { subject: string; text: string; html: string; from: string };

/** One letter, part by part; both forms are made of it. */
export type MailParts = {
  subject: string;
  greeting: string;
  paragraphs: string[];
  links: { label: string; url: string; about: string }[];
  facts: { term: string; value: string }[];
  notes: string[];
  closing: string[];
};

/**
 * The keys of `data`, by kind: `received` and `term`: `day`; `phase`: `phase`, `body`; `letter`: `letterKind`; `consent-revoked`:
 * `consent`; `invitation`: `what`, `title`, and the days `startsOn` and `answerBy`; `code-link`: `token`, and `endsAt` in milliseconds;
 * the others need none.
 * @param baseUrl where the site is reached, without a final slash
 */
export function newsMail(facts: NewsFacts, baseUrl: string): Mail {
  const words = wordsIn(facts.language);
  const parts = partsOf(facts, words, `${baseUrl}/${facts.language}/track`);
  return {
    subject: parts.subject,
    text: textOf(parts),
    html: htmlOf(parts, facts.language),
    from: words.say('site.name'),
  };
}

function partsOf(facts: NewsFacts, words: MailWords, page: string): MailParts {
  const { say } = words;
  const { name, soldier, reference, onBehalfOf, kind } = facts;
  const isLink = kind === 'code-link';
  const hasPage = kind !== 'erased' && !isLink;
  return {
    subject: say(`mail.${keyOf(facts)}.subject`, {
      about: (isName(soldier) && soldier) || say('mail.application', { reference }),
    }),
    greeting: isName(name) ? say('mail.greeting', { name }) : say('mail.greetingNameless'),
    paragraphs: paragraphsOf(facts, words),
    links: isLink ? linkOf(facts, words, page) : hasPage ? [{ label: say('mail.open'), url: page, about: '' }] : [],
    facts: [
      ...(isName(soldier) && hasPage ? [{ term: say('mail.facts.soldier'), value: soldier }] : []),
      ...(isLink ? [] : [{ term: say('mail.facts.reference'), value: reference }]),
    ],
    notes: [
      ...(hasPage ? [say('mail.howToOpen')] : []),
      ...(onBehalfOf && !isLink ? [say('mail.onBehalf', { applicant: onBehalfOf })] : []),
    ],
    closing: [say('mail.closing'), say('site.museum'), say('site.department'), say('mail.why')],
  };
}

/** Anybody may apply under anybody's address: a letter of ours carries no advertisement in the place of a name. */
const isName = (name: string): boolean => name !== '' && name.length <= 80 && !/[/@\d]|www\.|\.[a-z]{2,}\b/i.test(name);

/** Where the words of this piece of news stand. */
export const keyOf = ({ kind, data }: Pick<NewsFacts, 'kind' | 'data'>): string =>
  kind === 'phase' ? `phase-${data.phase ?? ''}` : kind === 'invitation' ? `invitation-${data.what ?? ''}` : kind;

/** What the words of this piece of news name. */
export function valuesOf({ data }: Pick<NewsFacts, 'data'>, { say, ofDay }: MailWords): Record<string, string> {
  return {
    body: data.body || say('mail.anArchive'),
    ...(data.day ? { day: ofDay(data.day) } : {}),
    ...(data.letterKind ? { letter: say(`letterKind.${data.letterKind}`) } : {}),
    ...(data.consent ? { consent: say(`consentKind.${data.consent}`) } : {}),
    ...(data.title ? { title: data.title } : {}),
    ...(data.startsOn ? { startsOn: ofDay(data.startsOn) } : {}),
    ...(data.answerBy ? { answerBy: ofDay(data.answerBy) } : {}),
  };
}

function paragraphsOf(facts: NewsFacts, words: MailWords): string[] {
  const { kind, data } = facts;
  const { say, moment } = words;
  const values = valuesOf(facts, words);
  return [
    say(`mail.${keyOf(facts)}.body`, values),
    ...(data.day ? [say('mail.hearBy', values)] : []),
    ...(kind === 'code-link' && data.endsAt
      ? [say('mail.code-link.until', { until: moment(Number(data.endsAt)) })]
      : []),
    ...(kind === 'consent-revoked'
      ? [say(`mail.consent-revoked.${data.consent}`), say('mail.consent-revoked.again')]
      : []),
    ...(kind === 'erased' ? [say('mail.erased.last')] : []),
  ];
}

const linkOf = ({ data, reference, soldier }: NewsFacts, { say }: MailWords, page: string): MailParts['links'] => [
  {
    label: say('mail.openLink'),
    url: `${page}/new-code?code=${encodeURIComponent(data.token ?? '')}`,
    about: [soldier, say('mail.application', { reference })].filter(Boolean).join(', '),
  },
];

function textOf({ greeting, paragraphs, links, facts, notes, closing }: MailParts): string {
  const [farewell = '', museum = '', department = '', why = ''] = closing;
  return [
    greeting,
    ...paragraphs,
    ...links.map(({ label, url, about }) => [about, `${label}:`, url].filter(Boolean).join('\n')),
    facts.map(({ term, value }) => `${term}: ${value}`).join('\n'),
    ...notes,
    `${farewell},\n${museum}\n${department}`,
    `-- \n${why}`,
  ]
    .filter(Boolean)
    .join('\n\n')
    .concat('\n');
}
