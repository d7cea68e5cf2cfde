import type { ReactNode } from 'react';
import { Mark, type Tone } from './mark';

export type NoticeTone = 'info' | 'attention' | 'success' | 'refusal';

const looks: Record<NoticeTone, { box: string; mark: Tone }> = {
  info: { box: 'border-accent text-accent', mark: 'neutral' },
  attention: { box: 'border-attention text-attention', mark: 'attention' },
  success: { box: 'border-good text-good', mark: 'good' },
  refusal: { box: 'border-refusal text-refusal', mark: 'attention' },
};

/** A message set apart from the text. `live` says it aloud when it appears after the page was read. */
export function Notice({
  tone = 'info',
  title,
  live = false,
  children,
}: {
  tone?: NoticeTone;
  title?: ReactNode;
  live?: boolean;
  children?: ReactNode;
}) {
  const look = looks[tone];
  const role = live ? (tone === 'refusal' ? 'alert' : 'status') : undefined;
  return (
    <div
      role={role}
      className={`my-[1.25em] border-y border-l-[6px] border-r bg-white px-[1em] py-[0.75em] ${look.box}`}
    >
      {title && (
        <p className="title-3 flex items-baseline gap-[0.5em]">
          <Mark tone={look.mark} />
          <span>{title}</span>
        </p>
      )}
      {children && <div className={`measure text-ink ${title ? 'mt-[0.4em]' : ''}`}>{children}</div>}
    </div>
  );
}
