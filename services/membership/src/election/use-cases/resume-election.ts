import { ok, type Actor } from '@guildhall/kernel';
import { checkTerms } from '../../contest/contest.js';
import type { Deps } from '../../deps.js';
import type { ElectionDates, ElectionId } from '../election.js';
import { resumeElection as resume } from '../halt.js';
import { setClocks } from './set-clocks.js';
import { takeElection } from './take-election.js';

/** Which election goes on, on which dates; on those it had when none are given. */
export type ResumeElection = { readonly electionId: ElectionId; readonly schedule: ElectionDates | undefined };

/** Takes a halted election up where it was; its clocks run again. */
export function resumeElection(
  { transaction, clock, campusZone }: Deps,
  actor: Actor,
  { electionId, schedule }: ResumeElection,
) {
  return transaction(async (unit) => {
    const now = clock.now();
    const taken = await takeElection(unit, actor, { electionId, action: 'RESUME', now });
    if (!taken.ok) return taken;
    const resumed = resume(taken.value, schedule, { now, campusZone });
    if (!resumed.ok) return resumed;
    const terms = checkTerms(resumed.value, await unit.contests.listOf([electionId]));
    if (!terms.ok) return terms;
    const election = await unit.elections.save(resumed.value);
    await setClocks(unit, election);
    return ok(election);
  });
}
