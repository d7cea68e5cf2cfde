/** The log of web and worker: one JSON line an event on standard output. Addresses are written without their query strings. */
import pino from 'pino';
import { env } from '@/env';

/** A failed query names its parameters, and those are people's: they stay out of the log. */
const withoutParameters = (text: string) => text.replace(/\nparams:[\s\S]*?(?=\n {4}at |$)/g, '');

export const log = pino({
  level: env.logLevel,
  base: undefined,
  serializers: {
    err: (error: Error) => {
      const { type, message, stack } = pino.stdSerializers.err(error);
      return { type, message: withoutParameters(message), stack: withoutParameters(stack ?? '') };
    },
  },
});

/** Codes, drafts and search words travel in query strings and stay out of the log. */
export const withoutQuery = (address: string) => address.split('?', 1)[0] ?? '';
