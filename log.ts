/** The log of web and worker: one JSON line an event on standard output. Addresses are written without their query strings. */
import pino from 'pino';
import { env } from '@/env';

export const log = pino({ level: env.logLevel, base: undefined });

/** Codes, drafts and search words travel in query strings and stay out of the log. */
export const withoutQuery = (address: string) => address.split('?', 1)[0] ?? '';
