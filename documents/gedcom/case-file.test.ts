/** The file held against the grammar of GEDCOM 7.0, and against what it may not hold. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { burialPlaces, events } from '@/db/schema';
import { bookkeep } from '@/domain/change';
import { exportCase } from '@/domain/open-data/case-export';
import { openTestDatabase, type TestDatabase } from '@/domain/testing/database';
import { aCaseIn, type MadeCase } from '@/domain/testing/factories';
import { caseAsGedcom } from './case-file';
import { gedcomDate } from './date';
import { linesOf, personalName, placeName } from './lines';

const line =
  /^(?<level>0|[1-9]\d*) (?:@(?<xref>[A-Z0-9_]+)@ )?(?<tag>_?[A-Z][A-Z0-9_]*)(?: (?<value>@[A-Z0-9_]+@|(?!@)[^\n\r]+|@@[^\n\r]*))?$/u;
const date = String.raw`(?:(?:\d{1,2} )?(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC) )?[1-9]\d*`;
const dateValue = new RegExp(`^(?:|(?:ABT |BEF |AFT )?${date}|BET ${date} AND ${date})$`);

/** Which structures may stand under which, as far as this program writes them (FamilySearch GEDCOM 7.0, chapter 3). */
const under: Readonly<Record<string, readonly string[]>> = {
  '': ['HEAD', 'INDI', 'FAM', 'SOUR', 'TRLR'],
  HEAD: ['GEDC', 'SOUR', 'DATE', 'LANG', 'NOTE'],
  GEDC: ['VERS'],
  'HEAD.SOUR': ['NAME'],
  INDI: ['NAME', 'SEX', 'BIRT', 'DEAT', 'BURI', 'RESI', 'EVEN', 'FACT', 'REFN', 'UID', 'FAMC', 'FAMS'],
  NAME: ['TYPE', 'GIVN', 'SURN', 'SOUR'],
  BIRT: ['DATE', 'PLAC', 'SOUR'],
  DEAT: ['DATE', 'CAUS', 'SOUR'],
  BURI: ['TYPE', 'PLAC', 'NOTE', 'SOUR'],
  RESI: ['DATE', 'PLAC', 'SOUR'],
  EVEN: ['TYPE', 'DATE', 'PLAC', 'SOUR'],
  FACT: ['TYPE', 'SOUR'],
  REFN: ['TYPE'],
  DATE: ['PHRASE'],
  PLAC: ['MAP', 'TRAN'],
  MAP: ['LATI', 'LONG'],
  TRAN: ['LANG'],
  FAM: ['HUSB', 'WIFE', 'CHIL'],
  'SOUR record': ['TITL'],
  SOUR: ['PAGE'],
};

/** Every rule that a file breaks. */
function broken(file: string): string[] {
  const wrong: string[] = [];
  if (!file.startsWith('\uFEFF0 HEAD\n')) wrong.push('does not begin with HEAD');
  if (!file.endsWith('\n0 TRLR\n')) wrong.push('does not end with TRLR');
  const [xrefs, pointers] = [new Set<string>(), new Set<string>()];
  const above: string[] = [];
  for (const one of file.slice(1, -1).split('\n')) {
    const parts = line.exec(one)?.groups;
    if (!parts) {
      wrong.push(`no line: ${one}`);
      continue;
    }
    const { level: depth = '', xref, tag = '', value = '' } = parts;
    const level = Number(depth);
    if (level > above.length) wrong.push(`a level left out: ${one}`);
    const parent = above[level - 1] ?? '';
    const isRecord = level === 0 && tag === 'SOUR';
    const known = tag === 'CONT' ? level > 0 : under[parent]?.includes(tag);
    if (!known) wrong.push(`${tag} under ${parent || 'nothing'}`);
    above.length = level;
    above.push(isRecord ? 'SOUR record' : parent === 'HEAD' && tag === 'SOUR' ? 'HEAD.SOUR' : tag);
    if (xref) {
      if (xrefs.has(xref)) wrong.push(`${xref} twice`);
      xrefs.add(xref);
    }
    if (/^@[A-Z0-9_]+@$/.test(value)) pointers.add(value.slice(1, -1));
    if (tag === 'DATE' && !dateValue.test(value)) wrong.push(`no date: ${value}`);
    if (tag === 'LATI' && !/^[NS]\d+(?:\.\d+)?$/.test(value)) wrong.push(`no latitude: ${value}`);
    if (tag === 'SEX' && !/^[MFXU]$/.test(value)) wrong.push(`no sex: ${value}`);
  }
  for (const pointer of pointers) if (!xrefs.has(pointer)) wrong.push(`points at nothing: ${pointer}`);
  return wrong;
}

