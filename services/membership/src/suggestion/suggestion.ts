/*
 * A suggestion: a member whom the viewer may want to know, with the reasons. It is made when it is read, of what both
 * share with each other already; only that somebody was dismissed is kept. Owner: membership.
 */
import type { GroupId } from '../group/group.js';
import type { MemberId } from '../member/member.js';

/**
 * Why a member is suggested, each reason as far as the viewer may know of it. Networks, whose members have a
 * characteristic in common, languages, pronouns, level and year of study are no reasons and never become one.
 */
export type Suggestion = {
  readonly memberId: MemberId;
  readonly interests: readonly string[];
  readonly groupIds: readonly GroupId[];
  readonly programme: string | undefined;
  readonly mutualCount: number;
  /** Some of the people both know, who take part in suggestions themselves. */
  readonly mutualIds: readonly MemberId[];
};

/** How many people both know are named at most. */
export const namedMutualsMax = 3;
