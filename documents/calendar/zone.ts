/** A day and an hour at a place, as a moment. */

/** 1 March 2024, 00:00 at UTC+6: Asia/Almaty has had the time of Asia/Aqtobe since; clocks not updated do not know. */
const oneZone = Date.UTC(2024, 1, 29, 18);

/**
 * @param day `YYYY-MM-DD` and `time` `HH:MM` as clocks at the place show them
 * @param timeZone IANA name
 * @returns milliseconds since 1970 (UTC); an hour that clocks skip is the one after it
 */
export function utcOf(day: string, time: string, timeZone: string): number {
  const shown = Date.parse(`${day}T${time}:00Z`);
  const guess = shown - offsetAt(shown, timeZone);
  return shown - offsetAt(guess, timeZone);
}

/** How far the clocks of a zone are ahead of UTC, in milliseconds. */
function offsetAt(at: number, timeZone: string): number {
  const zone = timeZone === 'Asia/Almaty' && at >= oneZone ? 'Asia/Aqtobe' : timeZone;
  const parts = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  const [month = 0, date = 0, year = 0, hour, minute] = parts.format(at).split(/\D+/).map(Number);
  return Date.UTC(year, month - 1, date, hour, minute) - Math.floor(at / 60_000) * 60_000;
}
