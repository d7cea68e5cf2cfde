/** What a browser loads of script before a page is usable: the scripts its HTML names, as sent. */
import { gzipSync } from 'node:zlib';

/** Gzipped bytes of every script the page loads at once; scripts for browsers without modules are not loaded. */
export async function firstLoadBytes(origin: string, path: string, headers: Record<string, string>): Promise<number> {
  const html = await (await fetch(origin + path, { headers })).text();
  const sources = new Set(
    [...html.matchAll(/<script\b[^>]*\bsrc="([^"]+)"[^>]*>/g)].flatMap(([tag, source]) =>
      source && !/\bnomodule\b/i.test(tag) ? [source.replaceAll('&amp;', '&')] : [],
    ),
  );
  let bytes = 0;
  for (const source of sources) {
    const script = Buffer.from(await (await fetch(new URL(source, origin))).arrayBuffer());
    bytes += gzipSync(script, { level: 6 }).length;
  }
  return bytes;
}
