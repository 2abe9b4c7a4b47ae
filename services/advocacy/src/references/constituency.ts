import type { Id } from '@guildhall/kernel';

/** A constituency as this service knows one: an id that membership gave, and nothing else. */
export type ConstituencyReference = { readonly id: Id<'Constituency'> };
