/** Asks the routes of this interface as the server does; used by its tests. */
import { resolve } from 'node:path';

type Get = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;
export type Asked = { fill?: Record<string, string>; search?: string; headers?: Record<string, string> };

/** `app/api/v1/cases/[caseId]/route.ts` of `/cases/{caseId}`. */
const routeFile = (path: string) => `app/api/v1${path.replaceAll('{', '[').replaceAll('}', ']')}/route.ts`;

/** @param path as the document has it; `fill` stands in its braces */
export async function ask(path: string, { fill = {}, search = '', headers = {} }: Asked): Promise<Response> {
  const route: { GET: Get } = await import(/* @vite-ignore */ resolve(routeFile(path)));
  const address = path.replace(/\{(\w+)\}/g, (_, name: string) => fill[name] ?? '');
  const request = new Request(`https://izdeu.test/api/v1${address}${search}`, { headers });
  return route.GET(request, { params: Promise.resolve(fill) });
}

export const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
