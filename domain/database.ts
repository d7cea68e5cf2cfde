/** The store of this process, opened once: Next can load a module more than once, so it lives on `globalThis`. */
import { openStore, type ReadDb, type Store } from '@/db/store';

const shared = globalThis as typeof globalThis & { izdeuStore?: Store };

/** Opens the store, or replaces it in a test. The file comes from the environment (`env.ts`) or from the caller. */
export function useStore(file: string): Store {
  shared.izdeuStore?.close();
  shared.izdeuStore = openStore(file);
  return shared.izdeuStore;
}

export function closeStore(): void {
  shared.izdeuStore?.close();
  delete shared.izdeuStore;
}

export function theStore(): Store {
  if (!shared.izdeuStore) throw new Error('No database is open');
  return shared.izdeuStore;
}

/** Reading; inside a transaction it is that transaction. */
export const read = (): ReadDb => theStore().db;
