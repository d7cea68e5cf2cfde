// Every one of the 25 real cards, read by hand first.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { readAll } from '../reading/testing';
import { readRecordAddress } from '../record-address';
import { normalise } from './normalised';
import { labelledNotes, noteLabels } from './notes';
import { readNamePart } from './short-name';
import { unitKey } from './unit';

const file = fileURLToPath(new URL('../../../e2e/fixtures/obd-cards.csv', import.meta.url));
const { rows } = await readAll(readFileSync(file));
const records = rows.map((row) => ('record' in row ? row.record : expect.fail(row.reason)));
const scf = 'front-north-caucasian';

/** Identifier: birth, loss, rank, group, fate, units. */
const golden: Record<string, [string | null, string, string | null, string | null, string, string]> = {
  10342066: ['1903', '1942-02-28', 'red-army-man', 'private', 'killed', ''],
  1155934094: [null, '1942-03-14', 'red-army-man', 'private', 'killed', 'tp-24'],
  1155958591: [null, '1942-03-14', null, null, 'killed', 'tp-24'],
  1161922199: ['1917', '1942-04-09', 'senior-sergeant', 'sergeant', 'killed', ''],
  51061568: ['1923', '1942-02-27', 'junior-lieutenant', 'officer', 'killed', 'sd-404'],
  51061570: ['1914', '1942-02-27', 'senior-sergeant', 'sergeant', 'killed', 'sd-404'],
  51061571: ['1923', '1942-02-27', 'no-rank', 'other', 'killed', 'sd-404'],
  51061572: ['1910', '1942-02-27', 'political-instructor', 'political', 'killed', 'sd-404'],
  51200135: [null, '1942-03-13', 'red-army-man', 'private', 'killed', `${scf} ap-958 sd-398`],
  51200140: [null, '1942-03-20', 'red-army-man', 'private', 'killed', `${scf} ap-958 sd-398`],
  51200143: [null, '1942-03-08', 'red-army-man', 'private', 'died', `${scf} ap-958 sd-398`],
  51200156: [null, '1942-05-25', 'red-army-man', 'private', 'killed', `${scf} ap-958 sd-398`],
  51268133: [null, '1942-04-11', 'senior-lieutenant', 'officer', 'killed', `${scf} sd-320 army-44`],
  51268138: ['1914', '1942-04-01', 'sergeant', 'sergeant', 'killed', `${scf} army-44 sd-157 sp-384`],
  51268142: ['1914', '1942-03-18', 'lieutenant', 'officer', 'died-of-wounds', `${scf} sd-157 army-44`],
  51268143: ['1908', '1942-03-18', 'captain', 'officer', 'died-of-wounds', `${scf} sd-157 army-44`],
  51268155: ['1922', '1942-04-04', 'lieutenant', 'officer', 'killed', `${scf} sd-404 army-44`],
  5481782: [null, '1942-04-11', 'lieutenant', 'officer', 'killed', 'sp-655'],
  6139529: [null, '1942-03-17', 'red-army-man', 'private', 'killed', 'fp-492 vch-15'],
  6144217: [null, '1942-04-15', 'red-army-man', 'private', 'killed', 'sp-873'],
  6158783: [null, '1942-02-27', 'junior-sergeant', 'sergeant', 'killed', 'tp-24'],
  6192053: [null, '1942-04-14', 'red-army-man', 'private', 'killed', 'sp-633'],
  6283439: [null, '1942-04-15', 'red-army-man', 'private', 'killed', ''],
  74390027: ['1905', '1942-03-13', 'military-lawyer-3', 'other', 'killed', 'front-crimean'],
  85849307: ['1902', '1942-03-28', 'red-army-man', 'private', 'killed', ''],
};

it('has one golden reading for every card', () => {
  expect(records.map(({ sourceRecordId }) => sourceRecordId).sort()).toEqual(Object.keys(golden).sort());
});

it.each(records.map((record) => [record.sourceRecordId, record] as const))('card %s', (id, record) => {
  const { birth, loss, rank, fate, units, kin, campNumbers, draftDate } = normalise(record);
  expect([birth.edtf, loss.edtf, rank.key, rank.group, fate, units.map(unitKey).join(' ')]).toEqual(golden[id]);
  expect(birth.years.first).toBe(birth.edtf === null ? null : Number(birth.edtf));
  expect(loss.years).toEqual({ first: 1942, last: 1942 });
  expect([kin, campNumbers, draftDate.edtf]).toEqual([[], [], null]);
  expect(readRecordAddress(record.url)).toEqual({ database: 'obd-memorial', type: '', number: id });
});

it('takes the loss place from the notes where they have it', () => {
  const places = records.filter((record) => normalise(record).lossPlace !== '');
  expect(places.map((record) => [record.sourceRecordId, normalise(record).lossPlace])).toEqual([
    ['51268133', 'Крымская АССР'],
  ]);
});

it('knows every label of the notes', () => {
  const labels = new Set(records.flatMap(({ notes }) => Object.keys(labelledNotes(notes))));
  expect([...labels].sort()).toEqual(['ВНИМАНИЕ', 'МЕСТО_ВЫБЫТИЯ', 'НЕПОЛНАЯ_ФАМИЛИЯ']);
  for (const label of labels) expect(noteLabels).toHaveProperty(label);
});

it('tells the broken and the shortened names from the full ones', () => {
  const parts = records.flatMap(({ surname, givenName, patronymic }) => [surname, givenName, patronymic]);
  const odd = parts
    .map((written) => [written, readNamePart(written)] as const)
    .filter(([, { kind }]) => kind !== 'full');
  expect(odd.filter(([written]) => written !== '')).toEqual([
    ['Кейдор.', { text: 'Кейдор', kind: 'shortened' }],
    ['...зулин', { text: 'зулин', kind: 'broken-start' }],
  ]);
  expect(odd.filter(([written]) => written === '')).toHaveLength(2);
});
