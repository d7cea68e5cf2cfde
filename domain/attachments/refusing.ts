import { DomainError, type RefusalCode } from '../result';
import { largestFile } from './limits';

/** A refusal of a file: said of the form and of its field. */
export const refusedPaper = (code: RefusalCode & `paper.${string}`, details: Record<string, string | number> = {}) =>
  new DomainError(code, { file: code }, details);

/** @throws DomainError `paper.empty`, `paper.too-large` */
export function refuseSize(bytes: number): void {
  if (bytes === 0) throw refusedPaper('paper.empty');
  if (bytes > largestFile) throw refusedPaper('paper.too-large', { limit: largestFile / 1_000_000 });
}
