import type { FieldSpec } from '@/components/form/types';
import { bases, burialKinds, type Param, steps } from '@/domain/statistics/catalogue';
import type { Say } from '@/domain/statistics/words';

const choices = { basis: bases, kind: burialKinds, by: steps } as const;

/** The fields by which a statistic is asked: days are written, the rest is chosen; left empty they are the usual ones. */
export function parameterFields(params: readonly Param[], say: Say): FieldSpec[] {
  return params.map((name): FieldSpec => {
    const label = say(`statistics.param.${name}`);
    if (name === 'at' || name === 'from' || name === 'to')
      return { name, label, kind: 'text', width: 'short', hint: say('statistics.param.hint') };
    // The usual one is asked for by nothing at all, so that it does not stand in the address.
    const usual = name === 'by' ? 'month' : choices[name][0];
    return {
      name,
      label,
      kind: 'select',
      options: choices[name].map((value) => ({
        value: value === usual ? '' : value,
        label: say(`statistics.${name}.${value}`),
      })),
    };
  });
}
