import { notFound } from 'next/navigation';

/** Every address that no page answers, so that "no such page" is said in the reader's language. */
export default function UnknownPage() {
  notFound();
}
