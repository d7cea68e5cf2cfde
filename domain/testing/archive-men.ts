/** Invented men as rows of archive records, for tests of the search: how rare a name is can be told only among many. */
import { archiveRecords, imports } from '@/db/schema';
import { bookkeep } from '../change';
import { newId } from '../identity';

export const manColumns = [
  ...['source_record_id', 'surname', 'given_name', 'patronymic', 'birth_date', 'birth_place', 'draft_place'],
  ...['unit', 'fate', 'loss_date', 'kin'],
] as const;
const mapping = {
  ...{ sourceRecordId: 'source_record_id', surname: 'surname', givenName: 'given_name', patronymic: 'patronymic' },
  ...{ birth: 'birth_date', birthPlace: 'birth_place', draftPlace: 'draft_place', unit: 'unit', fate: 'fate' },
  ...{ lossDate: 'loss_date', kin: 'kin' },
};

export type Man = Partial<Record<(typeof manColumns)[number], string>>;

let identity = 1;

/** Records as an import would have left them, not yet in the index. @returns their ids */
export async function keepMen(men: readonly Man[], sourceKey = 'obd-memorial'): Promise<number[]> {
  return bookkeep(async (tx) => {
    const number = 1_000 + identity;
    await tx.insert(imports).values({
      ...{ id: newId(), number, sourceKey, fileName: 'men.csv', sha256: '', format: 'native', state: 'done' },
      ...{ read: men.length, added: men.length, updated: 0, unchanged: 0, duplicates: 0, rejected: 0 },
      ...{ lastLine: men.length + 1, columns: [...manColumns], mapping, startedAt: 0 },
    });
    const ids: number[] = [];
    for (let at = 0; at < men.length; at += 500) {
      const rows = men.slice(at, at + 500).map((man) => {
        const row = manColumns.map((column) => man[column] ?? '');
        return { importNumber: number, identity: identity++, version: 1, content: 1, row };
      });
      const kept = await tx.insert(archiveRecords).values(rows).returning({ id: archiveRecords.id });
      ids.push(...kept.map(({ id }) => id));
    }
    return ids;
  });
}

const roots = (
  'Ахмет Сарсен Жумабек Кусаин Ермек Нурлан Калиакпар Тулеген Байжан Оспан Сулеймен Мукан Искак Абиш Серик Токтар Амангельды ' +
  'Кенжебай Бекмырза Досмагамбет Ескендир Жаксылык Ибрай Касым Молдабек Оразалы Рахим Садык Темирбек Хамит Иван Петр Федор ' +
  'Степан Михаил Николай Семен Тихон Яким Назар Игнат Кузьма Захар Лука Мартын Борис Тарас Панкрат Гаврил Денис'
).split(' ');
const places = (
  'Карагандинская обл., Каркаралинский р-н;Акмолинская обл., г. Акмолинск;Семипалатинская обл., Абралинский р-н;' +
  'Кустанайская обл.;Павлодарская обл., Баянаульский р-н;Алма-Атинская обл., г. Алма-Ата;Актюбинская обл.;' +
  'Орловская обл., д. Ивановка;Саратовская обл., Энгельсский р-н;г. Москва;Омская обл.;'
).split(';');

/** So many men of common names, years and places; the same for the same seed. */
export function commonMen(count: number, seed: number): Man[] {
  let state = seed;
  const draw = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const root = () => roots[draw(roots.length)] ?? '';
  return Array.from({ length: count }, () => ({
    ...{ surname: `${root()}ов`, given_name: root(), patronymic: `${root()}ович` },
    birth_date: draw(8) === 0 ? '' : String(1885 + draw(42)),
    birth_place: places[draw(places.length)] ?? '',
    unit: draw(3) === 0 ? `${1 + draw(400)} сд` : '',
    fate: ['убит', 'пропал без вести', 'умер от ран'][draw(3)] ?? '',
    loss_date: draw(5) === 0 ? '' : `${1 + draw(28)}.${1 + draw(12)}.${1941 + draw(5)}`,
  }));
}
