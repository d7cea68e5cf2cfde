import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordOfDocument } from '@/domain/archive/records';
import { commonMen, keepMen } from '@/domain/testing/archive-men';
import { openTestDatabase, type TestDatabase } from '@/domain/testing/database';
import { importText } from '@/domain/testing/factories';
import { catchUp, rebuild } from '../index/catching-up';
import { inOrder } from '../name-parts';
import { nobody, type Person } from '../person';
import { personOfRecord } from '../persons';
import { comparePersons, findMan } from './find';

/** A record as a clerk wrote it; the man as typed in Kazakh, in Russian, in Latin. */
const men = `
Айтуганов Апканей Бексеитович | Айтуғанов Апқаней Бексейітұлы | Айтуганов Апканей Бексеитович | Aituganov Apkanei Bekseituly
Хусаинов Ахметжан Джумагалиевич | Құсайынов Ахметжан Жұмағалиұлы | Кусаинов Ахметжан Жумагалиевич | Kussainov Akhmetzhan Zhumagaliuly
Джаксыбеков Турсун Габдуллович | Жақсыбеков Тұрсын Ғабдоллаұлы | Жаксыбеков Турсын Габдуллович | Jaqsybekov Tursyn Gabdollauly
Мухамеджанов Кайрулла Сагитович | Мұхамеджанов Қайролла Сағитұлы | Мухамеджанов Хайрулла Сагитович | Mukhamedzhanov Kairolla Sagituly
Чокубаев Шаймурат Тнымбаевич | Шоқыбаев Шаймұрат Тынымбайұлы | Чокубаев Шаймурат Тынымбаевич | Shokubayev Shaimurat Tynymbaiuly
Ергазин Балгабай Утепович | Ерғазин Балғабай Өтепұлы | Ергазин Балгабай Утепович | Yergazin Balgabay Utepuly
Уразбаев Жанузак Кульмагамбетович | Оразбаев Жанұзақ Құлмағамбетұлы | Уразбаев Жанузак Кульмагамбетович | Orazbayev Zhanuzak Kulmagambetuly
Шаяхметов Галымжан Идрисович | Шаяхметов Ғалымжан Ыдырысұлы | Шаяхметов Галимжан Идрисович | Shayakhmetov Galymzhan Ydyrysuly
Кожабергенов Кыдырали Мамытович | Қожабергенов Қыдырәлі Мамытұлы | Кожабергенов Кыдырали Мамытович | Kozhabergenov Kydyrali Mamytuly
Бейсекеев Абдрахман Смагулович | Бейсекеев Әбдірахман Смағұлұлы | Бейсекеев Абдрахман Смагулович | Beisekeev Abdrakhman Smaguluulu
Джангельдин Мырзагали Шакенович | Жангелдин Мырзағали Шәкенұлы | Жангельдин Мирзагали Шакенович | Zhangeldin Myrzagali Shakenuly
Тажибаев Сейдахмет Кокенович | Тәжібаев Сейдахмет Көкенұлы | Тажибаев Сейдахмет Кокенович | Tazhibayev Seidakhmet Kokenuly
Маулетов Кабдулхамит Зейнулович | Мәулетов Қабдылхамит Зейноллаұлы | Маулетов Кабдулхамит Зейнуллович | Mauletov Kabdulkhamit Zeinollauly
Нургожин Токсеит Аубакирович | Нұрғожин Тоқсейіт Әубәкірұлы | Нургожин Токсеит Аубакирович | Nurgozhin Tokseit Aubakiruly
Сатыбалдин Магзум Кайдарович | Сатыбалдин Мағзұм Қайдарұлы | Сатыбалдин Магзум Кайдарович | Satybaldin Magzum Qaidaruly
Байсалыков Елеусиз Жунусович | Байсалықов Елеусіз Жүнісұлы | Байсалыков Елеусиз Джунусович | Baisalykov Eleusiz Zhunisuly
Дюсембин Какимжан Рамазанович | Дүйсембин Кәкімжан Рамазанұлы | Дюсембин Какимжан Рамазанович | Duisembin Kakimzhan Ramazanuly
Кенесарин Толеутай Есимович | Кенесарин Төлеутай Есімұлы | Кенесарин Тулеутай Есимович | Kenesarin Toleutai Esimuly
Абылкасов Зекен Исабекович | Әбілқасов Зекен Исабекұлы | Абилкасов Зекен Исабекович | Abilkasov Zeken Isabekuly
Габитов Файзулла Хасенович | Ғабитов Файзолла Хасенұлы | Габитов Файзулла Хасенович | Gabitov Faizolla Khasenuly
Койшибаев Ыскак Тогжанович | Қойшыбаев Ысқақ Тоғжанұлы | Койшибаев Исхак Тогжанович | Koishybaev Yskak Togzhanuly
Утегенов Даулетбай Саринович | Өтегенов Дәулетбай Саринұлы | Утегенов Даулетбай Саринович | Otegenov Dauletbai Sarinuly
Шонаев Жолмухамед Байгазинович | Шонаев Жолмұхамед Байғазыұлы | Шонаев Джолмухамед Байгазинович | Shonaev Zholmukhamed Baigazyuly
Ильясов Пазылбек Умирзакович | Ілиясов Пазылбек Өмірзақұлы | Ильясов Фазылбек Умирзакович | Ilyasov Pazylbek Omirzakuly
Карибжанов Сабыржан Таласбаевич | Кәріпжанов Сабыржан Таласбайұлы | Карипжанов Сабиржан Таласбаевич | Karipzhanov Sabyrzhan Talasbaiuly
Рыскулов Ануарбек Кошкимбаевич | Рысқұлов Әнуарбек Қошкимбайұлы | Рыскулов Ануарбек Кошкимбаевич | Ryskulov Anuarbek Koshkimbaiuly
Лекеров Мейрам Ботабаевич | Лекеров Мейрам Ботабайұлы | Лекеров Мейрам Ботабаевич | Lekerov Meiram Botabaiuly
Вахитов Гайнутдин Фаттахович | Уахитов Ғайнетдин Фаттахұлы | Вахитов Гайнутдин Фаттахович | Vakhitov Gainutdin Fattakhuly
Зейнолов Орынбасар Кудайбергенович | Зейнолов Орынбасар Құдайбергенұлы | Зейнуллов Урунбасар Кудайбергенович | Zeinolov Orynbasar Kudaibergenuly
Еремеев Варфаломей Пантелеевич | Еремеев Варфаломей Пантелейұлы | Еремеев Варфоломей Пантелеевич | Yeremeyev Varfolomey Panteleevich`
  .trim()
  .split('\n')
  .map((line) => line.split(' | ') as [string, string, string, string]);

