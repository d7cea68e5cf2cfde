/** A calendar as it goes out: subscribed to, or kept as a file. */
import 'server-only';

/** @param shared the same for everybody, looked for anew every hour */
export function calendarAnswer(content: string, name: string, shared: boolean): Response {
  return new Response(content, {
    headers: {
      'content-type': 'text/calendar; charset=utf-8; method=PUBLISH',
      'content-disposition': `attachment; filename="${name}.ics"`,
      'cache-control': shared ? 'public, max-age=3600' : 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  });
}
