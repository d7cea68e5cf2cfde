/** Lists read by programs leave a trace: one event where a list is begun, none for the pages after it. */
import { change } from '../change';
import type { NewEvent } from '../events';
import type { Actor } from '../permissions';

/** Says in the audit log that `actor` began to read a list. */
export const recordReading = (actor: Actor, event: NewEvent): Promise<void> =>
  change(actor, async (_tx, record) => record(event));
