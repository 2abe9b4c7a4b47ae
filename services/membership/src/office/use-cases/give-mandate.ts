import { ok, type ConflictError, type LimitReachedError, type Result } from '@guildhall/kernel';
import type { Unit } from '@guildhall/subgraph';
import type { Repositories } from '../../deps.js';
import type { Group } from '../../group/group.js';
import type { Mandate, MandateId, Position } from '../../group/mandate.js';
import type { MemberId } from '../../member/member.js';
import { watchHandover } from '../../handover/use-cases/watch-handover.js';
import { announceMandate } from '../../training/use-cases/announce-mandate.js';
import { findMissing } from '../../training/use-cases/find-missing.js';
import { letMandateWait } from '../../training/use-cases/let-mandate-wait.js';
import { endingSoonMs } from '../office.js';
import { findSeat } from './find-seat.js';

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
 * Gives a mandate inside the caller's transaction, which holds the lock of the group where there is one, if there is a
 * seat for its holder.
 */
export async function giveMandate(
  unit: Unit<Repositories>,
  giving: Giving,
): Promise<Result<Mandate, ConflictError | LimitReachedError>> {
  const seat = await findSeat(unit, giving.position, { groupId: giving.group?.id, ...giving });
  return seat.ok ? ok(await conferMandate(unit, giving, seat.value)) : seat;
}

/**
 * Gives a mandate a seat that was found: tells the other services and the holder, and sets the clocks of its end, of the
 * reminder before it, and of the group's handover. One that asks for training its holder lacks, or that is to begin
 * later, gives no right yet.
 */
export async function conferMandate(
  unit: Unit<Repositories>,
  { group, position, givenBy, now, ...giving }: Giving,
  seat: number,
): Promise<Mandate> {
  const mandate: Mandate = { ...giving, positionId: position.id, seat, endedAt: undefined, version: 1 };
  await unit.mandates.addMandate(mandate);
  await setClocks(unit, mandate);
  await unit.notifications.tell({
    to: mandate.memberId,
    reason: 'MANDATE_STARTED',
    sourceId: mandate.id,
    subject: { kind: 'MANDATE', id: mandate.id },
    groupId: group?.id,
    from: givenBy,
  });
  await beginOrWait(unit, mandate, { position, now });
  if (group !== undefined) await watchHandover(unit, group, now);
  return mandate;
}

async function beginOrWait(
  unit: Unit<Repositories>,
  mandate: Mandate,
  { position, now }: Pick<Giving, 'position' | 'now'>,
): Promise<void> {
  const { id: mandateId, memberId, startsAt } = mandate;
  const asked = (await unit.trainings.listAsked([position.id])).get(position.id) ?? [];
  const missing = await findMissing(unit, memberId, asked);
  const begins = asked.length === 0 || (startsAt <= now && missing.length === 0);
  if (asked.length > 0)
    await unit.trainings.addMandateTraining({ mandateId, pathIds: asked, begunAt: begins ? startsAt : undefined });
  const name = begins ? 'MandateStarted' : 'MandateGiven';
  await announceMandate(unit, mandate, { name, position, from: startsAt });
  if (!begins) await letMandateWait(unit, { mandate, position, missing, now });
}

async function setClocks({ jobs }: Unit<Repositories>, { id: mandateId, startsAt, endsAt }: Mandate): Promise<void> {
  await jobs.enqueue('end-mandate', { mandateId }, { runAt: endsAt, key: `end-mandate:${mandateId}` });
  const remindAt = new Date(endsAt.getTime() - endingSoonMs);
  if (remindAt > startsAt)
    await jobs.enqueue('remind-mandate', { mandateId }, { runAt: remindAt, key: `remind-mandate:${mandateId}` });
}
