/** A small load on loopback: a fixed number of requests by a fixed number of clients, timed one by one. */
import { Agent, get } from 'node:http';

export type Measured = { perSecond: number; p50: number; p95: number; failed: number };

/**
 * Asks one address `requests` times by `clients` at once over kept connections.
 * @returns requests a second and milliseconds; `failed` counts everything but 200
 */
export async function load(
  url: string,
  headers: Record<string, string>,
  requests: number,
  clients: number,
): Promise<Measured> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const times: number[] = [];
  let failed = 0;
  let left = requests;
  const begun = performance.now();
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (left-- > 0) {
        const from = performance.now();
        if ((await ask(url, headers, agent)) !== 200) failed += 1;
        times.push(performance.now() - from);
      }
    }),
  );
  const seconds = (performance.now() - begun) / 1000;
  agent.destroy();
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { perSecond: times.length / seconds, p50: at(0.5), p95: at(0.95), failed };
}

function ask(url: string, headers: Record<string, string>, agent: Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    get(url, { headers, agent }, (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode ?? 0));
    }).on('error', reject);
  });
}
