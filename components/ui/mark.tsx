export type Tone = 'neutral' | 'wait' | 'attention' | 'good' | 'closed';

const shapes: Record<Tone, React.ReactNode> = {
  neutral: <circle cx="6" cy="6" r="4.250" fill="none" stroke="currentColor" strokeWidth="1.500" />,
  wait: (
    <>
      <circle cx="6" cy="6" r="4.250" fill="none" stroke="currentColor" strokeWidth="1.500" />
      <path d="M6 1.750a4.250 4.250 0 0 1 0 8.500z" fill="currentColor" />
    </>
  ),
  attention: <path d="M6 1 11.250 10.500H.75z" fill="currentColor" />,
  good: <circle cx="6" cy="6" r="5" fill="currentColor" />,
  closed: <path d="M1.500 1.500h9v9h-9z" fill="currentColor" />,
};

/** A small shape beside a word, so that tones can be told apart without colour. */
export function Mark({ tone }: { tone: Tone }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 12 12" className="inline-block size-[0.7em] flex-none">
      {shapes[tone]}
    </svg>
  );
}
