import type { Repositories } from '../../deps.js';
import { electionRulesOf } from '../../election/election-rules.js';
import type { Candidacy } from '../candidate.js';
import type { Eligibility } from '../eligibility.js';

/** What decides whether the candidate may stand, as it is now; who left the union elects nobody any more. */
export async function readEligibility(
  { nominations }: Pick<Repositories, 'nominations'>,
  { candidate: { contestId, memberId }, election, positionKind, nominationCount }: Candidacy,
  now: Date,
): Promise<Eligibility> {
  const fitness =
    memberId === undefined
      ? { isElector: false, isReturningOfficer: false }
      : await nominations.readFitness(contestId, memberId, now);
  return { ...fitness, nominationCount, nominationsNeeded: electionRulesOf(election).nominatorsByKind[positionKind] };
}
