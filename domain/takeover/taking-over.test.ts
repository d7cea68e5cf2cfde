import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cases, consents } from '@/db/schema';
import { atMoment } from '../clock';
import { read } from '../database';
import type { StaffActor } from '../permissions';
import { burialsByCountry } from '../statistics/burials-by-country';
import { openTestDatabase, type TestDatabase } from '../testing/database';
import { aManager } from '../testing/factories';
import { oldRegister, oldRegisterFigures } from '../testing/old-register';
import { startOfDay } from '../working-days';
import { rowsOf } from './planning';
import { correctRow, readRegister } from './preparing';
import { takeOverRegister } from './taking-over';
import { undoRegister } from './undoing';

let database: TestDatabase;
let manager: StaffActor;
beforeEach(async () => {
  database = await openTestDatabase();
  manager = await aManager();
});
afterEach(() => database.close());

const inJanuary = <T>(work: () => Promise<T>): Promise<T> => atMoment(startOfDay('2020-01-20') + 9 * 3600_000, work);

describe('a register of 556 rows with merged cells, three date styles, two languages and thirty mistakes', () => {
  it('comes in with every mistake named and the figures of January 2020, and is undone as a whole', async () => {
    await inJanuary(async () => {
      const { bytes, mistakes } = await oldRegister();
      const { takeoverId, counts } = await readRegister(manager, { fileName: 'журнал.xlsx', bytes });
      const rows = await rowsOf(takeoverId);
      const named = rows.flatMap(({ sheet, row, problems }) =>
        problems.filter(({ grave }) => grave).map(({ code, column }) => `${sheet} ${row} ${column} ${code}`),
      );
      expect(mistakes).toHaveLength(30);
      expect(named.sort()).toEqual(mistakes.map((one) => `${one.sheet} ${one.row} ${one.column} ${one.code}`).sort());
      expect(counts).toMatchObject({ takes: 526, refused: 30, 'left-out': 9 });
      await expect(takeOverRegister(manager, { takeoverId })).rejects.toMatchObject({
        code: 'takeover.rows-refused',
        details: { count: 30 },
      });

      for (const { sheet, row, fix } of mistakes) {
        const rowId = rows.find((one) => one.sheet === sheet && one.row === row)?.id;
        await correctRow(manager, { takeoverId, rowId, values: fix });
      }
      expect(await takeOverRegister(manager, { takeoverId })).toEqual({ cases: 550, applications: 556, burials: 48 });
      const figures = await burialsByCountry(manager, {});
      expect(figures).toMatchObject({ applications: 556, established: 48, soldiers: 48 });
      expect(Object.fromEntries(figures.countries.map((one) => [one.country, one.count]))).toEqual(
        oldRegisterFigures.countries,
      );
      expect(await read().select().from(consents)).toEqual([]);

      expect(await undoRegister(manager, { takeoverId })).toEqual({ cases: 550 });
      expect(await burialsByCountry(manager, {})).toMatchObject({ applications: 0, established: 0, soldiers: 0 });
      expect(await read().select().from(cases)).toEqual([]);
      expect(await takeOverRegister(manager, { takeoverId })).toMatchObject({ applications: 556 });
    });
  }, 120_000);
});
