/*
 * A block: one member wants to have nothing to do with another. It is silent and works both ways: each is to the other
 * somebody who shares nothing. Life: until the one who blocked takes it back. Owner: membership.
 */
import type { MemberId } from '../member/member.js';

/** A block as stored. */
export type Block = {
  readonly blockerId: MemberId;
  readonly blockedId: MemberId;
  readonly since: Date;
  /** The name the blocker could read at that time, so that they recognise whom to unblock; absent when it was not shared. */
  readonly knownAs: string | undefined;
};
