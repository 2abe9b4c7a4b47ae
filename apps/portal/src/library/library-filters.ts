import type { ResourceKind } from '../generated/graphql.js';
import { oneOf, resourceKinds } from './kinds.js';

/** What the library is narrowed by; it lives in the address. */
export type LibraryFilters = {
  readonly search?: string;
  readonly kind?: ResourceKind;
  readonly language?: string;
  readonly subject?: string;
  readonly course?: string;
  readonly tag?: string;
};

/** The filters that an address asks for; what does not exist is left out. */
export function readLibraryFilters(search: Readonly<Record<string, unknown>>): LibraryFilters {
  const kind = oneOf(resourceKinds, search['kind']);
  return {
    ...textOf(search, 'search'),
    ...(kind && { kind }),
    ...textOf(search, 'language'),
    ...textOf(search, 'subject'),
    ...textOf(search, 'course'),
    ...textOf(search, 'tag'),
  };
}

function textOf(search: Readonly<Record<string, unknown>>, name: string): Readonly<Record<string, string>> {
  const value = search[name];
  return typeof value === 'string' && value.trim() !== '' ? { [name]: value.trim().slice(0, 100) } : {};
}
