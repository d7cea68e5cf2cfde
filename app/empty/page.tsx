import { notFound } from 'next/navigation';

/** Nothing, dynamically; there only while the benchmark runs. */
export default function EmptyPage() {
  if (process.env.BENCH !== '1') notFound();
  return <main />;
}
