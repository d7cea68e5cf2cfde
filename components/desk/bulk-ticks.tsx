'use client';

import { useEffect, useState } from 'react';

/** The boxes of the table; by themselves they belong to the form that moves, which works before any script has arrived. */
const boxes = () => [...document.querySelectorAll<HTMLInputElement>('input[type="checkbox"][name="caseIds"]')];

/** The ids that are ticked now. */
function useTicked(): readonly string[] {
  const [ticked, setTicked] = useState<readonly string[]>([]);
  useEffect(() => {
    const look = () => setTicked(boxes().flatMap((box) => (box.checked ? [box.value] : [])));
    // A form empties its boxes after it has said so.
    const later = () => setTimeout(look);
    look();
    document.addEventListener('change', look);
    document.addEventListener('reset', later);
    return () => {
      document.removeEventListener('change', look);
      document.removeEventListener('reset', later);
    };
  }, []);
  return ticked;
}

/** What is ticked in the table, as fields of another form. */
export function TickedIds() {
  const ticked = useTicked();
  return ticked.map((caseId) => <input key={caseId} type="hidden" name="caseIds" value={caseId} readOnly />);
}

/** One box for all of the page, and how many are ticked. @param count what `{n}` stands in */
export function TickAll({ label, count }: { label: string; count: string }) {
  const ticked = useTicked();
  const [all, setAll] = useState(0);
  useEffect(() => setAll(boxes().length), []);
  if (all === 0) return null;
  const tickAll = (checked: boolean) => {
    for (const box of boxes()) box.checked = checked;
    document.dispatchEvent(new Event('change'));
  };
  return (
    <p className="mb-2 flex flex-wrap items-center gap-x-5 print:hidden">
      <label className="choice">
        <input
          type="checkbox"
          checked={ticked.length === all}
          onChange={(event) => tickAll(event.target.checked)}
          className="size-[1.375rem] cursor-pointer accent-accent"
        />
        <span>{label}</span>
      </label>
      <span role="status" className="minor text-muted">
        {ticked.length > 0 && `${count}: ${ticked.length}`}
      </span>
    </p>
  );
}
