/** Which part of the elections the address names. */
export type ElectionsSearch = { readonly part?: 'DECLARED' };

/** Reads the address: elections that go on come first, because there is something to do about them. */
export function readElectionsSearch(search: Readonly<Record<string, unknown>>): ElectionsSearch {
  return search['part'] === 'DECLARED' ? { part: 'DECLARED' } : {};
}
