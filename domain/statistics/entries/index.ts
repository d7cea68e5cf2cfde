/** The computation of every entry of the catalogue. */
import type { StatisticKey } from '../catalogue';
import { burialEntries } from './burials';
import { certaintyEntries } from './certainty';
import { cohortEntries } from './cohorts';
import type { Entry } from './entry';
import { overdueEntries } from './overdue';
import { receivedEntries } from './received';
import { requestEntries } from './requests';
import { statusEntries } from './statuses';
import { timeEntries } from './times';
import { workEntries } from './work';

export const entries: Readonly<Record<StatisticKey, Entry>> = {
  ...burialEntries,
  ...certaintyEntries,
  ...receivedEntries,
  ...statusEntries,
  ...timeEntries,
  ...cohortEntries,
  ...overdueEntries,
  ...requestEntries,
  ...workEntries,
};
