import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCardText } from '../card-text';
import type { MappedRecord } from '../reading/formats';
import { splitDraft } from './draft';
import { normalise } from './normalised';
import { withNotes } from './notes';

const empty = readCardText('Фамилия: Сәрсенов')?.record ?? expect.fail('no card');

describe('the normalised values', () => {
  it('are those of the columns', () => {
    const record: MappedRecord = {
      ...empty,
      birth: '__.__.1915',
      lossDate: 'Не позднее 26.04.1942',
      draftDate: '__.07.1941',
      rank: 'гв. сержант',
      unit: '1075 сп 316 сд',
      hospital: 'ЭГ 1234, 316 сд',
      fate: 'умер',
      captivity: 'шталаг 326, лагерный номер 77',
      kin: 'жена Айша, аул Жаңатас',
      lossPlace: ' Крым ',
    };
    expect(normalise(record)).toEqual({
      birth: {
        raw: '__.__.1915',
        edtf: '1915',
        earliest: '1915-01-01',
        latest: '1915-12-31',
        years: { first: 1915, last: 1915 },
      },
      loss: {
        raw: 'Не позднее 26.04.1942',
        edtf: '../1942-04-26',
        earliest: null,
        latest: '1942-04-26',
        years: { first: null, last: 1942 },
      },
      draftDate: {
        raw: '__.07.1941',
        edtf: '1941-07',
        earliest: '1941-07-01',
        latest: '1941-07-31',
        years: { first: 1941, last: 1941 },
      },
      rank: { key: 'sergeant', group: 'sergeant' },
      fate: 'died-in-captivity',
      units: [
        { number: '1075', kind: 'sp', guards: false },
        { number: '316', kind: 'sd', guards: false },
        { number: '1234', kind: 'eg', guards: false },
      ],
      kin: [{ relation: 'wife', names: ['Айша'], address: 'аул Жаңатас' }],
      campNumbers: ['stalag-326', 'number-77'],
      lossPlace: 'Крым',
    });
  });

  it('take the draft date out of the place, and the loss place out of the notes', () => {
    const record = { ...empty, draftPlace: '__.__.1941 Балхашский РВК', notes: '[МЕСТО_ВЫБЫТИЯ] Крымская АССР' };
    expect(normalise(record)).toMatchObject({ draftDate: { edtf: '1941' }, lossPlace: 'Крымская АССР' });
  });

  it.each([
    ['__.__.1941 Балхашский РВК', '__.__.1941', 'Балхашский РВК'],
    ['12.07.1941, Балхашский РВК', '12.07.1941', 'Балхашский РВК'],
    ['1941 г. Балхашский РВК', '1941', 'Балхашский РВК'],
    ['__.__.____ Балхашский РВК', '', '__.__.____ Балхашский РВК'],
    ['Балхашский РВК', '', 'Балхашский РВК'],
    ['99.99.1941 Балхаш', '', '99.99.1941 Балхаш'],
  ])('%s', (written, date, place) => {
    expect(splitDraft(written)).toEqual({ date, place });
  });

  it('do not change the record, are the same each time and after its notes were filled in, whatever it holds', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('[ПЛЕН] шталаг 326', '310 сд', 'жена Айша', 'убит'),
    );
    const record = fc.record(Object.fromEntries(Object.keys(empty).map((key) => [key, text])));
    fc.assert(
      fc.property(record, (values) => {
        const whole: MappedRecord = { ...empty, ...values };
        const before = structuredClone(whole);
        const first = normalise(whole);
        expect(whole).toEqual(before);
        expect(normalise(whole)).toEqual(first);
        expect(normalise(withNotes(whole))).toEqual(first);
      }),
    );
  });
});
