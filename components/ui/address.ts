/** Where a list stands: the path of its page and the search parameters it was read with. */
export type Address = { path: string; params: Readonly<Record<string, string | undefined>> };

/** The same address with some parameters changed; `undefined` and empty take a parameter away. */
export function addressWith(address: Address, changes: Readonly<Record<string, string | undefined>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...address.params, ...changes })) {
    if (value) query.set(name, value);
  }
  const text = query.toString();
  return text ? `${address.path}?${text}` : address.path;
}

/** The address that sorts by a column: ascending first, turned round when it is the sorted one; back to the first page. */
export function sortAddress(address: Address, column: string, sorted: { sort: string; direction: Direction }): string {
  const direction = sorted.sort === column && sorted.direction === 'asc' ? 'desc' : 'asc';
  return addressWith(address, { sort: column, direction, page: undefined });
}

export type Direction = 'asc' | 'desc';
