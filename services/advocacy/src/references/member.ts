import type { Id } from '@guildhall/kernel';

/** A member as this service knows one: an id that other services gave, and nothing else. */
export type MemberReference = { readonly id: Id<'Member'> };
