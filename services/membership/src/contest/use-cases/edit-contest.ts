import { err, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { checkContest, type ContestId } from '../contest.js';
import { findContest } from './find-contest.js';

/** What to change of a contest; absent fields stay. */
export type EditContest = {
  readonly contestId: ContestId;
  readonly seats: number | undefined;
  readonly mandatesEndAt: Date | undefined;
};

/** Changes how many seats a contest fills and until when, before the election is announced. */
export function editContest(
  { transaction, clock }: Deps,
  actor: Actor,
  { contestId, seats, mandatesEndAt }: EditContest,
) {
  return transaction(async (unit) => {
    const found = await findContest(unit, actor, { contestId, now: clock.now() });
    if (!found.ok) return found;
    const { contest, election } = found.value;
    const position = await unit.mandates.findPosition(actor, contest.positionId);
    if (position === null) return err(notFound('Position'));
    const edited = checkContest(
      { ...contest, seats: seats ?? contest.seats, mandatesEndAt: mandatesEndAt ?? contest.mandatesEndAt },
      position,
      election,
    );
    return edited.ok ? ok(await unit.contests.save(edited.value)) : edited;
  });
}
