import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { LiveCheck } from './live-check';
import type { FormCheck } from './types';

/**
 * Error codes of the fields somebody has left. The checking itself arrives after the page works, so that a form on a slow
 * line can be filled in and sent before it.
 */
export function useLiveCheck(form: RefObject<HTMLFormElement | null>, check: FormCheck | undefined) {
  const [codes, setCodes] = useState<Record<string, string>>({});
  const running = useRef<LiveCheck>(null);
  // The page hands over a new object with every render; only a change of its content starts the checking anew.
  const stated = JSON.stringify(check ?? {});

  const stop = useCallback(() => {
    running.current?.stop();
    running.current = null;
  }, []);

  /** Begins with nothing checked: at first, and after the form was sent and emptied. */
  const begin = useCallback(async () => {
    const wanted: FormCheck = JSON.parse(stated);
    stop();
    setCodes({});
    if (Object.keys(wanted).length === 0) return;
    // When it cannot be loaded the server, which checks everything anyway, does so alone.
    const loaded = await import('./live-check').catch(() => null);
    stop();
    if (loaded && form.current) running.current = loaded.startLiveCheck(form.current, wanted, setCodes);
  }, [form, stated, stop]);

  useEffect(() => {
    begin();
    return stop;
  }, [begin, stop]);

  const wrong = useCallback(async () => (await running.current?.wrong()) ?? {}, []);
  return { codes, wrong, begin };
}
