/** The lane of the news: what happened is read, and one letter at a time goes out. */
import { newsMail } from '@/documents/mails/news';
import { planNews } from '@/domain/news/planning';
import { pauses } from '@/domain/news/rules';
import { type Outgoing, sendNext } from '@/domain/news/sending';
import { env } from '@/env';
import { log } from '@/log';
import { type MailTransport, mailTransport } from './mail-transport';

type Round = (stopping: AbortSignal) => Promise<boolean>;

/** The longest rest while the mail server takes nothing, in milliseconds. */
const longestRest = 60 * 60_000;

/**
 * A round of the news. A demonstration, and a register without a mail server, only plan; what is written by hand shows on the desk
 * either way.
 * @param transport another way to send, in tests
 */
export function newsRound(transport?: MailTransport): Round {
  let way = transport ?? null;
  let restsUntil = 0;
  let quietUntil = 0;
  let failures = 0;
  return async (stopping) => {
    if (quietUntil > Date.now()) return false;
    try {
      const planned = await planNews();
      if (env.isDemonstration || (!env.mail && !way) || restsUntil > Date.now()) return planned;
      way ??= env.mail ? mailTransport(env.mail) : null;
      if (!way) return planned;
      const sent = await sendNext(new URL(env.baseUrl).hostname, delivering(way, stopping));
      if (sent === 'unreachable') {
        const rest = Math.min(pauses[failures] ?? longestRest, longestRest);
        failures += 1;
        restsUntil = Date.now() + rest;
        log.warn({ rest }, 'the mail server takes no letters');
      } else if (sent) failures = 0;
      return planned || (sent !== null && sent !== 'unreachable' && sent !== 'stopped');
    } catch (error) {
      // The next round begins where this one did: nothing is lost but time.
      log.error({ err: error }, 'news broke off');
      quietUntil = Date.now() + (pauses[0] ?? 0);
      return false;
    }
  };
}

const delivering = (way: MailTransport, stopping: AbortSignal) => (outgoing: Outgoing) => {
  const { name, address, language, messageId } = outgoing;
  return way.send({ ...newsMail(outgoing, env.baseUrl), to: { name, address }, language, messageId }, stopping);
};
