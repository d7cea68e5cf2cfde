/** The sheet of a letter as PDF. */
import { Document } from '@react-pdf/renderer';
import type { SheetFacts } from '@/domain/correspondence/letter-sheets';
import { pdfOf } from '../pdf/render';
import { CertificatePage } from './certificate';
import { LetterPage } from './letter';
import { letterhead, sheetWords } from './sheet-words';

/**
 * Makes the sheet, fonts embedded. The same facts give the same bytes: the document is dated by the day of the letter, and nothing
 * else of it depends on when or where it is made.
 * @param isDraft marks it as such
 */
export async function letterPdf(facts: SheetFacts, isDraft: boolean): Promise<Buffer> {
  const words = sheetWords[facts.language];
  const made = new Date(`${facts.isoDay}T00:00:00Z`);
  const title = facts.kind === 'certificate' ? words.title : words.letter;
  return pdfOf(
    <Document
      title={facts.number ? `${title} ${words.number} ${facts.number}` : title}
      author={letterhead.kk.slice(0, 3).join(' ')}
      language={facts.language}
      creator="Izdeu"
      producer="Izdeu"
      creationDate={made}
      modificationDate={made}
    >
      {facts.kind === 'certificate' ? (
        <CertificatePage facts={facts} isDraft={isDraft} />
      ) : (
        <LetterPage facts={facts} isDraft={isDraft} />
      )}
    </Document>,
  );
}
