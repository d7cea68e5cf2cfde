// A worker thread of Node 20 does not inherit the loader of TypeScript: it is registered here before the thread's own module.
import { parentPort, workerData } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

register();
const { readInThread } = await import('./thread.ts');
await readInThread(parentPort, workerData);
