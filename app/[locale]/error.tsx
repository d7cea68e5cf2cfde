'use client';

import { useParams } from 'next/navigation';
import { useProblemTexts } from '@/components/site/problem-texts';
import { Button, ButtonLink } from '@/components/ui/button';

/** What is shown when a page failed. The cause stands in the log under the reference; here it would help nobody. */
export default function ProblemPage({ error, retry }: { error: unknown; retry: () => void }) {
  const texts = useProblemTexts();
  const { locale } = useParams();
  const reference = error instanceof Error && 'digest' in error ? String(error.digest) : null;
  return (
    <main className="site page py-14">
      {texts?.demonstration && <p className="minor mb-10 text-muted">{texts.demonstration}</p>}
      <h1 className="title-1">{texts?.title}</h1>
      <p className="measure mt-6">{texts?.text}</p>
      {reference && (
        <p className="mt-3 text-muted">
          {texts?.reference} <span className="figures-aligned">{reference}</span>
        </p>
      )}
      <p className="mt-8 flex flex-wrap gap-4">
        <Button type="button" onClick={() => retry()}>
          {texts?.retry}
        </Button>
        <ButtonLink href={`/${locale}`} look="secondary">
          {texts?.home}
        </ButtonLink>
      </p>
    </main>
  );
}
