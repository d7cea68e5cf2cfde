/** A locator begins with a figure, letters may stand before it: `58`, `22/2`, `А-71693`. `Л. 15об.` is labelled already. */
const LOCATOR = /^\p{L}{0,3}-?\d/u;

/**
 * The citation as archives write it (`ЦАМО, ф. 58, оп. 818883, д. 1304`), of the parts that are there and of nothing
 * else: no archive is supplied where none is named. A fond given in words (the name of an office) stays as it is.
 */
export function citationOf(archive: string, fond: string, opis: string, delo: string, list: string): string {
  let citation = archive.trim();
  citation = joined(citation, label('ф.', fond));
  citation = joined(citation, label('оп.', opis));
  citation = joined(citation, label('д.', delo));
  return joined(citation, label('л.', list));
}

function joined(before: string, part: string): string {
  return before === '' || part === '' ? before + part : `${before}, ${part}`;
}

function label(sign: string, written: string): string {
  if (written === '') return '';
  const text = written.trim();
  return LOCATOR.test(text) ? `${sign} ${text}` : text;
}
