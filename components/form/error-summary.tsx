import type { Ref } from 'react';
import { fieldId } from './field';

/** What is wrong with the whole form, at its head: takes the focus and leads to the fields. */
export function ErrorSummary({
  ref,
  formId,
  title,
  message,
  fields,
}: {
  ref: Ref<HTMLDivElement>;
  formId: string;
  title: string;
  message: string;
  /** a name the form does not show has no label and is told without a link */
  fields: { name: string; label: string | undefined; message: string }[];
}) {
  return (
    <div
      ref={ref}
      role="alert"
      tabIndex={-1}
      className="mb-[1.5em] border-[3px] border-refusal bg-white px-[1em] py-[0.75em]"
    >
      <h2 className="title-3 text-refusal">{title}</h2>
      {message && message !== title && <p className="measure mt-[0.25em] whitespace-pre-line">{message}</p>}
      {fields.length > 0 && (
        <ul className="mt-[0.25em]">
          {fields.map((field) => (
            <li key={field.name}>
              {field.label ? (
                <a href={`#${fieldId(formId, field.name)}`} className="target font-semibold text-refusal">
                  {field.label}: {field.message}
                </a>
              ) : (
                field.message
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
