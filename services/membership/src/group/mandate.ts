/*
 * A mandate: a member's time in a position, with a first and a last instant. Rights derive from it and end with it.
 * Owner: membership; the other services project the dates.
 */
import {
  err,
  FieldChecks,
  illegalTransition,
  ok,
  type Id,
  type IllegalTransitionError,
  type PositionKind,
  type Result,
  type ValidationError,
} from '@guildhall/kernel';
import type { MemberId } from '../member/member.js';
import type { GroupId } from './group.js';

/** The id of a position. */
export type PositionId = Id<'Position'>;

/** An office of a group, or of the whole union when it has no group. */
export type Position = {
  readonly id: PositionId;
  readonly groupId: GroupId | undefined;
  readonly title: string;
  readonly kind: PositionKind;
  /** How many may hold it at the same time. */
  readonly seats: number;
  readonly constituency: string | undefined;
  /** When the position was taken away; its history stays. */
  readonly removedAt: Date | undefined;
  readonly version: number;
};

/** The id of a mandate. */
export type MandateId = Id<'Mandate'>;

/** A member's time in a position, from `startsAt` until `endsAt`, or until `endedAt` when it ended early. */
export type Mandate = {
  readonly id: MandateId;
  readonly positionId: PositionId;
  readonly memberId: MemberId;
  /** Which of the position's seats it takes, from 1; no seat has two holders at an instant. */
  readonly seat: number;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly endedAt: Date | undefined;
  readonly conferredBy: 'ELECTION' | 'APPOINTMENT';
  readonly version: number;
};

/** An office that a group is to have. */
export type PositionDraft = { readonly title: string; readonly kind: PositionKind; readonly seats: number };

/** Checks an office and gives it to the group. Offices of the union are never a group's: rights over everybody hang on them. */
export function addPosition(draft: PositionDraft, id: PositionId, groupId: GroupId): Result<Position, ValidationError> {
  const { kind, seats } = draft;
  const title = draft.title.trim();
  return new FieldChecks()
    .text('title', title, { max: 80 })
    .whole('seats', seats, { min: 1, max: 50 })
    .that(
      kind !== 'UNION_OFFICER' && kind !== 'COURSE_REP',
      'kind',
      'UNKNOWN',
      'A group has presidents, treasurers, secretaries and officers.',
    )
    .finish({ id, groupId, title, kind, seats, constituency: undefined, removedAt: undefined, version: 1 });
}

const mandateMaxMs = 2 * 366 * 86_400_000;

/** The instant from which a mandate gives no right any more. */
export function endOf(mandate: Mandate): Date {
  return mandate.endedAt ?? mandate.endsAt;
}

/** Checks the dates of a mandate: at most two years, not over already. */
export function checkTerm(
  term: { readonly startsAt: Date; readonly endsAt: Date },
  now: Date,
): Result<{ readonly startsAt: Date; readonly endsAt: Date }, ValidationError> {
  const length = term.endsAt.getTime() - term.startsAt.getTime();
  return new FieldChecks()
    .that(length > 0, 'endsAt', 'CONTRADICTION', 'A mandate ends after it starts.')
    .that(length <= mandateMaxMs, 'endsAt', 'OUT_OF_RANGE', 'A mandate lasts at most two years.')
    .that(term.endsAt > now, 'endsAt', 'OUT_OF_RANGE', 'This mandate would be over already.')
    .finish(term);
}

/** Whether a mandate is in force at any instant of a term. */
export function overlaps(mandate: Mandate, term: { readonly startsAt: Date; readonly endsAt: Date }): boolean {
  return mandate.startsAt < term.endsAt && endOf(mandate) > term.startsAt;
}

/** The lowest seat that nobody holds during the term, or nothing when all are taken. */
export function freeSeat(
  position: Position,
  others: readonly Mandate[],
  term: { readonly startsAt: Date; readonly endsAt: Date },
): number | undefined {
  const taken = new Set(others.filter((other) => overlaps(other, term)).map((other) => other.seat));
  return Array.from({ length: position.seats }, (_unused, index) => index + 1).find((seat) => !taken.has(seat));
}

/** Ends a mandate early. One that is over cannot end again; one that has not begun ends at its beginning. */
export function endMandate(mandate: Mandate, now: Date): Result<Mandate, IllegalTransitionError> {
  if (endOf(mandate) <= now) return err(illegalTransition('END_MANDATE', 'ENDED'));
  return ok({ ...mandate, endedAt: now < mandate.startsAt ? mandate.startsAt : now });
}

/** A mandate that was ended early, and the group it was in. */
export type EndedOffice = {
  readonly mandateId: MandateId;
  readonly groupId: GroupId | undefined;
  readonly endedAt: Date;
};

/** The facts of an ended mandate as an event states them. */
export function mandateEnded({ mandateId, endedAt }: EndedOffice) {
  return { aggregateId: mandateId, data: { mandateId, endedAt: endedAt.toISOString() } };
}
