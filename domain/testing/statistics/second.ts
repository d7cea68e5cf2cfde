/**
 * Every statistic a second time: in plain TypeScript over all rows, one by one, without SQL and without anything of the first
 * computation but the reading of a calendar.
 */
import { flow } from './second-flow';
import type { Compute } from './second-parts';
import { where } from './second-where';
import { work } from './second-work';

/** By key; a statistic without one fails its test. */
export const second: Readonly<Record<string, Compute>> = { ...where, ...flow, ...work };
