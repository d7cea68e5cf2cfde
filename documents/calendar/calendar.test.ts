import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { type CalendarEntry, calendarOf } from './calendar';
import { utcOf } from './zone';

const none = { kk: '', ru: '', en: '' };
const place = {
  burialPlaceId: '0',
  name: { kk: 'Малая Осинка', ru: 'Малая Осинка', en: 'Malaya Osinka' },
  region: { kk: 'Орёл облысы', ru: 'Орловская область', en: 'Oryol Region' },
  country: 'RU',
  point: null,
};

const trip: CalendarEntry = {
  kind: 'trip',
  id: '0194f7a0-0000-7000-8000-000000000001',
  title: { kk: 'Орёлға сапар', ru: 'Поездка в Орёл', en: '' },
  state: 'open',
  startsOn: '2020-05-07',
  endsOn: '2020-05-10',
  time: '',
  timeZone: 'Asia/Almaty',
  place: null,
  country: null,
  programme: none,
  stages: [{ stageId: '1', day: '2020-05-08', place, programme: { kk: 'Гүл қою, құран оқу; ас', ru: '', en: '' } }],
  version: 3,
  changedAt: Date.UTC(2020, 0, 31, 4, 5, 6),
};

const ceremony: CalendarEntry = {
  ...trip,
  kind: 'ceremony',
  id: '0194f7a0-0000-7000-8000-000000000002',
  state: 'planned',
  startsOn: '2020-06-22',
  endsOn: '2020-06-22',
  time: '11:30',
  timeZone: 'Europe/Moscow',
  place: { kk: 'Мемориал', ru: '', en: '' },
  country: 'RU',
  stages: [],
};

/** The strict reader: lines, lengths and nesting as RFC 5545 writes them; then what another program makes of it. */
function read(text: string) {
  expect(text.endsWith('\r\n')).toBe(true);
  const physical = text.slice(0, -2).split('\r\n');
  for (const line of physical) {
    expect(line).not.toMatch(/[\r\n]/);
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(line).not.toContain('�');
  }
  const logical = physical.join('\r\n').replaceAll('\r\n ', '').split('\r\n');
  for (const line of logical) expect(line).toMatch(/^[A-Z-]+(?:;[A-Z-]+=[^:;,"]+)*:[^\p{Cc}]*$/u);
  const count = (line: string) => logical.filter((one) => one === line).length;
  expect(count('BEGIN:VEVENT')).toBe(count('END:VEVENT'));
  expect([logical[0], logical.at(-1)]).toEqual(['BEGIN:VCALENDAR', 'END:VCALENDAR']);
  const calendar = new ICAL.Component(ICAL.parse(text) as never);
  return calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
}

describe('a calendar', () => {
  it('says the days of a trip, the last one included', () => {
    const [event] = read(calendarOf([trip], 'kk'));
    expect(event?.startDate.isDate).toBe(true);
    expect([event?.startDate.toString(), event?.endDate.toString()]).toEqual(['2020-05-07', '2020-05-11']);
    expect(event?.summary).toBe('Орёлға сапар');
    expect(event?.location).toBe('Малая Осинка, Орёл облысы, Ресей');
    expect(event?.description).toContain('Гүл қою, құран оқу; ас');
  });

  it('says the hour of a ceremony as a moment', () => {
    const [event] = read(calendarOf([ceremony], 'ru'));
    expect(event?.startDate.toJSDate().toISOString()).toBe('2020-06-22T08:30:00.000Z');
    expect(event?.location).toBe('Мемориал, Россия');
  });

  it('keeps the identifier, counts the changes and says what was called off', () => {
    const text = calendarOf([trip, { ...ceremony, state: 'cancelled', version: 7 }], 'en');
    const events = read(text);
    expect(events.map(({ uid, sequence }) => [uid, sequence])).toEqual([
      [trip.id, 2],
      [ceremony.id, 6],
    ]);
    const status = events.map(({ component }) => component.getFirstPropertyValue('status'));
    expect(status).toEqual(['CONFIRMED', 'CANCELLED']);
    expect(text).toContain('DTSTAMP:20200131T040506Z');
  });

  it('is the same to the byte for the same journeys', () =>
    expect(calendarOf([trip, ceremony], 'kk')).toBe(calendarOf([trip, ceremony], 'kk')));

  it('says nothing of the meeting to those who are not told', () => {
    const meeting = { kk: 'Музейдің алдында', ru: '', en: '' };
    expect(calendarOf([trip], 'kk')).not.toContain('Музейдің');
    expect(read(calendarOf([{ ...trip, meeting }], 'kk'))[0]?.description).toContain('Музейдің алдында');
  });

  it('holds whatever somebody wrote, and gives it back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (written) => {
        const title = written.toWellFormed();
        const [event] = read(calendarOf([{ ...trip, title: { kk: `А${title}`, ru: '', en: '' } }], 'kk'));
        const kept = `А${title}`.replace(/\r\n?/g, '\n').replace(/[\p{Cc}]/gu, (c) => (c === '\n' ? c : ' '));
        expect(event?.summary).toBe(kept);
      }),
    );
  });
});

describe('an hour at a place', () => {
  it.each([
    ['2020-01-15', '09:00', 'Asia/Almaty', '2020-01-15T03:00:00.000Z'],
    ['2024-03-01', '09:00', 'Asia/Almaty', '2024-03-01T04:00:00.000Z'],
    ['2020-07-01', '12:00', 'Europe/Berlin', '2020-07-01T10:00:00.000Z'],
    ['2020-12-01', '12:00', 'Europe/Berlin', '2020-12-01T11:00:00.000Z'],
    // The clocks went forward from two to three.
    ['2020-03-29', '02:30', 'Europe/Berlin', '2020-03-29T01:30:00.000Z'],
  ])('%s %s in %s is %s', (day, time, zone, moment) =>
    expect(new Date(utcOf(day, time, zone)).toISOString()).toBe(moment),
  );
});
