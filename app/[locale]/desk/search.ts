export type Search = Record<string, string | string[] | undefined>;

/** One value of the address as plain text without its ends; '' when it is not there. */
export const textOf = (search: Search, name: string): string => {
  const value = search[name];
  return ((Array.isArray(value) ? value[0] : value) ?? '').replaceAll('\0', '').toWellFormed().trim();
};

/** One of the known values; the first when the address says another. */
export function choiceOf<const Values extends readonly [string, ...string[]]>(
  search: Search,
  name: string,
  values: Values,
): Values[number] {
  const value = textOf(search, name);
  return values.find((known) => known === value) ?? values[0];
}

/** The page of a list, counted from 1. */
export const pageOf = (search: Search): number => {
  const value = textOf(search, 'page');
  return /^[1-9]\d{0,5}$/.test(value) ? Number(value) : 1;
};