describe('a date', () => {
  it.each([
    ['12.05.1942', '12 MAY 1942'],
    ['__.04.1944', 'APR 1944'],
    ['1915', '1915'],
    ['около 1915', 'ABT 1915'],
    ['Не позднее 26.04.1942', 'BEF 26 APR 1942'],
    ['01.05.1942-25.05.1942', 'BET 1 MAY 1942 AND 25 MAY 1942'],
    ['зимой 1942-43 гг.', 'BET DEC 1942 AND FEB 1943'],
    ['05.194_', 'BET 1 JAN 1940 AND 31 DEC 1949'],
    ['неизвестно', ''],
    ['', ''],
  ])('%s', (written, expected) => expect(gedcomDate(written)).toBe(expected));

  it('of whatever is written is one GEDCOM knows', () => {
    const piece = fc.constantFrom(
      '12',
      '05',
      '1942',
      '.',
      '-',
      ' ',
      '__',
      'до',
      'после',
      'около',
      '?',
      'зима',
      'X',
      '/',
      '..',
    );
    const written = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));
    fc.assert(fc.property(fc.oneof(written, fc.string()), (text) => dateValue.test(gedcomDate(text))));
  });
});

describe('a line', () => {
  it('holds any text, of several lines too, and never becomes another line', () => {
    const anyText = fc.string({ unit: 'binary', maxLength: 60 });
    fc.assert(
      fc.property(anyText, anyText, (note, name) => {
        const lines = linesOf({ tag: 'NOTE', value: note, parts: [{ tag: 'NAME', value: personalName(name, name) }] });
        for (const one of lines) expect(one).toMatch(/^\d+ (?:NOTE|NAME|CONT)(?: (?!@(?!@))[^\n\r]+)?$/u);
        expect(lines.filter((one) => one.startsWith('0 '))).toHaveLength(1);
      }),
    );
  });

  it.each([
    [personalName('Ерғали', 'Сәрсенов'), 'Ерғали /Сәрсенов/'],
    [personalName('', 'Сәрсенов'), '/Сәрсенов/'],
    [personalName('А/Б', ''), 'А Б'],
    [placeName(['д. Малая, Осинка', '', 'Псковская область']), 'д. Малая Осинка, Псковская область'],
  ])('%s', (made, expected) => expect(made).toBe(expected));
});

describe('the file of a case', () => {
  let database: TestDatabase;
  let made: MadeCase;
  beforeAll(async () => {
    database = await openTestDatabase();
    made = await aCaseIn('burial-established', {
      answers: { applicantName: 'ЖасырынАты', telephone: '+7 701 234 56 78', rank: 'ЖасырынАтағы' },
    });
  });
  afterAll(() => database.close());

  const fileIn = async (language: 'kk' | 'ru' | 'en') =>
    caseAsGedcom(await exportCase(made.researcher, { caseId: made.caseId }), language, '2020-02-01');

  it.each(['kk', 'ru', 'en'] as const)('in %s keeps to the grammar', async (language) => {
    const file = await fileIn(language);
    expect(broken(file)).toEqual([]);
    for (const tag of ['1 BIRT', '1 DEAT', '1 BURI', '1 NAME Ерғали Жұмабайұлы /Сәрсенов/', '2 SOUR @S1@'])
      expect(file).toContain(tag);
    expect(file).not.toMatch(/gedcom\.|fate\./);
  });

  it('breaks the grammar where a line is spoilt: the check can fail', async () => {
    const file = await fileIn('kk');
    for (const [from, to] of [
      ['1 BIRT', '3 BIRT'],
      ['2 SOUR @S1@', '2 SOUR @S99@'],
      ['0 TRLR\n', ''],
      ['1 SEX', '1 SEXX'],
    ] as const)
      expect(broken(file.replace(from, to)), from).not.toEqual([]);
  });

  it('holds nothing of the applicant, nor what only a relative wrote', async () => {
    const file = await fileIn('ru');
    for (const private_ of ['Жасырын', '701 234', 'Бәтима', made.applicationId, made.reference])
      expect(file).not.toContain(private_);
  });

  it('tells the position of a marked place alone', async () => {
    const position = (marked: boolean) =>
      bookkeep(async (tx) => {
        await tx.update(burialPlaces).set({ latitude: 57.123456, longitude: -28.5, marked, regionOnly: false });
      });
    await position(false);
    expect(await fileIn('en')).not.toContain('57.12');
    await position(true);
    const file = await fileIn('en');
    expect(file).toContain('4 LATI N57.123456\n4 LONG W28.5\n');
    expect(broken(file)).toEqual([]);
  });

  it('is recorded each time', async () => {
    const before = (await database.store.db.select().from(events)).length;
    await fileIn('kk');
    const after = await database.store.db.select().from(events);
    expect(after).toHaveLength(before + 1);
    expect(after.at(-1)).toMatchObject({ kind: 'case.exported', caseId: made.caseId });
  });
});

describe('a case of which a fate is not released', () => {
  it('does not leave the house', async () => {
    const database = await openTestDatabase();
    const made = await aCaseIn('under-review');
    const { conclusions } = await import('@/db/schema');
    await bookkeep(async (tx) => {
      await tx.update(conclusions).set({ state: 'confirmed', fate: 'condemned', decidedAt: 1 });
    });
    const asked = exportCase(made.manager, { caseId: made.caseId });
    await expect(asked).rejects.toMatchObject({ code: 'case.fate-not-released' });
    database.close();
  });
});
