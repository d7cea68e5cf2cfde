import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { places } from '@/db/reference-data/places';
import { Gazetteer } from './gazetteer';
import { placeLine } from './lines';

const lines = places.map(placeLine);
const gazetteer = new Gazetteer(lines);
const numberOf = (name: string) =>
  places.find((place) => place.names.some((one) => one.name === name))?.number ?? expect.fail(name);
const oblast = { karaganda: numberOf('Карагандинская область'), semey: numberOf('Семипалатинская область') };
const karkaralyRaion = numberOf('Каркаралинский район');
const read = (written: string) => {
  const { region, district, settlement } = gazetteer.read(written);
  return { region, district, settlement };
};

describe('a written place', () => {
  it.each([
    ['Казахская ССР, Карагандинская обл., Каркаралинский р-н, с. Бегазы'],
    ['с. Бегазы Каркаралинского района Карагандинской области'],
    ['Карагандинская обл Каркаралинский р-н аул Бегазы'],
    ['обл. Карагандинская, р-н Каркаралинский, с. Бегазы'],
    ['Қарағанды облысы, Қарқаралы ауданы, Бегазы ауылы'],
    ['Қазақ ССР Қарағанды обл. Қарқаралы ауд. Бегазы а.'],
    ['Qaraghandy oblysy, Qarqaraly audany, Begazy auyly'],
    ['Karaganda region, Karkaraly district, village Begazy'],
    ['КССР, Карагадинская обл., Каракаралинский р-он, д. Бегазы'],
    ['Караганд. обл., Каркаралинск. р-н, пос. Бегазы'],
  ])('%s', (written) => {
    const begazy = `#${numberOf('Бегазы')}`;
    expect(read(written)).toEqual({
      region: oblast.karaganda,
      district: `#${karkaralyRaion}`,
      settlement: begazy,
    });
  });

  it('is a town rather than the raion or the oblast of its name, with its region known', () => {
    const pavlodar = `#${numberOf('Кереку')}`;
    for (const written of ['Павлодар', 'г. Павлодар', 'Павлодар қ.', 'Pavlodar', 'Павлодарская обл., Павлодар'])
      expect(read(written), written).toEqual({
        region: numberOf('Павлодарская область'),
        district: '',
        settlement: pavlodar,
      });
    expect(read('Павлодарская')).toMatchObject({ region: numberOf('Павлодарская область'), settlement: '' });
  });

  it('is a raion when its ending says so', () => {
    expect(read('Каркаралинский')).toEqual({
      region: oblast.karaganda,
      district: `#${karkaralyRaion}`,
      settlement: '',
    });
    expect(read('Каркаралинск').settlement).toBe(`#${numberOf('Каркаралинск')}`);
    expect(read('Каркаралинск').district).toBe(`#${karkaralyRaion}`);
  });

  it('keeps what it does not know, without the words for what it is', () => {
    expect(read('Алма-Атинская область Каскеленский р-н, аул №5')).toEqual({
      region: numberOf('Алма-Атинская область'),
      district: `#${numberOf('Каскеленский район')}`,
      settlement: '5',
    });
    expect(read('Рязанская обл., Сапожковский р-н, с. Канино')).toEqual({
      region: numberOf('Рязанская область'),
      district: 'сапожковский',
      settlement: 'канино',
    });
    expect(read('Кустанайская обл., Тарановский р-н, Ленинский с/с').settlement).toBe('ленинский');
    expect(read('')).toEqual({ region: 0, district: '', settlement: '' });
  });

  it('lies where the record says, also when its borders moved', () => {
    const read1920 = read('Семипалатинская губерния, Каркаралинский уезд');
    expect(read1920).toEqual({ region: oblast.semey, district: `#${karkaralyRaion}`, settlement: '' });
    // Two raions of a name: the oblast decides.
    const ofNorth = read('Северо-Казахстанская обл., Есильский р-н').district;
    const ofAkmola = read('Акмолинская обл., Есильский р-н').district;
    expect(ofNorth).not.toBe(ofAkmola);
    expect([ofNorth, ofAkmola]).toEqual([`#${numberOf('Аккайынский район') - 5}`, '#1005']);
  });

  it('names everything it is part of, from the small to the large', () => {
    const { places: named } = gazetteer.read('Карагандинская обл., Каркаралинск');
    expect(named[0]).toBe(numberOf('Каркаралинск'));
    expect(named).toEqual(expect.arrayContaining([oblast.karaganda, karkaralyRaion, numberOf('Казахская ССР')]));
    expect(named).not.toContain(oblast.semey);
  });

  it('is a state where it names one', () => {
    expect(gazetteer.read('Казахстан').places).toEqual([numberOf('Казахская ССР')]);
    expect(read('Карело-Финская ССР').region).toBe(numberOf('Карело-Финская ССР'));
    expect(places.find((place) => place.number === read('Карело-Финская ССР').region)?.country).toBe('RU');
    expect(read('Германия, Бранденбург, Нойлевин').settlement).toBe(`#${numberOf('Neulewin')}`);
  });
});

