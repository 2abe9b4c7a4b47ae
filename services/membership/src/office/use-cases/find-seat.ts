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
import { freeSeat, overlaps, type Mandate, type Position } from '../../group/mandate.js';

type Vacancy = Pick<Mandate, 'memberId' | 'startsAt' | 'endsAt'> & { readonly groupId: Group['id'] | undefined };

/** The seat that the member may take. Whoever appoints may read the roster, so a person outside it can be named as such. */
export async function findSeat(
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
