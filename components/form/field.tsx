import { Choice, Control } from './control';
import type { FieldSpec, FormTexts } from './types';

export type FieldProps = {
  spec: FieldSpec;
  formId: string;
  /** the value a field carries, by its posted name */
  carried: (name: string) => string;
  error: string | undefined;
  texts: Pick<FormTexts, 'choose' | 'required'>;
};

/** Where a link in the error summary leads. */
export const fieldId = (formId: string, name: string) => `${formId}-${name}`;

/** One question with its label, hint, message and answer. */
export function Field(props: FieldProps) {
  const { spec, formId, carried, error, texts } = props;
  const id = fieldId(formId, spec.name);
  if (spec.kind === 'heading') return <Heading spec={spec} />;
  if (spec.kind === 'hidden') return <input type="hidden" name={spec.name} value={spec.value ?? ''} readOnly />;

  const hintId = spec.hint ? `${id}-hint` : undefined;
  const errorId = error ? `${id}-error` : undefined;
  const describedBy = [hintId, errorId].filter(Boolean).join(' ') || undefined;
  const marked = { 'aria-invalid': error ? (true as const) : undefined, 'aria-describedby': describedBy };
  const message = errorId && <ErrorMessage id={errorId}>{error}</ErrorMessage>;

  if (spec.kind === 'checkbox')
    return (
      <div className={fieldClass(spec, error)}>
        {message}
        <Choice
          type="checkbox"
          id={id}
          name={spec.name}
          value="on"
          ticked={carried(spec.name) === 'on'}
          label={<Label spec={spec} texts={texts} />}
          required={spec.required}
          {...marked}
        />
        {hintId && <Hint id={hintId} spec={spec} />}
      </div>
    );
  if (spec.kind === 'radio' || spec.kind === 'checkboxes')
    return (
      <fieldset className={fieldClass(spec, error)} aria-describedby={describedBy}>
        <legend className="font-semibold">
          <Label spec={spec} texts={texts} />
        </legend>
        {hintId && <Hint id={hintId} spec={spec} />}
        {spec.help}
        {message}
        <Choices {...props} id={id} />
      </fieldset>
    );
  return (
    <div className={fieldClass(spec, error)}>
      <label htmlFor={id} className="mb-[0.25em] block font-semibold">
        <Label spec={spec} texts={texts} />
      </label>
      {hintId && <Hint id={hintId} spec={spec} />}
      {spec.help}
      {message}
      <Control
        spec={spec}
        id={id}
        value={carried(spec.name)}
        invalid={Boolean(error)}
        describedBy={describedBy}
        texts={texts}
      />
      {spec.unknown && (
        <Choice
          type="checkbox"
          id={`${id}-unknown`}
          name={`${spec.name}.unknown`}
          value="on"
          ticked={carried(`${spec.name}.unknown`) === 'on'}
          label={
            <>
              {spec.unknown}
              <span className="sr-only"> ({spec.label})</span>
            </>
          }
          data-unknown=""
        />
      )}
    </div>
  );
}

/** The answers to choose from; the first carries the field's own id, so that a link from the summary finds it. */
function Choices({ spec, carried, error, id }: FieldProps & { id: string }) {
  const chosen = carried(spec.name);
  const several = spec.kind === 'checkboxes';
  const all = several ? chosen.split(',') : [chosen];
  return spec.options?.map((option, index) => (
    <Choice
      key={option.value}
      type={several ? 'checkbox' : 'radio'}
      id={index === 0 ? id : `${id}-${index}`}
      name={spec.name}
      value={option.value}
      label={option.label}
      hint={option.hint}
      ticked={all.includes(option.value)}
      required={several ? undefined : spec.required}
      aria-invalid={error ? true : undefined}
    />
  ));
}

function Heading({ spec }: { spec: FieldSpec }) {
  return (
    <div className="col-span-full mt-[1em] first:mt-0">
      <h2 className="title-3">{spec.label}</h2>
      {spec.hint && <p className="measure text-muted">{spec.hint}</p>}
    </div>
  );
}

function Label({ spec, texts }: Pick<FieldProps, 'spec' | 'texts'>) {
  return (
    <>
      {spec.label}
      {spec.required && <span className="font-normal text-muted"> ({texts.required})</span>}
    </>
  );
}

function Hint({ id, spec }: { id: string; spec: FieldSpec }) {
  return (
    <p id={id} className="mb-[0.35em] text-muted">
      {spec.hint}
    </p>
  );
}

function ErrorMessage({ id, children }: { id: string; children: React.ReactNode }) {
  return (
    <p id={id} className="mb-[0.35em] font-semibold text-refusal">
      {children}
    </p>
  );
}

const wideKinds = new Set(['textarea', 'radio', 'checkbox', 'checkboxes', 'file']);

const fieldClass = (spec: FieldSpec, error: string | undefined) =>
  `field min-w-0 ${wideKinds.has(spec.kind) ? 'wide' : ''} ${error ? 'border-refusal border-l-4 pl-[0.75em]' : ''}`;
