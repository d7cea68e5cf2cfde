/** Documents become PDF here, and only here. */
import { renderToBuffer } from '@react-pdf/renderer';
import { fontsReady } from './fonts';

/** @param document a `Document` element @returns the file, its fonts embedded, every letter of it to be found and copied */
export async function pdfOf(document: Parameters<typeof renderToBuffer>[0]): Promise<Buffer> {
  await fontsReady();
  return renderToBuffer(document);
}
