/*
 * What is told of a registration beyond this service: ids and instants, in the shapes of the catalogue.
 */
import type { Registration, RegistrationFacts } from './registration.js';

type PlaceIds = Pick<Registration, 'id' | 'activityId' | 'memberId'>;

/** The fact that somebody's attendance is void, as other services are told it. */
export function attendanceVoided({ registration, activity }: RegistrationFacts) {
  return {
    registrationId: registration.id,
    activityId: activity.id,
    memberId: registration.memberId,
    activityKind: activity.kind,
  };
}

/** The fact that somebody attended, at the scan, or at the start where there was none. */
export function attendanceConfirmed(facts: RegistrationFacts) {
  return {
    ...attendanceVoided(facts),
    attendedAt: (facts.registration.checkedInAt ?? facts.activity.startsAt).toISOString(),
  };
}

/** The fact that something happened to somebody's place that they did not do themselves, as its holder is told it. */
export function placeChanged(
  { id, activityId, memberId }: PlaceIds,
  change: 'SEAT_GIVEN' | 'REMOVED' | 'ATTENDED',
  now: Date,
) {
  return { registrationId: id, activityId, memberId, change, changedAt: now.toISOString() };
}

/** The events that tell that places begin or cease to be held, ready for the outbox. */
export function placesHeld(places: readonly PlaceIds[], isHeld: boolean, now: Date) {
  return places.map(({ id, activityId, memberId }) => ({
    aggregateId: id,
    data: { registrationId: id, activityId, memberId, isHeld, changedAt: now.toISOString() },
  }));
}

/** The notice that a seat is offered or called out to somebody. */
export function seatOffered(place: PlaceIds, now: Date) {
  return noticeOf('SEAT_OFFERED', place, now);
}

/** The notice that an offer ran out. */
export function offerEnded(place: PlaceIds, now: Date) {
  return noticeOf('OFFER_EXPIRED', place, now);
}

function noticeOf<Notice extends string>(notice: Notice, { id, activityId, memberId }: PlaceIds, now: Date) {
  return { notice, sourceId: id, activityId, memberIds: [memberId], toldAt: now.toISOString() };
}
