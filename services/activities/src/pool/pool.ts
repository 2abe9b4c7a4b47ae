/*
 * A pool: seats of an activity that are kept for an audience until they merge into the general pool, which is everything
 * else. Capacity is counted from registrations, never stored. Life: made and changed by whoever runs the activity; a pool
 * in which somebody has a place stays. Owner: activities.
 */
import {
  FieldChecks,
  ok,
  type FieldProblem,
  validationError,
  err,
  type Id,
  type Result,
  type ValidationError,
} from '@guildhall/kernel';
import type { Activity, ActivityId } from '../activity/activity.js';
import type { GroupId } from '../references/group.js';

/** The id of a pool. */
export type PoolId = Id<'Pool'>;

/** Whom seats are kept for. */
export type PoolAudience = 'EVERYBODY' | 'GROUP_MEMBERS' | 'CONSTITUENCIES';

/** What organisers decide about a pool. */
export type PoolPlan = {
  readonly name: string;
  readonly audience: PoolAudience;
  /** The group whose members it is for; for that audience alone. */
  readonly groupId: GroupId | undefined;
  /** The programmes and years it is for; for that audience alone. */
  readonly constituencyIds: readonly Id<'Constituency'>[];
  readonly seats: number;
  readonly opensAt: Date;
  readonly closesAt: Date;
  /** From then on what is not taken belongs to the general pool. */
  readonly mergesAt: Date;
};

/** A pool as stored. */
export type Pool = PoolPlan & {
  readonly id: PoolId;
  readonly activityId: ActivityId;
  readonly createdAt: Date;
  readonly version: number;
};

const seatsMax = 100_000;
const constituenciesMax = 200;

/** Whether its seats are still its own. */
export function isApart({ mergesAt }: Pick<Pool, 'mergesAt'>, now: Date): boolean {
  return now < mergesAt;
}

/** Whether people can register for it now. */
export function isPoolOpen(pool: Pool, now: Date): boolean {
  return pool.opensAt <= now && now < pool.closesAt && isApart(pool, now);
}

/** Checks the plan of a pool against its activity and the pools beside it: together they have no more seats than the activity. */
export function checkPool(
  plan: PoolPlan,
  activity: Activity,
  others: readonly Pool[],
): Result<PoolPlan, ValidationError> {
  const named = new FieldChecks().text('name', plan.name, { max: 80 }).finish(plan);
  const problems = [
    ...(named.ok ? [] : named.error.fields),
    ...seatProblems(plan, activity, others),
    ...dateProblems(plan),
    ...audienceProblems(plan),
  ];
  return problems.length === 0 ? ok({ ...plan, name: plan.name.trim() }) : err(validationError(problems));
}

function seatProblems({ seats }: PoolPlan, { capacity }: Activity, others: readonly Pool[]): readonly FieldProblem[] {
  const problem = (rule: FieldProblem['rule'], message: string) => [{ path: 'seats', rule, message }];
  if (!Number.isInteger(seats) || seats < 1 || seats > seatsMax)
    return problem('OUT_OF_RANGE', `A pool has between 1 and ${seatsMax} seats.`);
  if (capacity === undefined) return problem('CONTRADICTION', 'Where everybody may come, no seats are kept.');
  const together = others.reduce((sum, other) => sum + other.seats, seats);
  return together > capacity
    ? problem('OUT_OF_RANGE', `All pools together have at most the ${capacity} seats of the activity.`)
    : [];
}

function dateProblems({ opensAt, closesAt, mergesAt }: PoolPlan): readonly FieldProblem[] {
  const rule = 'CONTRADICTION';
  return [
    ...(closesAt <= opensAt ? [{ path: 'closesAt', rule, message: 'It closes after it opens.' } as const] : []),
    ...(mergesAt < opensAt ? [{ path: 'mergesAt', rule, message: 'It merges after it opened.' } as const] : []),
  ];
}

function audienceProblems({ audience, groupId, constituencyIds }: PoolPlan): readonly FieldProblem[] {
  const count = constituencyIds.length;
  const wrong = (path: string, isMissing: boolean, message: string): FieldProblem => ({
    path,
    rule: isMissing ? 'REQUIRED' : 'CONTRADICTION',
    message,
  });
  if (count > constituenciesMax) {
    const message = `A pool is for at most ${constituenciesMax} programmes and years.`;
    return [{ path: 'constituencyIds', rule: 'TOO_LONG', message }];
  }
  return [
    ...((audience === 'GROUP_MEMBERS') === (groupId !== undefined)
      ? []
      : [wrong('groupId', groupId === undefined, 'Members of a group need a group.')]),
    ...((audience === 'CONSTITUENCIES') === count > 0
      ? []
      : [wrong('constituencyIds', count === 0, 'Say which programmes and years it is for.')]),
  ];
}
