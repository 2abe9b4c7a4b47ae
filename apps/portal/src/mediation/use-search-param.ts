import { useSearch } from '@tanstack/react-router';

/** A word from the search part of this page's address; empty when it is not there. */
export function useSearchParam(name: string): string {
  const search: unknown = useSearch({ strict: false });
  const value: unknown = typeof search === 'object' && search !== null ? Reflect.get(search, name) : undefined;
  return typeof value === 'string' ? value : '';
}
