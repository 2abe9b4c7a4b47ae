import type { Filters } from './FilterBar.js';

/** The filters that a URL asks for; a kind that does not exist is left out. */
export function readFilters(search: Readonly<Record<string, unknown>>, kinds: readonly string[]): Filters {
  const { search: words, kind } = search;
  return {
    ...(typeof words === 'string' && words !== '' ? { search: words.slice(0, 100) } : {}),
    ...(typeof kind === 'string' && kinds.includes(kind) ? { kind } : {}),
  };
}
