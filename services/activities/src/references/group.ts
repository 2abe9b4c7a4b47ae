import type { Id } from '@guildhall/kernel';

/** The id of a group; membership owns the group behind it. */
export type GroupId = Id<'Group'>;

/** A group as this service knows one: by id alone. */
export type GroupReference = { readonly id: GroupId };