const parted = (whole: string) => inOrder(whole.split(' '));
const yearOf = (at: number) => 1896 + at;
const man = (over: Partial<Person>): Person => ({ ...nobody, ...over });
const typed = (whole: string, over: Partial<Person> = {}) => man({ ...parted(whole), ...over });

let database: TestDatabase;
let ids: number[];
let special: number[];
beforeAll(async () => {
  database = await openTestDatabase();
  await keepMen(commonMen(3_000, 7));
  ids = await keepMen(
    men.map(([written], at) => {
      const { surname, givenName: given_name, patronymic } = parted(written);
      return { surname, given_name, patronymic, birth_date: String(yearOf(at)), birth_place: 'Кустанайская обл.' };
    }),
  );
  special = await keepMen(
    [
      { surname: 'Кузулин', given_name: 'Т.', patronymic: 'Варфал.', birth_date: '1907' },
      { surname: '...зулин', given_name: 'Трофим', patronymic: 'Варфоломеевич', birth_date: '1907' },
      { surname: 'Балтабек', given_name: 'Шортанбаев', patronymic: 'Еркинович', birth_date: '1911' },
      { surname: 'Еркин', given_name: 'Тлеген', birth_date: '1903', birth_place: 'г. Семипалатинск' },
      {
        surname: 'Мендыбаев',
        given_name: 'Карпык',
        patronymic: 'Салы',
        birth_date: '1902',
        fate: 'убит',
        loss_date: '1943',
      },
      {
        surname: 'Мендыбаев',
        given_name: 'Карпык',
        patronymic: 'Салы',
        birth_date: '1902',
        fate: 'попал в плен',
        loss_date: '1941',
      },
    ],
    'books-of-memory',
  );
  await importText(readFileSync('e2e/fixtures/obd-cards.csv', 'utf8'));
  await catchUp();
});
afterAll(() => database.close());

