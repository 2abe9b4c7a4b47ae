/*
 * A member, whom the membership service owns: here an id alone, to which learning adds enrolments.
 * Life: none here. Owner: membership.
 */
import type { Id } from '@guildhall/kernel';

/** What learning knows of a member. */
export type MemberReference = {
  readonly id: Id<'Member'>;
  /** What membership calls them, where the gateway brought it along for a field that needs it. */
  readonly displayName?: string | null;
};
