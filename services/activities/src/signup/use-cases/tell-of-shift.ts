import type { Unit } from '@guildhall/subgraph';
import type { Repositories } from '../../deps.js';
import type { MemberId } from '../../references/member.js';
import type { ShiftId } from '../../shift/shift.js';
import type { SignupId } from '../signup.js';

const membersMax = 500;

/** Lets people be told that something about a shift of theirs changed; once for each source. */
export async function tellOfShift(
  { outbox }: Pick<Unit<Repositories>, 'outbox'>,
  {
    sourceId,
    memberIds,
    now,
  }: { readonly sourceId: ShiftId | SignupId; readonly memberIds: readonly MemberId[]; readonly now: Date },
): Promise<void> {
  const told = [...new Set(memberIds)];
  for (let from = 0; from < told.length; from += membersMax)
    await outbox.append('ActivityNotice', sourceId, {
      notice: 'SHIFT_CHANGED',
      sourceId,
      activityId: null,
      memberIds: told.slice(from, from + membersMax),
      toldAt: now.toISOString(),
    });
}
