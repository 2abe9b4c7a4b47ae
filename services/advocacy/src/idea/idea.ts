/*
 * An idea that a member had in a group, as this service knows it: an id and whose it is. Life: from its post until that is
 * taken back or removed; a proposal that began as it stays. Owner: membership, which tells of it by events.
 */
import type { Id } from '@guildhall/kernel';

/** A post as this service knows one. */
export type PostReference = { readonly id: Id<'Post'> };
