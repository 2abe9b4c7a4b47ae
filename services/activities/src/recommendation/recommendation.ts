/*
 * Which activities may interest a member, and why: because of the groups they are in, of what they took part in, and of
 * the languages they speak. Nothing is stored of it but whether a member wants it at all. Owner: activities.
 */
import type { ActivityId, ActivityKind } from '../activity/activity.js';
import type { GroupId } from '../references/group.js';
import type { MemberId } from '../references/member.js';
import type { RecommendationRules } from './recommendation-rules.js';

/** Why something is recommended, the most telling first. */
export const recommendationReasons = ['GROUP_MEMBER', 'ATTENDED_ALIKE', 'LANGUAGE', 'FREE_SEATS_SOON'] as const;

/** One reason to recommend something. */
export type RecommendationReason = (typeof recommendationReasons)[number];

/** Something that could be recommended: open to the member, and they have no place in it. */
export type Candidate = {
  readonly id: ActivityId;
  readonly groupId: GroupId;
  readonly kind: ActivityKind;
  readonly startsAt: Date;
  readonly languages: readonly string[];
  /** Whether a seat can be had now; also where there are as many as people come. */
  readonly hasFreeSeat: boolean;
  /** Whether seats are limited at all. */
  readonly isLimited: boolean;
};

/** What speaks for something: the groups the member is in, what they took part in, the languages they said they speak. */
export type Interests = {
  readonly groupIds: readonly GroupId[];
  readonly attended: readonly { readonly groupId: GroupId; readonly kind: ActivityKind }[];
  readonly languages: readonly string[];
};

/** Something to recommend, with every reason, the most telling first. */
export type Recommendation = { readonly id: ActivityId; readonly reasons: readonly RecommendationReason[] };

/** Whether a member wants recommendations. */
export type RecommendationChoice = { readonly memberId: MemberId; readonly isOn: boolean };

const dayMs = 86_400_000;
const taste: ReadonlySet<RecommendationReason> = new Set(['GROUP_MEMBER', 'ATTENDED_ALIKE', 'LANGUAGE']);

/**
 * What to recommend, best first; equals stand by start and then id, so that the order is the same every time. A free seat
 * is told where there is a reason of taste, and is never a reason alone.
 */
export function recommend(
  candidates: readonly Candidate[],
  interests: Interests,
  { now, rules }: { readonly now: Date; readonly rules: RecommendationRules },
): readonly Recommendation[] {
  return candidates
    .map((candidate) => {
      const reasons = reasonsFor(candidate, interests, { now, rules });
      const days = Math.max(0, (candidate.startsAt.getTime() - now.getTime()) / dayMs);
      const weight = reasons.reduce((sum, reason) => sum + rules.weights[reason], 0) - days * rules.perDay;
      return { candidate, reasons, weight };
    })
    .filter(({ reasons }) => reasons.some((reason) => taste.has(reason)))
    .toSorted(
      (one, other) =>
        other.weight - one.weight ||
        one.candidate.startsAt.getTime() - other.candidate.startsAt.getTime() ||
        (one.candidate.id < other.candidate.id ? -1 : 1),
    )
    .map(({ candidate, reasons }) => ({ id: candidate.id, reasons }));
}

function reasonsFor(
  candidate: Candidate,
  { groupIds, attended, languages }: Interests,
  { now, rules }: { readonly now: Date; readonly rules: RecommendationRules },
): readonly RecommendationReason[] {
  const isSoon = candidate.startsAt.getTime() - now.getTime() <= rules.soonDays * dayMs;
  const holds: Readonly<Record<RecommendationReason, boolean>> = {
    GROUP_MEMBER: groupIds.includes(candidate.groupId),
    ATTENDED_ALIKE: attended.some(({ groupId, kind }) => kind === candidate.kind || groupId === candidate.groupId),
    LANGUAGE: candidate.languages.some((language) => languages.some((spoken) => isSameLanguage(language, spoken))),
    FREE_SEATS_SOON: isSoon && candidate.isLimited && candidate.hasFreeSeat,
  };
  return recommendationReasons.filter((reason) => holds[reason]);
}

/** Chinese of the mainland is for whoever speaks Chinese, and the other way round. */
function isSameLanguage(one: string, other: string): boolean {
  return primary(one) === primary(other);
}

function primary(tag: string): string {
  return tag.split('-', 1)[0]?.toLowerCase() ?? '';
}
