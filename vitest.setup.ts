/** One seed for every property test, so that a run can be repeated; `PROPERTY_SEED=random` looks further. */
import fc from 'fast-check';

const wanted = process.env.PROPERTY_SEED ?? '1941';
if (wanted !== 'random') fc.configureGlobal({ seed: Number(wanted) });
