import {
  err,
  limitReached,
  ok,
  validationError,
  type LimitReachedError,
  type Result,
  type ValidationError,
} from '@guildhall/kernel';
import type { ActivityId } from '../../activity/activity.js';
import type { Repositories } from '../../deps.js';
import type { MemberId } from '../../references/member.js';
import type { ShiftFacts, ShiftRoleId } from '../../shift/shift.js';
import { checkTime, timeMarginMs, type TimeNotice } from '../check-time.js';

/** Returned when somebody has a confirmed place in activities at the same time, and did not say that they know. */
export type ShiftOverlapsActivityError = {
  readonly __typename: 'ShiftOverlapsActivityError';
  readonly message: string;
  readonly activityIds: readonly ActivityId[];
};

/** Why somebody cannot have a place. */
export type NoPlace = LimitReachedError | ValidationError | ShiftOverlapsActivityError;

/** Who wants a place in which role, and whether they know what it overlaps. */
export type PlaceRequest = {
  readonly memberId: MemberId;
  readonly roleId: ShiftRoleId;
  readonly acceptsOverlap: boolean;
};

/** Where the time of a member is looked up. */
export type PlaceScope = Pick<Repositories, 'shifts' | 'signups'> & { readonly zone: string };

/** The answer where somebody does another shift at the time already, found by reading or by the database. */
export function collision(): ValidationError {
  return validationError([
    { path: 'shiftId', rule: 'CONTRADICTION', message: 'You do another shift at this time already.' },
  ]);
}

/** The answer where somebody did not say that they are of age, and must be. */
export function adultsOnly(): ValidationError {
  return validationError([
    { path: 'confirmsAdult', rule: 'REQUIRED', message: 'This is for people of 18 and over. Say that you are.' },
  ]);
}

const capWords = {
  DAY_CAP: 'This would be more service than one day may hold.',
  WEEK_CAP: 'This would be more service than one week may hold.',
  NO_REST: 'Take a rest first: so many shifts may not follow each other.',
} as const;

/** Whether a member's other shifts allow this one. Call it under the locks of the member and the shift. */
export async function checkCaps(
  { signups, zone }: PlaceScope,
  { shift }: ShiftFacts,
  memberId: MemberId,
): Promise<Result<null, LimitReachedError | ValidationError>> {
  const from = new Date(shift.startsAt.getTime() - timeMarginMs);
  const to = new Date(shift.endsAt.getTime() + timeMarginMs);
  const own = await signups.listOwnShifts(memberId, from, to);
  const blocking = checkTime(shift, { own, places: [], zone }).find(({ isBlocking }) => isBlocking);
  return blocking === undefined ? ok(null) : err(refusal(blocking));
}

/** As `checkCaps`, and whether they know of the activities in which they have a place at that time. */
export async function checkMemberTime(
  scope: PlaceScope,
  facts: ShiftFacts,
  { memberId, acceptsOverlap }: Pick<PlaceRequest, 'memberId' | 'acceptsOverlap'>,
): Promise<Result<null, NoPlace>> {
  const caps = await checkCaps(scope, facts, memberId);
  if (!caps.ok || acceptsOverlap) return caps;
  const { startsAt, endsAt } = facts.shift;
  const places = await scope.signups.listHeldPlaces(memberId, startsAt, endsAt);
  return places.length === 0 ? ok(null) : err(overlapError(places.map(({ activityId }) => activityId)));
}

/** Whether the role still needs somebody. Call it under the shift's lock. */
export async function checkNeeded(
  { shifts }: Pick<Repositories, 'shifts'>,
  { shift }: ShiftFacts,
  roleId: ShiftRoleId,
): Promise<Result<null, LimitReachedError | ValidationError>> {
  const role = (await shifts.listRoles([shift.id])).get(shift.id)?.find(({ id }) => id === roleId);
  if (role === undefined)
    return err(
      validationError([{ path: 'roleId', rule: 'UNKNOWN', message: 'Choose one of the roles of this shift.' }]),
    );
  const taken = (await shifts.countTaken([shift.id])).get(roleId) ?? 0;
  return taken < role.needed
    ? ok(null)
    : err(limitReached('Nobody more is needed in this role; somebody was faster.', role.needed));
}

function refusal({ kind, limit }: TimeNotice): LimitReachedError | ValidationError {
  if (kind === 'OVERLAPS_SHIFT' || kind === 'OVERLAPS_ACTIVITY') return collision();
  return limitReached(capWords[kind], limit ?? 0);
}

function overlapError(activityIds: readonly ActivityId[]): ShiftOverlapsActivityError {
  return {
    __typename: 'ShiftOverlapsActivityError',
    message: 'You have a place in an activity at this time. Say that you know, or choose another shift.',
    activityIds,
  };
}
