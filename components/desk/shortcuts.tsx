'use client';

import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { caseOfPath, meaningOf } from './shortcut-keys';

/** Where `g` and a letter lead. */
export type Way = { letter: string; href: string; label: string };

export type ShortcutTexts = Record<
  'button' | 'title' | 'lead' | 'follows' | 'next' | 'search' | 'help' | 'on' | 'close',
  string
>;

type ShortcutProps = { desk: string; ways: readonly Way[]; texts: ShortcutTexts };

/** Milliseconds within which the letter follows `g`. */
const patience = 1500;
const kept = 'izdeu.keys';
const searchMark = '#search';

/**
 * Working by keyboard: one key to the next case, one to the search, two to a section. Keys rest while somebody types, with a dialog
 * open, and altogether when they are switched off in the help.
 */
export function Shortcuts({ desk, ways, texts }: ShortcutProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [on, setOn] = useState(true);

  useEffect(() => {
    setOn(localStorage.getItem(kept) !== 'off');
    if (location.hash === searchMark) focusSearch();
  }, []);

  useEffect(() => {
    if (!on) return;
    let wentAt = 0;
    function onKey(event: KeyboardEvent) {
      if (event.defaultPrevented || isTyping(event.target) || document.querySelector('dialog[open]')) return;
      const meaning = meaningOf(event, Date.now() - wentAt < patience);
      wentAt = meaning?.what === 'go' ? Date.now() : 0;
      if (!meaning || meaning.what === 'go') return;
      const way = meaning.what === 'to' ? ways.find(({ letter }) => letter === meaning.letter) : undefined;
      if (meaning.what === 'to' && !way) return;
      event.preventDefault();
      if (way) location.assign(way.href);
      else if (meaning.what === 'help') dialog.current?.showModal();
      else if (meaning.what === 'next') location.assign(`${desk}/next?after=${caseOfPath(location.pathname)}`);
      else if (!focusSearch()) location.assign(`${desk}/cases${searchMark}`);
    }
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [on, desk, ways]);

  function switchKeys(next: boolean) {
    setOn(next);
    localStorage.setItem(kept, next ? 'on' : 'off');
  }

  const single = [
    ['N', texts.next],
    ['/', texts.search],
    ['?', texts.help],
  ] as const;
  return (
    <>
      <button
        type="button"
        onClick={() => dialog.current?.showModal()}
        className="target hidden cursor-pointer text-accent underline underline-offset-4 lg:inline-flex"
      >
        {texts.button}
      </button>
      <dialog
        ref={dialog}
        aria-labelledby="shortcuts-title"
        className="m-auto w-[min(34rem,92vw)] border border-rule bg-paper p-6 text-ink"
      >
        <h2 id="shortcuts-title" className="title-2">
          {texts.title}
        </h2>
        <p className="mt-2 text-muted">{texts.lead}</p>
        <dl className="mt-4 grid grid-cols-[auto_1fr] items-baseline gap-x-5 gap-y-2">
          {single.map(([key, label]) => (
            <Line key={key} label={label}>
              <Key>{key}</Key>
            </Line>
          ))}
          {ways.map(({ letter, label }) => (
            <Line key={letter} label={label}>
              <Key>G</Key> <span className="minor text-muted">{texts.follows}</span> <Key>{letter.toUpperCase()}</Key>
            </Line>
          ))}
        </dl>
        <label className="choice mt-4">
          <input type="checkbox" checked={on} onChange={(event) => switchKeys(event.target.checked)} />
          <span>{texts.on}</span>
        </label>
        <form method="dialog" className="mt-4">
          <Button look="secondary">{texts.close}</Button>
        </form>
      </dialog>
    </>
  );
}

function Line({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <>
      <dt className="whitespace-nowrap">{children}</dt>
      <dd>{label}</dd>
    </>
  );
}

function Key({ children }: { children: React.ReactNode }) {
  return <kbd className="rounded-[2px] border border-rule bg-deep px-[0.5em] py-[0.1em] font-semibold">{children}</kbd>;
}

const typed = 'input:not([type="checkbox"], [type="radio"], [type="submit"]), textarea, select, [contenteditable]';

const isTyping = (target: EventTarget | null): boolean => target instanceof Element && target.closest(typed) !== null;

/** Puts the cursor into the search of the page; false when the page has none. */
function focusSearch(): boolean {
  const field = document.querySelector<HTMLInputElement>('main input[type="search"]');
  field?.focus();
  field?.select();
  return field !== null;
}
