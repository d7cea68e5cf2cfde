const RAISE = 500_000_000;

/**
 * The one identifier of a document of the loss database, whichever of its two numbers is given.
 *
 * Rule: the database gives a document out again under its number raised by 500,000,000. Numbers of documents are known
 * below 500,000,000 and from 1,000,000,000 (1155934094 is one), so a number in 500,000,001…999,999,999 or
 * 1,500,000,001…1,999,999,999 is taken as raised, once, and lowered; every other one stands as it is.
 *
 * Doubt: the rule as handed down names no range. Taken without one it would make 1155934094 the same as 155934094,
 * two men; with this one a document whose own number lies between 500,000,001 and 999,999,999, should there be any,
 * is not recognised after a raise. Missing a double was preferred to making one man of two.
 *
 * Blanks around the number do not count; what is no number of up to ten digits comes back unchanged.
 */
export function sameDocumentId(id: string): string {
  const trimmed = id.trim();
  if (!/^[1-9]\d{0,9}$/.test(trimmed)) return trimmed;
  const number = Number(trimmed);
  const raised = number < 4 * RAISE && Math.floor(number / RAISE) % 2 === 1 && number % RAISE !== 0;
  return String(raised ? number - RAISE : number);
}
