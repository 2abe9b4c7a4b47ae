/*
 * What people at one activity need: who plans for it, until when, and what its venue has for it. Life: known from the
 * activity's publication, over seven days after its end. Owner: membership; the activities service tells of it.
 */
import type { Id } from '@guildhall/kernel';
import type { GroupId } from '../group/group.js';
import type { MemberId } from '../member/member.js';
import { namesAfterEndMs, type Need } from '../needs/needs.js';

/** An activity as far as needs go. Who is told nothing of its group or its team has nobody who plans for it. */
export type NeedsOccasion = {
  readonly activityId: Id<'Activity'>;
  readonly groupId: GroupId | undefined;
  readonly endsAt: Date;
  readonly isOpen: boolean;
  /** What its venue has; absent where it is at no venue of the union. */
  readonly accessFeatures: readonly string[] | undefined;
  readonly organiserIds: readonly MemberId[];
  readonly welfareLeadIds: readonly MemberId[];
};

/** Until when needs of the activity are seen by anybody but their holders. */
export function needsEndAt({ endsAt }: Pick<NeedsOccasion, 'endsAt'>): Date {
  return new Date(endsAt.getTime() + namesAfterEndMs);
}

/** Which feature of a venue meets which need; a need that no venue can meet by what it is stands here not. */
export const featureFor: Readonly<Partial<Record<Need, string>>> = {
  STEP_FREE: 'STEP_FREE',
  WHEELCHAIR_SPACE: 'STEP_FREE',
  HEARING_LOOP: 'HEARING_LOOP',
  SIGN_LANGUAGE: 'SIGN_INTERPRETER',
  QUIET_SPACE: 'QUIET_SPACE',
};

/** The needs that a venue with these features does not meet; none where it is not known. */
export function unmetNeeds(features: readonly string[] | undefined): readonly Need[] {
  if (features === undefined) return [];
  return Object.entries(featureFor).flatMap(([need, feature]) => (features.includes(feature) ? [] : [need as Need]));
}

/** What people at an activity need, counted: how many share anything, each need, and for how many the venue fails. */
export type CountedNeeds = Omit<ActivityNeeds, 'counts'> & {
  readonly counts: readonly { readonly need: Need; readonly people: number; readonly isUnmet: boolean }[];
};

/** The figures of an activity. */
export type ActivityNeeds = {
  readonly people: number;
  readonly counts: readonly { readonly need: Need; readonly people: number }[];
  readonly isVenueKnown: boolean;
  readonly unmetPeople: number;
};
