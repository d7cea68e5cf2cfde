import { useId } from 'react';
import type { FieldOption } from '@/components/form/types';

export type PaperSelectProps = {
  name: string;
  label: string;
  hint?: string;
  /** Chosen from the beginning: nobody is held up by a list. */
  value: string;
  options: readonly FieldOption[];
};

/** A list of which something is always chosen. */
export function PaperSelect({ name, label, hint, value, options }: PaperSelectProps) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="mb-[0.25em] block font-semibold">
        {label}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="mb-[0.35em] text-muted">
          {hint}
        </p>
      )}
      <select
        id={id}
        name={name}
        defaultValue={value}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className="control width-medium"
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
