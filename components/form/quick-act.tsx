'use client';

import { useActionState } from 'react';
import type { FormAction } from './types';

/** One press in a line of a list; what was refused is said beside it. `about` says what of, for who does not see the line. */
export function QuickAct({
  action,
  stated,
  label,
  about,
}: {
  action: FormAction;
  stated: Readonly<Record<string, string>>;
  label: string;
  about?: string;
}) {
  const [state, send, pending] = useActionState(action, null);
  return (
    <form action={send} className="print:hidden">
      {Object.entries(stated).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} readOnly />
      ))}
      <button
        type="submit"
        aria-disabled={pending || undefined}
        className="target cursor-pointer text-left text-accent underline underline-offset-4 aria-disabled:cursor-progress"
      >
        {label}
        {about && <span className="sr-only">: {about}</span>}
      </button>
      {state && !state.ok && (
        <p role="alert" className="minor text-refusal">
          {state.message}
        </p>
      )}
    </form>
  );
}