describe('renamed places', () => {
  it.each([
    ['Семей', 'Семипалатинск'],
    ['Акмолинск', 'Целиноград', 'Акмола', 'Астана', 'Нур-Султан', 'Нұр-Сұлтан', 'Ақмола қаласы'],
    ['Верный', 'Алма-Ата', 'Алматы', 'г. Алма Ата', 'Almaty'],
    ['Аулие-Ата', 'Мирзоян', 'Джамбул', 'Тараз', 'Жамбыл қаласы', 'Әулиеата'],
    ['Гурьев', 'Атырау'],
    ['Шевченко', 'Актау'],
    ['Усть-Каменогорск', 'Өскемен'],
    ['Петропавловск', 'Қызылжар', 'Петропавл'],
    ['Уральск', 'Орал', 'Теке'],
    ['Кзыл-Орда', 'Перовск', 'Ак-Мечеть', 'Қызылорда'],
    ['Риддер', 'Лениногорск'],
    ['Джаркент', 'Панфилов', 'Жаркент'],
    ['Кокчетав', 'Көкшетау'],
    ['Фрунзе', 'Пишпек', 'Бишкек'],
    ['Сталинград', 'Царицын', 'Волгоград'],
    ['Кюстрин', 'Küstrin', 'Kostrzyn nad Odrą', 'Костшин'],
    ['Бреслау', 'Breslau', 'Wrocław', 'Вроцлав'],
    ['Кёнигсберг', 'Калининград'],
  ])('%s', (...names) => {
    const found = names.map((name) => gazetteer.read(name).settlement);
    expect(found[0]).toMatch(/^#\d+$/);
    expect(new Set(found).size, found.join()).toBe(1);
  });

  it.each([
    ['Целиноградская обл.', 'Акмолинская область', 'Ақмола облысы', 'Акмолинская губ.'],
    ['Чимкентская обл.', 'Южно-Казахстанская обл.', 'ЮКО', 'Туркестанская область', 'Түркістан облысы'],
    ['Семипалатинская обл.', 'Абай облысы', 'область Абай', 'Семей обл.'],
    ['Талды-Курганская обл.', 'Жетісу облысы', 'область Жетісу'],
    ['Джезказганская обл.', 'Ұлытау облысы', 'Улытауская область'],
    ['Мангышлакская обл.', 'Маңғыстау облысы', 'Мангистауская обл'],
    ['Гурьевская обл.', 'Атырауская обл.'],
    ['Уральская обл.', 'Западно-Казахстанская обл.', 'Зап. Казахстанская обл', 'БҚО'],
    ['Калининская обл.', 'Тверская область'],
    ['Сталинградская обл.', 'Волгоградская обл.'],
  ])('%s', (...names) => {
    const found = names.map((name) => gazetteer.read(name).region);
    expect(found[0]).toBeGreaterThan(0);
    expect(new Set(found).size, found.join()).toBe(1);
  });
});

describe('the ranking of one name', () => {
  const kindOf = (number: number | undefined) => lines.find((line) => line.number === number)?.kind;

  it('puts the place of the kind that is said first', () => {
    expect(kindOf(gazetteer.placeMatches('Павлодар ауданы')[0]?.number)).toBe('district');
    expect(kindOf(gazetteer.placeMatches('Павлодарская область')[0]?.number)).toBe('region');
    expect(kindOf(gazetteer.placeMatches('Павлодар')[0]?.number)).toBe('settlement');
  });

  it('finds a name written by ear', () => {
    expect(gazetteer.placeMatches('Кызыл-Орда')[0]?.number).toBe(numberOf('Перовск'));
    expect(gazetteer.placeMatches('Shetskiy')[0]?.number).toBe(numberOf('Шетский район'));
    expect(gazetteer.placeMatches('Pайон Аксуский')[0]?.number).toBe(numberOf('Аксуский район'));
    expect(gazetteer.placeMatches('Karcaralinsk')[0]?.number).toBe(numberOf('Каркаралинск'));
    expect(gazetteer.placeMatches('Сималатинск')[0]?.number).toBe(numberOf('Семипалатинск'));
    expect(gazetteer.placeMatches('')).toEqual([]);
  });
});

describe('any text', () => {
  it('is read without an error, the same way each time', () => {
    const words = fc.constantFrom(
      'р-н',
      'обл.',
      'с.',
      'ауданы',
      'Абай',
      'Алматы',
      'ССР',
      ',',
      '№',
      'Семей',
      '5',
      'уезд',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(words, { maxLength: 12 }).map((all) => all.join(' ')),
    );
    const other = new Gazetteer(lines);
    fc.assert(
      fc.property(text, (written) => {
        expect(other.read(written)).toEqual(gazetteer.read(written));
      }),
      { numRuns: 100 },
    );
  });

  it('of a million letters is read as far as a place can be long', () => {
    expect(gazetteer.read('Қарағанды '.repeat(100_000))).toEqual(gazetteer.read('Қарағанды '.repeat(200)));
    expect(gazetteer.placeMatches('ә'.repeat(1_000_000))).toEqual(gazetteer.placeMatches('ә'.repeat(1_000)));
  });
});
