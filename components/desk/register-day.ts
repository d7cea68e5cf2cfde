/** A day as papers carry it, 05.02.2020, in the form the register keeps, 2020-02-05; anything else comes back as it was typed. */
export function isoDay(typed: string | string[] | undefined): string {
  const text = [typed ?? ''].flat().join(' ').trim();
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(text) ?? [];
  return year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text;
}
