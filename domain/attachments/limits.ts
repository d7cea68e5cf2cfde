/** What may be sent as a paper, and how much of it. Pure: the pages say the same limits that the server keeps. */

/** What a paper is of; `form` is the scan of an application that came on paper. */
export const paperKinds = ['photo', 'notice', 'letter', 'award', 'kinship', 'form', 'other'] as const;

/** Papers of the desk: the answer of an archive, our letter with its signature, a document kept as evidence. */
export const deskPaperKinds = ['reply', 'signed', 'document', 'photo', 'other'] as const;

/** Papers of a find or a ceremony. */
export const fieldPaperKinds = ['photo', 'document', 'other'] as const;

/** Bytes of one file at most. */
export const largestFile = 25_000_000;

/** Files of one draft or application at most, those that staff added not counted. */
export const mostFiles = 30;

/** Pixels of one picture at most; HEIC is unpacked whole in memory, so that less of it is taken. */
export const mostPixels = 120_000_000;
export const mostHeicPixels = 64_000_000;

/** Bytes of one piece on its way at most. */
export const pieceSize = 1_000_000;

/** UTF-16 units of a file's name that are kept. */
export const longestName = 200;

/** For the attribute `accept`: media types, and endings for the systems that know no media type of HEIC. */
export const acceptedTypes = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/heic',
  'image/heif',
  'image/tiff',
  'application/pdf',
  '.heic',
  '.heif',
  '.tif',
  '.tiff',
].join(',');
