/*
 * A member's place in a study group: an invitation, a turn on the waiting list, or a seat.
 * Life: from being asked for to being given up or taken away; every change happens under a lock on the group. Owner: learning.
 */
import type { Id } from '@guildhall/kernel';
import type { StudyGroupId } from './study-group.js';

/** The id of a place. */
export type StudyPlaceId = Id<'StudyPlace'>;

/** Where a place stands. */
export type StudyPlaceStatus = 'INVITED' | 'WAITING' | 'SEATED' | 'LEFT' | 'REMOVED';

/** A place as stored. `since` is when it came to be what it is; who waits is ordered by it and by turn. */
export type StudyPlace = {
  readonly id: StudyPlaceId;
  readonly groupId: StudyGroupId;
  readonly memberId: Id<'Member'>;
  readonly status: StudyPlaceStatus;
  readonly since: Date;
  readonly reason: string | undefined;
  readonly version: number;
};

/** Whether the place is still one. */
export function isLivePlace(place: StudyPlace | undefined): boolean {
  return place?.status === 'INVITED' || place?.status === 'WAITING' || place?.status === 'SEATED';
}

/** Whether the place is a seat. */
export function isSeat(place: StudyPlace | undefined): boolean {
  return place?.status === 'SEATED';
}

/** The place as it is from now on. */
export function movePlace(
  place: StudyPlace,
  status: StudyPlaceStatus,
  { now, reason }: { readonly now: Date; readonly reason?: string },
): StudyPlace {
  return { ...place, status, since: now, reason };
}
