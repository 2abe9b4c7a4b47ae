import {
  conflict,
  err,
  limitReached,
  ok,
  type ConflictError,
  type LimitReachedError,
  type Result,
} from '@guildhall/kernel';
import type { Unit } from '@guildhall/subgraph';
import type { Repositories } from '../../deps.js';
import type { Group } from '../../group/group.js';
import { freeSeat, overlaps, type Mandate, type MandateId, type Position } from '../../group/mandate.js';
import type { MemberId } from '../../member/member.js';
import { watchHandover } from '../../handover/use-cases/watch-handover.js';
import { endingSoonMs } from '../office.js';

/** Who is to hold which position of which group, from when to when, and how they came to it. */
export type Giving = Pick<Mandate, 'memberId' | 'startsAt' | 'endsAt' | 'conferredBy'> & {
  readonly id: MandateId;
  /** The group it is in, locked by the caller; nothing for an office of the union. */
  readonly group: Group | undefined;
  readonly position: Position;
  /** Who gives it: they are not told of their own act. */
  readonly givenBy: MemberId | undefined;
  readonly now: Date;
};

/**
 * Gives a mandate inside the caller's transaction, which holds the lock of the group where there is one: tells the other
 * services and the holder, and sets the clocks of its end, of the reminder before it, and of the group's handover.
 */
export async function giveMandate(
  unit: Unit<Repositories>,
  { group, position, givenBy, now, ...giving }: Giving,
): Promise<Result<Mandate, ConflictError | LimitReachedError>> {
  const seat = await findSeat(unit, position, { groupId: group?.id, ...giving });
  if (!seat.ok) return seat;
  const mandate: Mandate = { ...giving, positionId: position.id, seat: seat.value, endedAt: undefined, version: 1 };
  await unit.mandates.addMandate(mandate);
  await announce(unit, mandate, { group, position });
  await unit.notifications.tell({
    to: mandate.memberId,
    reason: 'MANDATE_STARTED',
    sourceId: mandate.id,
    subject: { kind: 'MANDATE', id: mandate.id },
    groupId: group?.id,
    from: givenBy,
  });
  if (group !== undefined) await watchHandover(unit, group, now);
  return ok(mandate);
}

type Vacancy = Pick<Mandate, 'memberId' | 'startsAt' | 'endsAt'> & { readonly groupId: Group['id'] | undefined };

/** The seat that the member may take. Whoever appoints may read the roster, so a person outside it can be named as such. */
async function findSeat(
  { members, groups, mandates }: Unit<Repositories>,
  position: Position,
  { groupId, memberId, ...term }: Vacancy,
): Promise<Result<number, ConflictError | LimitReachedError>> {
  if (groupId !== undefined && (await groups.findMembership(groupId, memberId)) === null)
    return err(conflict('This person is not a member of the group.'));
  if (!(await mandates.isSpokenForBy(position.id, memberId)))
    return err(conflict('This person does not study what the position speaks for.'));
  if (!(await members.isActive(memberId))) return err(conflict('This person cannot hold an office now.'));
  const others = await mandates.listOfPosition(position.id, term.startsAt);
  const seat = freeSeat(position, others, term);
  if (seat === undefined)
    return err(limitReached('Every seat of this position is taken in that time.', position.seats));
  // One person never holds two seats of a position: the other could not be filled.
  const isHeld = others.some((other) => other.memberId === memberId && overlaps(other, term));
  if (isHeld) return err(conflict('This person holds this position in that time.'));
  return ok(seat);
}

async function announce(
  { mandates, outbox, jobs }: Unit<Repositories>,
  { id: mandateId, memberId, startsAt, endsAt }: Mandate,
  { group, position }: Pick<Giving, 'group' | 'position'>,
): Promise<void> {
  await outbox.append('MandateStarted', mandateId, {
    mandateId,
    memberId,
    groupId: group?.id ?? null,
    kind: position.kind,
    constituencyId: (await mandates.findConstituencyId(position.id)) ?? null,
    positionId: position.id,
    from: startsAt.toISOString(),
    to: endsAt.toISOString(),
  });
  await jobs.enqueue('end-mandate', { mandateId }, { runAt: endsAt, key: `end-mandate:${mandateId}` });
  const remindAt = new Date(endsAt.getTime() - endingSoonMs);
  if (remindAt > startsAt)
    await jobs.enqueue('remind-mandate', { mandateId }, { runAt: remindAt, key: `remind-mandate:${mandateId}` });
}
