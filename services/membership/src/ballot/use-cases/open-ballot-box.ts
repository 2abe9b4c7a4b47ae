import { ok, systemActor } from '@guildhall/kernel';
import type { Unit } from '@guildhall/subgraph';
import { countContest } from '../../count/use-cases/count-contest.js';
import type { Deps, Repositories } from '../../deps.js';
import { electionLifecycle, type ElectionId } from '../../election/election.js';
import { markCounted } from '../../election/use-cases/mark-counted.js';
import { bundlesOf, openingTaskOf, type OpenedBundle } from '../ballot.js';
import { ballotTasks } from '../ballot-tasks.js';

type Box = { readonly electionId: ElectionId };

/**
 * Opens all ballots of an election with both keys, keeps what they say apart from them, counts every contest and makes the
 * result provisional. All that is kept is kept in one transaction, so whatever interrupts this leaves the election closed
 * and its ballots sealed, and it can be done again. A process that does not hold the keys asks the trustees again.
 */
export async function openBallotBox(deps: Deps, { electionId }: Box) {
  const box = await deps.transaction(async ({ keyCustody, contests }) =>
    ok({ keyCustody, contests: await contests.listOf([electionId]) }),
  );
  if (!box.ok) return box;
  const { keyCustody, contests } = box.value;
  const privateKeys = keyCustody.find(electionId);
  if (privateKeys === undefined)
    return deps.transaction(async (unit) => ok(await unit.trusteeKeys.askAgain(electionId)));
  const bundles: (readonly OpenedBundle[])[] = [];
  // One after the other: the ballots of one contest are enough to hold in memory.
  for (const { id: contestId } of contests) {
    const opened = await deps.transaction(async ({ ballotBox, ballotOpener }) => {
      const contest = await ballotBox.readSealed(contestId);
      return ok(bundlesOf(contest, await ballotOpener.open(openingTaskOf(contest, { electionId, privateKeys }))));
    });
    if (!opened.ok) return opened;
    bundles.push(opened.value);
  }
  const counted = await deps.transaction((unit) => keepAndCount(unit, deps, { electionId, bundles }));
  if (counted.ok) keyCustody.forget(electionId);
  return counted;
}

/** Keeps what was opened and counts it, unless that was done or the election was halted meanwhile. */
async function keepAndCount(
  unit: Unit<Repositories>,
  { clock, campusZone }: Pick<Deps, 'clock' | 'campusZone'>,
  { electionId, bundles }: Box & { readonly bundles: readonly (readonly OpenedBundle[])[] },
) {
  const now = clock.now();
  const election = await unit.elections.findVisibleLocked(systemActor(ballotTasks.openBallots), electionId);
  if (election === null || !electionLifecycle.can('MARK_COUNTED', election, now))
    return ok(await unit.trusteeKeys.askAgain(electionId));
  for (const contest of bundles) await unit.ballotBox.keepOpened(contest);
  for (const { id } of await unit.contests.listOf([electionId])) await countContest(unit, id, now);
  await unit.trusteeKeys.forgetPrivateHalves(electionId);
  return ok(void (await markCounted(unit, election, { now, campusZone })));
}