const found = async (person: Person, options: Parameters<typeof findMan>[1] = {}) =>
  (await findMan(person, options)).matches.map(({ recordId }) => recordId);

describe('thirty men among three thousand', () => {
  it.each([
    ['Kazakh', 1],
    ['Russian', 2],
    ['Latin', 3],
  ] as const)('are found first, typed in %s with the year of birth', async (_script, column) => {
    for (const [at, one] of men.entries())
      expect((await found(typed(one[column], { birth: String(yearOf(at)) })))[0], one[column]).toBe(ids[at]);
  });

  it('are found by the name alone, which never makes them likely', async () => {
    for (const [at, one] of men.entries())
      for (const written of one) {
        const { matches } = await findMan(typed(written));
        expect(matches[0]?.recordId, written).toBe(ids[at]);
        expect(
          matches.map(({ band }) => band),
          written,
        ).not.toContain('likely');
      }
  });

  it('are likely with year and oblast as well, and nobody else is', async () => {
    for (const [at, [written]] of men.entries()) {
      const { matches } = await findMan(typed(written, { birth: String(yearOf(at)), birthPlace: 'Қостанай облысы' }));
      expect(matches.map(({ band }) => band === 'likely').slice(0, 3), written).toEqual(
        [true, false, false].slice(0, matches.length),
      );
    }
  });

  it('come best first, as many as asked for, each with its fields', async () => {
    const { matches } = await findMan(typed('Ахметов Кусаин Оспанович', { birth: '1910' }), { limit: 7 });
    expect(matches).toHaveLength(7);
    const bits = matches.map((match) => match.bits);
    expect(bits).toEqual(bits.toSorted((a, b) => b - a));
    for (const match of matches) {
      const sum = match.verdicts.reduce((total, verdict) => total + verdict.bits, 0);
      expect(match.bits).toBeCloseTo(sum, 6);
      expect(match.verdicts.map(({ field }) => field)).toEqual(
        expect.arrayContaining(['surname', 'givenName', 'patronymic', 'birth', 'birthPlace', 'unit', 'kin']),
      );
    }
  });
});

describe('an odd name is found', () => {
  const first = async (person: Person, at: number, among = 1) =>
    expect((await found(person)).slice(0, among)).toContain(special[at]);

  it('written short', () => first(typed('Кузулин Трофим Варфоломеевич', { birth: '1907' }), 0, 2));
  it('with its beginning torn off', () => first(typed('Кузулин Трофим Варфоломеевич', { birth: '1907' }), 1, 2));
  it('by a torn name', () => first(man({ surname: '...зулин', givenName: 'Трофим', birth: '1907' }), 1));
  it('with surname and given name exchanged', () => first(typed('Шортанбаев Балтабек Еркінұлы', { birth: '1911' }), 2));
  it('by a father’s name where the record has it as surname', () =>
    first(man({ givenName: 'Төлеген', patronymic: 'Еркінұлы', birth: '1903' }), 3));
  it('by a bare father’s name', () => first(typed('Мендібаев Қарпық Салыұлы', { birth: '1902' }), 4, 2));
  it('by parts in any order', async () => {
    for (const name of ['Шортанбаев Балтабек', 'Балтабек Шортанбаев', 'Еркинович Балтабек Шортанбаев'])
      await first(typed(name, { birth: '1911' }), 2);
  });
  it('by another spelling known of him', () =>
    first(man({ surname: 'Белгісіздің', givenName: 'Қарпық', otherSpellings: 'Мендыбаев', birth: '1902' }), 4, 2));
});

