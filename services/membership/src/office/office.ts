/*
 * Offices over time: changing a position, giving mandates one after another, and who is to be told when they end.
 * Rights begin and end with a mandate's dates by themselves. Owner: membership.
 */
import { FieldChecks, type Result, type ValidationError } from '@guildhall/kernel';
import type { Mandate, Position, PositionDraft } from '../group/mandate.js';

/** What officers may change of a position; absent fields stay. */
export type PositionChanges = { readonly [Field in keyof PositionDraft]?: PositionDraft[Field] | undefined };

/** How somebody came to an office. */
export type MandateOrigin = Mandate['conferredBy'];

/** How long before its end a holder is reminded of a mandate, in milliseconds; our choice. */
export const endingSoonMs = 14 * 86_400_000;

/** Checks the changes of a position against those who hold it or are to hold it. */
export function editPosition(
  position: Position,
  changes: PositionChanges,
  mandates: readonly Mandate[],
): Result<Position, ValidationError> {
  const title = (changes.title ?? position.title).trim();
  const kind = changes.kind ?? position.kind;
  const seats = changes.seats ?? position.seats;
  const lastSeat = Math.max(0, ...mandates.map(({ seat }) => seat));
  return new FieldChecks()
    .text('title', title, { max: 80 })
    .whole('seats', seats, { min: 1, max: 50 })
    .that(seats >= lastSeat, 'seats', 'OUT_OF_RANGE', `${lastSeat} seats are held or promised.`)
    .that(
      kind !== 'UNION_OFFICER' && kind !== 'COURSE_REP',
      'kind',
      'UNKNOWN',
      'A group has presidents, treasurers, secretaries and officers.',
    )
    .that(
      kind === position.kind || mandates.length === 0,
      'kind',
      'CONTRADICTION',
      'Somebody holds this position; what it is for can change when it is empty.',
    )
    .finish({ ...position, title, kind, seats });
}
