import type { FieldSpec, FormTexts } from './types';

export type ControlProps = {
  spec: FieldSpec;
  id: string;
  /** what stands in it: the specification's value, or what was typed before a refusal */
  value: string;
  invalid: boolean;
  describedBy: string | undefined;
  texts: Pick<FormTexts, 'choose'>;
};

const inputTypes = {
  date: 'text',
  year: 'text',
  text: 'text',
  tel: 'tel',
  email: 'email',
  password: 'password',
} as const;

/** The one control of a field that has one: a line, an area, a list, a file. */
export function Control({ spec, id, value, invalid, describedBy, texts }: ControlProps) {
  const common = {
    id,
    name: spec.name,
    required: spec.required,
    autoComplete: spec.autocomplete,
    'aria-invalid': invalid || undefined,
    'aria-describedby': describedBy,
    className: `control ${widthClass(spec)}`,
  };
  switch (spec.kind) {
    case 'textarea':
      return <textarea {...common} rows={spec.rows ?? 4} maxLength={spec.maxLength} defaultValue={value} />;
    case 'select':
      return (
        // The key: React does not follow a changed default of a list by itself.
        <select key={spec.value} {...common} defaultValue={value}>
          {!spec.options?.some((option) => option.value === '') && <option value="">{texts.choose}</option>}
          {spec.options?.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      );
    case 'file':
      return <input {...common} type="file" accept={spec.accept} multiple={spec.multiple} />;
    case 'text':
    case 'date':
    case 'year':
    case 'tel':
    case 'email':
    case 'password':
      return (
        <input
          {...common}
          type={inputTypes[spec.kind]}
          inputMode={spec.inputMode ?? (spec.kind === 'year' ? 'numeric' : undefined)}
          maxLength={spec.maxLength}
          defaultValue={spec.kind === 'password' ? undefined : value}
          spellCheck={spec.kind === 'text' ? undefined : false}
        />
      );
    default:
      return null;
  }
}

function widthClass(spec: FieldSpec): string {
  const width =
    spec.width ?? (spec.kind === 'year' ? 'short' : spec.kind === 'date' || spec.kind === 'tel' ? 'medium' : 'full');
  return width === 'full' ? '' : `width-${width}`;
}

/** A box or a dot with its words. */
export function Choice({
  type,
  id,
  name,
  value,
  label,
  hint,
  ticked,
  ...rest
}: {
  type: 'checkbox' | 'radio';
  id: string;
  name: string;
  value: string;
  label: React.ReactNode;
  hint?: string;
  ticked: boolean;
  required?: boolean;
  'aria-invalid'?: true;
  'aria-describedby'?: string;
  'data-unknown'?: '';
}) {
  return (
    <label className="choice" htmlFor={id}>
      <input type={type} id={id} name={name} value={value} defaultChecked={ticked} {...rest} />
      <span>
        {label}
        {hint && <span className="block text-muted">{hint}</span>}
      </span>
    </label>
  );
}
