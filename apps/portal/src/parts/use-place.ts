import { useParams, useSearch } from '@tanstack/react-router';
import type { Filters } from './FilterBar.js';
import { readFilters } from './read-filters.js';

/** A part of the address of this page, such as the id of what it shows; empty when the address has no such part. */
export function usePlaceParam(name: string): string {
  const params: unknown = useParams({ strict: false });
  const value: unknown = typeof params === 'object' && params !== null ? Reflect.get(params, name) : undefined;
  return typeof value === 'string' ? value : '';
}

/** The filters that the address of this page asks for. */
export function useFilters(kinds: readonly string[]): Filters {
  const search: unknown = useSearch({ strict: false });
  return readFilters(typeof search === 'object' && search !== null ? { ...search } : {}, kinds);
}
