import type { Id } from '@guildhall/kernel';

/** The id of a member; membership owns the person behind it. */
export type MemberId = Id<'Member'>;

/** A member as this service knows one: by id alone. */
export type MemberReference = { readonly id: MemberId };
