/*
 * A secret address under which calendar programs read a member's own calendar without a sign-in. Whoever has the address
 * reads the calendar, so only its digest is kept, and revoking deletes it. Life: made, revoked. Owner: activities.
 */
import {
  FieldChecks,
  limitReached,
  err,
  type Id,
  type LimitReachedError,
  type Result,
  type ValidationError,
} from '@guildhall/kernel';
import type { MemberId } from '../references/member.js';

/** The id of an address; it tells nothing of the secret. */
export type CalendarFeedId = Id<'CalendarFeed'>;

/** One secret address as kept. */
export type CalendarFeed = {
  readonly id: CalendarFeedId;
  readonly memberId: MemberId;
  /** What the member calls it, such as the device it is for. */
  readonly name: string;
  readonly createdAt: Date;
};

/** The most addresses of one member. */
export const feedsMax = 5;

/** Makes and recognises the secrets of addresses. */
export interface CalendarTokens {
  /** A new secret of at least 128 random bits, fit for an address. */
  make(): string;
  /** What is kept of a secret; it cannot be turned back. */
  digest(token: string): Uint8Array;
}

/** The feed to add, unless its name is no name or the member has enough. */
export function planFeed(
  feed: CalendarFeed,
  existing: readonly CalendarFeed[],
): Result<CalendarFeed, ValidationError | LimitReachedError> {
  if (existing.length >= feedsMax)
    return err(limitReached(`You have ${feedsMax} addresses. Revoke one that you no longer use.`, feedsMax));
  return new FieldChecks().text('name', feed.name, { max: 60 }).finish({ ...feed, name: feed.name.trim() });
}
