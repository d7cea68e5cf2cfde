/** Rows written straight into their tables: a hundred thousand cases by real commands would take a day. */
import { getTableConfig, type SQLiteTable } from 'drizzle-orm/sqlite-core';
import { theStore } from '@/domain/database';

/** A function that writes one row of a table; columns left out take their default or are empty. */
export function rowWriter<Table extends SQLiteTable>(table: Table): (row: Table['$inferInsert']) => void {
  const { name, columns } = getTableConfig(table);
  const keys = new Map(Object.entries(table).map(([key, column]) => [column, key]));
  const fields = columns.map((column) => ({ column, key: keys.get(column) ?? column.name }));
  const sql = `INSERT INTO "${name}" (${columns.map((column) => `"${column.name}"`)}) VALUES (${columns.map(() => '?')})`;
  const statement = theStore().engine.writer.prepare(sql);
  return (row) => {
    const given = row as Record<string, unknown>;
    statement.run(
      fields.map(({ column, key }) => {
        const value = given[key] ?? column.default ?? null;
        return value === null ? null : column.mapToDriverValue(value);
      }),
    );
  };
}

/** Runs `work` in one transaction of the engine. */
export function together(work: () => void): void {
  const { writer } = theStore().engine;
  writer.exec('BEGIN IMMEDIATE');
  work();
  writer.exec('COMMIT');
}
