/** One column vocabulary, typed as SQLite and built for the engine that the address names. */
import * as pg from 'drizzle-orm/pg-core';
import * as lite from 'drizzle-orm/sqlite-core';

const onPostgres = /^postgres(ql)?:/.test(process.env.DATABASE_URL ?? '');

const pick = <Column>(sqlite: Column, postgres: unknown): Column => (onPostgres ? (postgres as Column) : sqlite);

export const table = pick(lite.sqliteTable, pg.pgTable);
export const index = pick(lite.index, pg.index);
export const uniqueIndex = pick(lite.uniqueIndex, pg.uniqueIndex);

export const text = <T extends string = string>(name: string) =>
  pick(lite.text(name).$type<T>(), pg.text(name).$type<T>());

/** Whole numbers; moments are milliseconds since 1970 (UTC). */
export const int = (name: string) => pick(lite.integer(name), pg.bigint(name, { mode: 'number' }));

export const real = (name: string) => pick(lite.real(name), pg.doublePrecision(name));

export const bool = (name: string) => pick(lite.integer(name, { mode: 'boolean' }), pg.boolean(name));

export const json = <T>(name: string) => pick(lite.text(name, { mode: 'json' }).$type<T>(), pg.jsonb(name).$type<T>());

/** Raw bytes: packed lists of the search index. */
export const bytes = pick(
  lite.customType<{ data: Uint8Array }>({ dataType: () => 'blob' }),
  pg.customType<{ data: Uint8Array }>({ dataType: () => 'bytea' }),
);
