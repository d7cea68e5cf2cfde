import { Field, type FieldProps } from './field';
import type { FieldSpec } from './types';

type FieldGroupsProps = Omit<FieldProps, 'spec' | 'error'> & {
  fields: readonly FieldSpec[];
  errorOf: (name: string) => string | undefined;
  compact: boolean;
};

/** All fields of a form in their order, neighbours of one group in one fieldset. */
export function FieldGroups({ fields, errorOf, compact, ...rest }: FieldGroupsProps) {
  const inner = compact
    ? 'grid items-end gap-x-[1.250em] gap-y-[0.9em] sm:grid-cols-[repeat(auto-fit,minmax(min(15rem,100%),1fr))] [&>.wide]:col-span-full'
    : 'flex max-w-[40rem] flex-col gap-[1.500em]';
  const row = (spec: FieldSpec) => <Field key={spec.name} spec={spec} error={errorOf(spec.name)} {...rest} />;
  return (
    <div className={inner}>
      {grouped(fields).map((group) =>
        group.legend ? (
          <fieldset key={group.key} className="wide min-w-0 border-line border-t pt-[0.75em]">
            <legend className="title-3 pr-[0.75em]">{group.legend}</legend>
            <div className={inner}>{group.fields.map(row)}</div>
          </fieldset>
        ) : (
          group.fields.map(row)
        ),
      )}
    </div>
  );
}

function grouped(fields: readonly FieldSpec[]) {
  const groups: { key: string; legend: string | undefined; fields: FieldSpec[] }[] = [];
  for (const spec of fields) {
    const last = groups.at(-1);
    if (last && last.legend === spec.group) last.fields.push(spec);
    else groups.push({ key: spec.name, legend: spec.group, fields: [spec] });
  }
  return groups;
}
