import type { IncomingHttpHeaders } from 'node:http';

/**
 * What the framework says to itself. Its browser part needs none of them: it sends `rsc`, `next-action`, `next-url` and
 * `next-router-*`. (`x-action-forwarded` and `x-next-revalidated-*` come from the server's own requests to itself.)
 */
const internal = /^(?:x-(?:middleware|nextjs|matched|invoke|now|prerender)-|x-next-resume|next-resume$)/;

/** What a proxy states about the client and the outer address: replaced by what we know. */
const stated = /^(?:forwarded$|x-forwarded-|x-real-ip$|x-client-address$)/;

/** What only this server decides: the framework reads the nonce of its scripts off it. */
const ours = /^(?:content-security-policy|x-nonce$)/;

export function removeForgedHeaders(headers: IncomingHttpHeaders) {
  for (const name of Object.keys(headers))
    if (internal.test(name) || stated.test(name) || ours.test(name)) delete headers[name];
}
