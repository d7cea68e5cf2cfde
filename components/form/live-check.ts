import { createFormControl } from 'react-hook-form';
import { type CheckKind, checkField } from './check-field';
import type { FormCheck } from './types';

export type LiveCheck = {
  /** checks everything; the codes of what is wrong, by field */
  wrong: () => Promise<Record<string, string>>;
  stop: () => void;
};

/** Checks each named field of a form when it is left, and again with every change after that; hands over the error codes. */
export function startLiveCheck(
  form: HTMLFormElement,
  check: FormCheck,
  tell: (codes: Record<string, string>) => void,
): LiveCheck {
  const names = Object.keys(check);
  const { formControl } = createFormControl({ mode: 'onTouched', shouldFocusError: false });
  const listening = new AbortController();
  const unsubscribe = formControl.subscribe({
    formState: { errors: true },
    callback: () => tell(codes()),
  });

  const codeOf = (name: string) => formControl.getFieldState(name).error?.message;
  function codes(): Record<string, string> {
    const found: Record<string, string> = {};
    for (const name of names) {
      const code = codeOf(name);
      if (code) found[name] = code;
    }
    return found;
  }

  for (const name of names) {
    const kinds = check[name];
    if (kinds) startField(name, kinds);
  }

  function startField(name: string, kinds: CheckKind | readonly CheckKind[]) {
    const unknown = control(form, `${name}.unknown`);
    const isUnknown = () => unknown instanceof HTMLInputElement && unknown.checked;
    const { ref, onBlur, onChange } = formControl.register(name, {
      validate: (value: unknown) => (isUnknown() ? true : (checkField(kinds, written(value)) ?? true)),
    });
    for (const element of controls(form, name)) {
      ref(element);
      const on = (event: string, listener: (event: Event) => unknown) =>
        element.addEventListener(event, listener, { signal: listening.signal });
      on('blur', onBlur);
      on('input', onChange);
      on('change', onChange);
    }
    const again = () => formControl.getFieldState(name).error && formControl.trigger(name);
    unknown?.addEventListener('change', again, { signal: listening.signal });
  }

  return {
    wrong: async () => {
      await formControl.trigger(names);
      return codes();
    },
    stop: () => {
      listening.abort();
      unsubscribe();
    },
  };
}

function controls(form: HTMLFormElement, name: string): Element[] {
  return [...form.elements].filter((element) => element.getAttribute('name') === name);
}

const control = (form: HTMLFormElement, name: string) => controls(form, name)[0];

/** The value of a control as text: a ticked box counts as written. */
function written(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.join(',');
  if (value instanceof FileList) return value.length > 0 ? 'on' : '';
  return value ? 'on' : '';
}
