import {
  conflict,
  err,
  illegalTransition,
  limitReached,
  notAllowed,
  notFound,
  ok,
  type Actor,
  type ConflictError,
  type LimitReachedError,
  type Result,
} from '@guildhall/kernel';
import type { Unit } from '@guildhall/subgraph';
import type { Deps, Repositories } from '../../deps.js';
import type { MemberId } from '../../member/member.js';
import { groupLifecycle, type GroupId } from '../group.js';
import { groupPolicy } from '../group.policy.js';
import { checkTerm, freeSeat, type Mandate, type Position, type PositionId } from '../mandate.js';

/** Who is to hold which position, from when to when. */
export type AppointToPosition = {
  readonly positionId: PositionId;
  readonly memberId: MemberId;
  readonly startsAt: Date;
  readonly endsAt: Date;
};

/** Gives a member of the group a mandate with dates; their rights begin and end with these dates by themselves. */
export function appointToPosition({ transaction, clock, ids }: Deps, actor: Actor, input: AppointToPosition) {
  return transaction(async (unit) => {
    const { groups, mandates, outbox, jobs } = unit;
    const now = clock.now();
    const position = await mandates.findPosition(actor, input.positionId);
    const groupId = position?.groupId;
    const group = groupId === undefined ? null : await groups.findVisibleLocked(actor, groupId);
    if (position === null || groupId === undefined || group === null) return err(notFound('Position'));
    if (!groupPolicy.can(actor, 'APPOINT', group)) return err(notAllowed('APPOINT', 'Position'));
    if (!groupLifecycle.can('APPOINT', await groups.readFacts(group, now), now))
      return err(illegalTransition('APPOINT', group.status));
    const term = checkTerm(input, now);
    if (!term.ok) return term;
    const seat = await findSeat(unit, { position, groupId, input });
    if (!seat.ok) return seat;
    const { memberId, startsAt, endsAt } = input;
    const mandate: Mandate = {
      id: ids.ordered(),
      positionId: position.id,
      memberId,
      seat: seat.value,
      startsAt,
      endsAt,
      endedAt: undefined,
      conferredBy: 'APPOINTMENT',
      version: 1,
    };
    await mandates.addMandate(mandate);
    await outbox.append('MandateStarted', mandate.id, {
      mandateId: mandate.id,
      memberId,
      groupId,
      kind: position.kind,
      // An office of a group speaks for no course.
      constituencyId: null,
      from: startsAt.toISOString(),
      to: endsAt.toISOString(),
    });
    await jobs.enqueue('end-mandate', { mandateId: mandate.id }, { runAt: endsAt, key: `end-mandate:${mandate.id}` });
    return ok(mandate);
  });
}

type Vacancy = { readonly position: Position; readonly groupId: GroupId; readonly input: AppointToPosition };

/** The seat that the member may take. Whoever appoints may read the roster, so a person outside it can be named as such. */
async function findSeat(
  { members, groups, mandates }: Unit<Repositories>,
  { position, groupId, input }: Vacancy,
): Promise<Result<number, ConflictError | LimitReachedError>> {
  if ((await groups.findMembership(groupId, input.memberId)) === null)
    return err(conflict('This person is not a member of the group.'));
  if (!(await members.isActive(input.memberId))) return err(conflict('This person cannot hold an office now.'));
  const seat = freeSeat(position, await mandates.listOfPosition(position.id, input.startsAt), input);
  return seat === undefined
    ? err(limitReached('Every seat of this position is taken in that time.', position.seats))
    : ok(seat);
}
