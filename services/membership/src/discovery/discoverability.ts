/*
 * Discoverability: who may find a member in directories, search and suggestions. Life: as the member chooses. It never
 * widens what a profile shows, and never hides anybody from the people they are connected with. Owner: membership.
 */
import type { MemberId } from '../member/member.js';

/** Who may find a member. */
export type FoundBy = 'EVERYBODY' | 'MY_GROUPS' | 'NOBODY';

/** What a member chose. */
export type Discoverability = {
  readonly memberId: MemberId;
  readonly foundBy: FoundBy;
  /** Whether others are suggested to the member and the member to others, and whether they are named as somebody in common. */
  readonly hasSuggestions: boolean;
};

/** What holds for members who chose nothing. */
export function defaultDiscoverability(memberId: MemberId): Discoverability {
  return { memberId, foundBy: 'EVERYBODY', hasSuggestions: true };
}

/** What a member may change; what is left out stays. */
export type DiscoverabilityChanges = { readonly foundBy?: FoundBy; readonly hasSuggestions?: boolean };
