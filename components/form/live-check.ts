import { createFormControl } from 'react-hook-form';
import { type CheckKind, checkField } from './check-field';
import type { FormCheck } from './types';

export type LiveCheck = {
  /** checks everything; the codes of what is wrong, by field */
  wrong: () => Promise<Record<string, string>>;
  stop: () => void;
};

// Milliseconds after a press in which nothing may move under the finger.
const pressSettles = 200;

/** Checks each named field of a form when it is left, and again with every change after that; hands over the error codes. */
export function startLiveCheck(
  form: HTMLFormElement,
  check: FormCheck,
  tell: (codes: Record<string, string>) => void,
): LiveCheck {
  const names = Object.keys(check);
  const listening = new AbortController();
  const { signal } = listening;
  const { formControl } = createFormControl({ mode: 'onTouched', shouldFocusError: false });

  for (const name of names) {
    const kinds = check[name];
    if (kinds) startField(name, kinds);
  }
  const tellNow = () => !signal.aborted && tell(codes());
  const unsubscribe = formControl.subscribe({ formState: { errors: true }, callback: holdWhilePressed(tellNow) });

  function startField(name: string, kinds: CheckKind | readonly CheckKind[]) {
    const unknown = controls(form, `${name}.unknown`)[0];
    const isUnknown = () => unknown instanceof HTMLInputElement && unknown.checked;
    const { ref, onBlur, onChange } = formControl.register(name, {
      validate: (value: unknown) => (isUnknown() ? true : (checkField(kinds, written(value)) ?? true)),
    });
    for (const element of controls(form, name)) {
      ref(element);
      element.addEventListener('blur', onBlur, { signal });
      element.addEventListener('input', onChange, { signal });
      element.addEventListener('change', onChange, { signal });
    }
    const again = () => formControl.getFieldState(name).error && formControl.trigger(name);
    unknown?.addEventListener('change', again, { signal });
  }

  function codes(): Record<string, string> {
    const found: Record<string, string> = {};
    for (const name of names) {
      const code = formControl.getFieldState(name).error?.message;
      if (code) found[name] = code;
    }
    return found;
  }

  /**
   * Pressing a button leaves the field before it: were its message shown at once, the button would slip away below the
   * finger and the press be lost.
   */
  function holdWhilePressed(act: () => void): () => void {
    let pressed = false;
    const settle = () => {
      pressed = false;
      act();
    };
    form.addEventListener('pointerdown', () => (pressed = true), { signal });
    for (const end of ['pointerup', 'pointercancel'] as const)
      window.addEventListener(end, () => pressed && setTimeout(settle, pressSettles), { signal });
    return () => {
      if (!pressed) act();
    };
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

/** The value of a control as text: a ticked box counts as written. */
function written(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.join(',');
  if (value instanceof FileList) return value.length > 0 ? 'on' : '';
  return value ? 'on' : '';
}
