/**
 * Trips and ceremonies as an iCalendar file (RFC 5545). Every moment is written in UTC and every day without a zone, so that no
 * VTIMEZONE is needed and every calendar agrees.
 */

import type { Journey } from '@/domain/community/journeys';
import { inLanguage } from '@/domain/community/rules/journeys';
import { addDays } from '@/domain/working-days';
import { type JourneyLanguage, journeyWords } from '../programme/words';
import { utcOf } from './zone';

/** What a calendar tells: the public part of a journey has it all. */
export type CalendarEntry = Pick<
  Journey,
  | 'kind'
  | 'id'
  | 'title'
  | 'state'
  | 'startsOn'
  | 'endsOn'
  | 'time'
  | 'timeZone'
  | 'place'
  | 'country'
  | 'programme'
  | 'stages'
  | 'version'
  | 'changedAt'
> & {
  /** Where everybody meets; told to those who go along only. */
  meeting?: Journey['meeting'];
};

/** Where no end is known a ceremony takes this long, in milliseconds. */
const lasts = 2 * 3600_000;

/**
 * @param name of the whole calendar, for those who subscribe to it; left out, none
 * @param addressOf the page of an entry; left out, none
 */
export function calendarOf(
  entries: readonly CalendarEntry[],
  language: JourneyLanguage,
  { name = '', addressOf = () => '' }: { name?: string; addressOf?: (entry: CalendarEntry) => string } = {},
): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Izdeu//Trips and ceremonies//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...(name ? [`NAME:${escaped(name)}`, `X-WR-CALNAME:${escaped(name)}`] : []),
    ...entries.flatMap((entry) => eventOf(entry, language, addressOf(entry))),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function eventOf(entry: CalendarEntry, language: JourneyLanguage, address: string): string[] {
  const words = journeyWords(language);
  const where = words.where(entry);
  const description = [
    ...(entry.meeting && inLanguage(entry.meeting, language)
      ? [`${words.meeting}: ${inLanguage(entry.meeting, language)}`]
      : []),
    ...entry.stages.map((stage) => words.stage(stage)),
    inLanguage(entry.programme, language),
  ].filter(Boolean);
  return [
    'BEGIN:VEVENT',
    `UID:${entry.id}`,
    `DTSTAMP:${moment(entry.changedAt)}`,
    `LAST-MODIFIED:${moment(entry.changedAt)}`,
    `SEQUENCE:${entry.version - 1}`,
    ...daysOf(entry),
    `SUMMARY;LANGUAGE=${language}:${escaped(inLanguage(entry.title, language))}`,
    ...(where ? [`LOCATION;LANGUAGE=${language}:${escaped(where)}`] : []),
    ...(description.length > 0 ? [`DESCRIPTION;LANGUAGE=${language}:${escaped(description.join('\n'))}`] : []),
    ...(address ? [`URL:${address}`] : []),
    `STATUS:${entry.state === 'cancelled' ? 'CANCELLED' : entry.kind === 'trip' && entry.state === 'planned' ? 'TENTATIVE' : 'CONFIRMED'}`,
    'TRANSP:OPAQUE',
    'END:VEVENT',
  ];
}

/** Whole days, the end not included (RFC 5545, 3.6.1), or a moment where the hour is known. */
function daysOf({ startsOn, endsOn, time, timeZone }: CalendarEntry): string[] {
  if (!time) return [`DTSTART;VALUE=DATE:${date(startsOn)}`, `DTEND;VALUE=DATE:${date(addDays(endsOn, 1))}`];
  const start = utcOf(startsOn, time, timeZone);
  return [`DTSTART:${moment(start)}`, `DTEND:${moment(start + lasts)}`];
}

const date = (day: string) => day.replaceAll('-', '');

const moment = (at: number) => `${new Date(at).toISOString().replace(/[-:]/g, '').slice(0, 15)}Z`;

/** RFC 5545, 3.3.11. A control character has no place in a calendar. */
const escaped = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[\p{Cc}]/gu, (character) => (character === '\n' ? '\n' : ' '))
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replaceAll('\n', '\\n');

/** Lines of at most 75 octets, broken between characters (RFC 5545, 3.1). */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    // A line that goes on begins with a space, which counts.
    if (octets + size > 75) {
      parts.push(part);
      part = ' ';
      octets = 1;
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join('\r\n');
}
