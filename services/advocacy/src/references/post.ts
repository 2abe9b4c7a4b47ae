import type { Id } from '@guildhall/kernel';

/** A post as this service knows one: an id that membership gave, and nothing else. */
export type PostReference = { readonly id: Id<'Post'> };
