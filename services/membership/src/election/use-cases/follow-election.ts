import { err, illegalTransition, notFound, ok, systemActor } from '@guildhall/kernel';
import type { Unit } from '@guildhall/subgraph';
import { closeBallotBox } from '../../ballot/use-cases/close-ballot-box.js';
import type { Deps, Repositories } from '../../deps.js';
import { electionLifecycle, type Election, type ElectionDates, type ElectionId } from '../election.js';
import { catchUp, haltedBecause, obstacleTo } from '../follow.js';
import { suspendElection } from '../halt.js';
import { electionTasks, setClocks } from './set-clocks.js';
import { tellElectors } from './tell-of-election.js';

/** Which election, and the instant that its job was meant for. */
export type ElectionInstant = { readonly electionId: ElectionId; readonly at: Date };

type Step = (unit: Unit<Repositories>, election: Election, now: Date) => Promise<Election>;
type Follow = { readonly task: string; readonly due: keyof ElectionDates; readonly step: Step };

/**
 * Does what an election does at an instant, as the platform. A job of dates that were changed meanwhile, or of an election
 * that is halted or further on, does nothing.
 */
function follow({ transaction, clock }: Deps, { electionId, at }: ElectionInstant, { task, due, step }: Follow) {
  return transaction(async (unit) => {
    const now = clock.now();
    const election = await unit.elections.findVisibleLocked(systemActor(task), electionId);
    if (election === null) return err(notFound('Election'));
    // The queue's clock may run ahead of ours; the job then tries again.
    if (now < at) return err(illegalTransition('FOLLOW', 'EARLY'));
    return ok(election[due].getTime() === at.getTime() ? await step(unit, election, now) : election);
  });
}

/** Tells those who elect that people can be nominated. */
export function openNominations(deps: Deps, instant: ElectionInstant) {
  const step: Step = async (unit, election, now) => {
    if (election.status === 'NOMINATIONS') await tellElectors(unit, { election, reason: 'ELECTION_OPENS', now });
    return election;
  };
  return follow(deps, instant, { task: electionTasks.tellNominations, due: 'nominationsOpenAt', step });
}

const makeGood: Step = async ({ elections }, election, now) => {
  const caughtUp = catchUp(election, now);
  return caughtUp.status === election.status ? election : elections.save(caughtUp);
};

/** Ends the nominations of an election. */
export function closeNominations(deps: Deps, instant: ElectionInstant) {
  return follow(deps, instant, { task: electionTasks.closeNominations, due: 'nominationsCloseAt', step: makeGood });
}

/** Begins the campaign of an election whose candidates are published. */
export function openCampaign(deps: Deps, instant: ElectionInstant) {
  return follow(deps, instant, { task: electionTasks.openCampaign, due: 'campaignOpensAt', step: makeGood });
}

/** Freezes the rolls and opens voting in one transaction, or halts an election that is not ready for it. */
export function openVoting(deps: Deps, instant: ElectionInstant) {
  return follow(deps, instant, { task: electionTasks.openVoting, due: 'votingOpensAt', step: openOrHalt });
}

const openOrHalt: Step = async (unit, stored, now) => {
  const waiting: readonly Election['status'][] = ['NOMINATIONS', 'SCREENING', 'CANDIDATES_PUBLISHED', 'CAMPAIGN'];
  if (!waiting.includes(stored.status)) return stored;
  const election = catchUp(stored, now);
  const obstacle = obstacleTo(election, { hasBothKeys: await unit.elections.hasBothKeys(election.id), now });
  if (obstacle !== undefined) return halt(unit, election, { reason: haltedBecause[obstacle], now });
  const status = electionLifecycle.next('OPEN_VOTING', election, now);
  if (!status.ok) return stored;
  await unit.contests.freezeRoll(election.id);
  const opened = await unit.elections.save({ ...election, status: status.value });
  await setClocks(unit, opened);
  await tellElectors(unit, { election: opened, reason: 'VOTING_OPEN', now });
  return opened;
};

async function halt(
  unit: Unit<Repositories>,
  election: Election,
  { reason, now }: { readonly reason: string; readonly now: Date },
): Promise<Election> {
  const halted = suspendElection(election, reason, now);
  if (!halted.ok) return election;
  const saved = await unit.elections.save(halted.value);
  await setClocks(unit, saved);
  return saved;
}

/** Closes voting and, in the same transaction, rewrites roll and ballots so that nothing links them any more. */
export function closeVoting(deps: Deps, instant: ElectionInstant) {
  const step: Step = async (unit, election, now) => {
    const status = electionLifecycle.next('CLOSE_VOTING', election, now);
    if (!status.ok) return election;
    await closeBallotBox(unit, election);
    const closed = await unit.elections.save({ ...election, status: status.value });
    await setClocks(unit, closed);
    return closed;
  };
  return follow(deps, instant, { task: electionTasks.closeVoting, due: 'votingClosesAt', step });
}
