import fc from 'fast-check';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import en from '@/messages/en.json';
import kk from '@/messages/kk.json';
import ru from '@/messages/ru.json';
import { readUnit, type Unit, unitKey, unitKinds, unitText } from './unit';

const texts: Record<'kk' | 'ru' | 'en', Record<string, string>> = { kk: kk.unit, ru: ru.unit, en: en.unit };
const said = (unit: Unit, locale: 'kk' | 'ru' | 'en') =>
  unitText(unit, (kind, values) => String(new IntlMessageFormat(texts[locale][kind] ?? '', locale).format(values)));

describe('units', () => {
  it.each([
    ['1075 сп 316 сд', 'sp-1075 sd-316'],
    ['1075сп/316сд', 'sp-1075 sd-316'],
    ['сп 1075 сд 316', 'sp-1075 sd-316'],
    ['310 СД', 'sd-310'],
    ['1349 стр.п.', 'sp-1349'],
    ['65-го стр. полка', 'sp-65'],
    ['стр. див. 310', 'sd-310'],
    ['316-я стрелковая дивизия', 'sd-316'],
    ['28 стрелковая дивизия, 144-й с.п.', 'sd-28 sp-144'],
    ['1 рота 2 б-н 1075 стрелкового полка', 'sp-1075'],
    ['8 гв. сд', 'gv-sd-8'],
    ['гв. 8 сд', 'gv-sd-8'],
    ['8гвсд', 'gv-sd-8'],
    ['8-я гвардейская стрелковая дивизия', 'gv-sd-8'],
    ['8 гв.сд 30 сп', 'gv-sd-8 sp-30'],
    ['100 осбр', 'sbr-100'],
    ['101 отдельная стрелковая бригада', 'sbr-101'],
    ['39 ОСБ', 'osb-39'],
    ['105 кд', 'kd-105'],
    ['кавполк 55', 'kp-55'],
    ['3 танк. бриг.', 'tbr-3'],
    ['24 тп', 'tp-24'],
    ['958 ап', 'ap-958'],
    ['517 гап РГК', 'gap-517'],
    ['МСБ 12', 'medsb-12'],
    ['медсанбат 222', 'medsb-222'],
    ['6 зап. стр. полк', 'zsp-6'],
    ['42 запасной стрелковый полк', 'zsp-42'],
    ['15 отд. зап. сап. б-н', 'sapb-15'],
    ['эвакогоспиталь 1234/ЭГ', 'eg-1234'],
    ['1234 ЭГ 316 сд', 'eg-1234 sd-316'],
    ['п/п 1234', 'fp-1234'],
    ['полевая почта № 06543', 'fp-06543'],
    ['в/ч 15', 'vch-15'],
    ['эв. госп. 3978', 'eg-3978'],
    ['3 УА 5 зенитный див-н', 'uda-3 zenadn-5'],
    ['316 сд п/п 492', 'sd-316 fp-492'],
    ['2-й Украинский фронт', 'front-ukrainian-2'],
    ['скф 320 сд 44 А', 'front-north-caucasian sd-320 army-44'],
    ['в 310 сд а также', 'sd-310'],
    ['29 гвардиялық атқыштар дивизиясы', 'gv-sd-29'],
    ['310 сд, 310 стр. див.', 'sd-310'],
    ['сд', ''],
    ['', ''],
  ])('%s', (written, keys) => {
    expect(readUnit(written).map(unitKey).join(' ')).toBe(keys);
  });

  it('have a full name in every language', () => {
    const unit: Unit = { number: '8', kind: 'sd', guards: true };
    expect(said(unit, 'kk')).toBe('8-гвардиялық атқыштар дивизиясы');
    expect(said(unit, 'ru')).toBe('8-я гвардейская стрелковая дивизия');
    expect(said(unit, 'en')).toBe('8 Guards Rifle Division');
    expect(said({ number: '2', kind: 'front-ukrainian', guards: false }, 'ru')).toBe('2-й Украинский фронт');
    for (const messages of Object.values(texts)) expect(Object.keys(messages).sort()).toEqual([...unitKinds].sort());
  });

  it.each(unitKinds.filter((kind) => kind !== 'osb'))('of kind %s are read back from their Russian name', (kind) => {
    const numbered = !kind.startsWith('front-') || /ukrainian|belorussian|baltic/.test(kind);
    for (const guards of [false, true]) {
      const unit = { number: numbered ? '17' : '', kind, guards: guards && !kind.startsWith('front-') };
      expect(readUnit(said(unit, 'ru')).map(unitKey)).toEqual([unitKey(unit)]);
    }
  });

  it('never throw, and each stands once', () => {
    const word = fc.constantFrom(
      '310',
      'сд',
      'гв.',
      'стр',
      'полк',
      ' ',
      '-',
      '/',
      'п/п',
      'А',
      '44',
      'ф',
      'скф',
      'от',
      'о',
    );
    const written = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(word).map((words) => words.join('')),
    );
    fc.assert(
      fc.property(written, (text) => {
        const keys = readUnit(text).map(unitKey);
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });
});
