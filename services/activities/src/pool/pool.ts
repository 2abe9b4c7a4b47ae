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
  const problems: FieldProblem[] = named.ok ? [] : [...named.error.fields];
  const refuse = (path: string, rule: FieldProblem['rule'], message: string): unknown =>
    problems.push({ path, rule, message });
  if (!Number.isInteger(plan.seats) || plan.seats < 1 || plan.seats > seatsMax)
    refuse('seats', 'OUT_OF_RANGE', `A pool has between 1 and ${seatsMax} seats.`);
  const together = others.reduce((sum, { seats }) => sum + seats, plan.seats);
  if (activity.capacity === undefined) refuse('seats', 'CONTRADICTION', 'Where everybody may come, no seats are kept.');
  else if (together > activity.capacity)
    refuse('seats', 'OUT_OF_RANGE', `All pools together have at most the ${activity.capacity} seats of the activity.`);
  if (plan.closesAt <= plan.opensAt) refuse('closesAt', 'CONTRADICTION', 'It closes after it opens.');
  if (plan.mergesAt < plan.opensAt) refuse('mergesAt', 'CONTRADICTION', 'It merges after it opened.');
  if ((plan.audience === 'GROUP_MEMBERS') !== (plan.groupId !== undefined))
    refuse('groupId', plan.groupId === undefined ? 'REQUIRED' : 'CONTRADICTION', 'Members of a group need a group.');
  const count = plan.constituencyIds.length;
  if ((plan.audience === 'CONSTITUENCIES') !== count > 0)
    refuse('constituencyIds', count === 0 ? 'REQUIRED' : 'CONTRADICTION', 'Say which programmes and years it is for.');
  if (count > constituenciesMax)
    refuse('constituencyIds', 'TOO_LONG', `A pool is for at most ${constituenciesMax} programmes and years.`);
  return problems.length === 0 ? ok({ ...plan, name: plan.name.trim() }) : err(validationError(problems));
}
