import { notFound } from 'next/navigation';
import { DomainError } from '@/domain/result';

/** What a query answered; what it refused is a page that does not exist for this person. */
export async function found<Answer>(answer: Promise<Answer>): Promise<Answer> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof DomainError && /^access\.|\.not-found$|^input\.invalid$/.test(error.code)) notFound();
    throw error;
  }
}
