import { unstable_rethrow } from 'next/navigation';
import { startTransition, useRef, useState, useTransition } from 'react';
import { postedValues } from './posted-values';
import type { ActionState, FormAction } from './types';

type Refusal = Extract<ActionState, { ok: false }>;

/** Sends a form once at a time, survives a lost connection, and renews the token after each success. */
export function useSending(action: FormAction, token: string | undefined, lost: string) {
  const [answer, setAnswer] = useState<ActionState>();
  const [renewed, setRenewed] = useState<{ spent: string; token: string } | null>(null);
  const [pending, begin] = useTransition();
  const busy = useRef(false);

  function send(previous: ActionState, data: FormData) {
    if (busy.current) return;
    busy.current = true;
    begin(async () => {
      const result = await answerOf(previous, data);
      busy.current = false;
      startTransition(() => accept(result, data));
    });
  }

  async function answerOf(previous: ActionState, data: FormData): Promise<ActionState> {
    try {
      return await action(previous, data);
    } catch (error) {
      // A redirect travels as an exception; anything else means that nothing readable came back.
      unstable_rethrow(error);
      return { ok: false, code: 'form.lost', message: lost };
    }
  }

  function accept(result: ActionState, data: FormData) {
    if (result && !result.ok) return refuse(result, data);
    setAnswer(result);
    if (token) setRenewed({ spent: token, token: freshToken() });
  }

  // The fields begin from what was posted, whatever the answer repeats of it: nothing typed is lost.
  const refuse = (refusal: Refusal, data: FormData) => setAnswer({ ...refusal, values: postedValues(data) });

  return { answer, pending, send, refuse, token: renewed?.spent === token ? renewed?.token : token };
}

/** A random UUID; `crypto.randomUUID` exists only on secure origins, and a museum's own network may have none. */
function freshToken(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const variant = '89ab'[(bytes[8] ?? 0) % 4];
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
}
