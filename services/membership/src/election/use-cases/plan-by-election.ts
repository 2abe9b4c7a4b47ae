import { actorKey, conflict, err, ok, type Actor } from '@guildhall/kernel';
import type { Unit } from '@guildhall/subgraph';
import { addReopenCandidate } from '../../candidate/use-cases/add-reopen-candidate.js';
import { checkTerms, type Contest } from '../../contest/contest.js';
import type { Deps, Repositories } from '../../deps.js';
import type { ElectionDates, ElectionId } from '../election.js';
import { planElection } from '../plan.js';
import { titleTaken } from './plan-election.js';
import { takeElection } from './take-election.js';

/** Whose empty seats are to be filled, and when. */
export type PlanByElection = {
  readonly electionId: ElectionId;
  readonly title: string;
  readonly schedule: ElectionDates;
};

/**
 * Plans a new election for the seats that another left empty: those nobody was elected to, or all of one that is void. It
 * has the rules of the campaign and the second trustee of the other until they are edited.
 */
export function planByElection(
  { transaction, clock, ids, campusZone }: Deps,
  actor: Actor,
  { electionId, ...input }: PlanByElection,
) {
  return transaction(async (unit) => {
    const now = clock.now();
    const taken = await takeElection(unit, actor, { electionId, action: 'PLAN_BY_ELECTION', now });
    if (!taken.ok) return taken;
    if ((await unit.elections.findByElection(electionId)) !== null)
      return err(conflict('A new election for these seats is planned already.'));
    const vacancies = await unit.contests.listVacancies(electionId);
    if (vacancies.length === 0) return err(conflict('No seat of this election is empty.'));
    const { groupId, campaignRules, secondTrustee } = taken.value;
    const planned = planElection(
      { ...input, groupId, campaignRules, secondTrustee, fillsId: electionId },
      { id: ids.ordered<'Election'>(), returningOfficer: actorKey(actor), seed: `${ids.random()}${ids.random()}` },
      { now, campusZone },
    );
    if (!planned.ok) return planned;
    if (await unit.elections.isTitleTaken(planned.value.title, planned.value.id)) return err(titleTaken);
    const terms = checkTerms(planned.value, vacancies);
    if (!terms.ok) return terms;
    const election = await unit.elections.add(planned.value);
    for (const [index, vacancy] of vacancies.entries())
      await addContest(unit, { ...vacancy, id: ids.ordered(), electionId: election.id, place: index + 1, version: 1 });
    return ok(election);
  });
}

async function addContest(unit: Unit<Repositories>, contest: Contest): Promise<void> {
  await unit.contests.add(contest);
  await addReopenCandidate(unit, contest.id);
}