describe('filters', () => {
  const asked = typed('Мендыбаев Карпык Салы', { birth: '1902' });
  const here = () => [special[4], special[5]];

  it('by source, fate and period of loss leave out what is not asked for', async () => {
    expect((await found(asked, { sources: ['books-of-memory'] })).slice(0, 2).sort()).toEqual(here().sort());
    expect(await found(asked, { sources: ['obd-memorial'] })).not.toContain(special[4]);
    expect((await found(asked, { fates: ['killed'] }))[0]).toBe(special[4]);
    expect(await found(asked, { fates: ['killed'] })).not.toContain(special[5]);
    expect((await found(asked, { lossTo: 1941 }))[0]).toBe(special[5]);
    expect(await found(asked, { lossFrom: 1942 })).not.toContain(special[5]);
    expect(await found(asked, { lossFrom: 1943, lossTo: 1943, fates: ['killed'] })).toContain(special[4]);
    // Without a year of loss a record is in no period.
    expect(await found(typed(men[0]?.[0] ?? ''), { lossFrom: 1941 })).not.toContain(ids[0]);
  });

  it('that are empty are none', async () => {
    expect(await found(asked, { sources: [], fates: [] })).toEqual(await found(asked));
  });
});

describe('two cards of one man', () => {
  it.each([
    ['1155934094', '1155958591'],
    ['1155958591', '1155934094'],
  ])('%s finds %s as likely', async (one, other) => {
    const card = async (id: string) => (await recordOfDocument('obd-memorial', id)) ?? expect.fail(id);
    const [asked, sister] = [await card(one), await card(other)];
    const { matches } = await findMan(personOfRecord(asked.record));
    expect(
      matches
        .slice(0, 2)
        .map(({ recordId }) => recordId)
        .sort(),
    ).toEqual([asked.recordId, sister.recordId].sort());
    const { band, verdicts } = await comparePersons(personOfRecord(asked.record), personOfRecord(sister.record));
    expect(band).toBe('likely');
    expect(verdicts.filter(({ verdict }) => verdict === 'same').map(({ field }) => field)).toEqual(
      expect.arrayContaining(['surname', 'givenName', 'patronymic', 'unit']),
    );
  });
});

describe('made anew', () => {
  it('the index gives the same answers', async () => {
    const questions = [
      ...men.map(([, kazakh], at) => typed(kazakh, { birth: String(yearOf(at)) })),
      typed('Ахметов Кусаин Оспанович'),
      man({ surname: 'Кусаинов', birthPlace: 'Ақмола', birth: '1905' }),
    ];
    const answers = async () => {
      const all: [number, number][][] = [];
      for (const question of questions)
        all.push(
          (await findMan(question)).matches
            .slice(0, 5)
            .map(({ recordId, bits }) => [recordId, Number(bits.toFixed(6))]),
        );
      return all;
    };
    const before = await answers();
    await rebuild();
    expect(await answers()).toEqual(before);
    expect(await catchUp()).toBe(0);
  });
});

describe('what is no longer in force', () => {
  const file = (given: string) =>
    `source_record_id,surname,given_name,patronymic,birth_date\n9001,Тлемисов,${given},Кошербаевич,1909\n`;

  it('is never shown: an earlier version, a record that was withdrawn', async () => {
    await importText(file('Нагашыбай'));
    const asked = typed('Тлемисов Нагашыбай Кошербаевич', { birth: '1909' });
    const [before] = await found(asked);
    await importText(file('Нагашбек'));
    const { matches } = await findMan(asked);
    expect(matches[0]?.found.record.givenName).toBe('Нагашбек');
    expect(matches.map(({ recordId }) => recordId)).not.toContain(before);
    expect(matches.every((match) => !match.found.superseded)).toBe(true);

    database.store.engine.writer.prepare('DELETE FROM archive_records WHERE id = ?').run(matches[0]?.recordId);
    expect(await found(asked)).not.toContain(matches[0]?.recordId);
  });
});
