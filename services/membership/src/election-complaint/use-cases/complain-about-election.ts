import {
  err,
  illegalTransition,
  limitReached,
  memberOf,
  notAllowed,
  notFound,
  ok,
  type Actor,
} from '@guildhall/kernel';
import type { CandidateId } from '../../candidate/candidate.js';
import type { Deps, Repositories } from '../../deps.js';
import { electionLifecycle, type ElectionId } from '../../election/election.js';
import { electionPolicy } from '../../election/election.policy.js';
import { electionComplaintRules as rules } from '../election-complaint-rules.js';
import { complain, type JudgedComplaint } from '../election-complaint.js';

/** About what somebody complains. */
export type ComplainAboutElection = {
  readonly electionId: ElectionId;
  readonly candidateId: CandidateId | undefined;
  readonly text: string;
};

/** Takes a complaint of somebody who can vote in the election, until the time for complaints is over. */
export function complainAboutElection({ transaction, clock, ids }: Deps, actor: Actor, input: ComplainAboutElection) {
  return transaction(async (unit) => {
    const { electionId, candidateId, text } = input;
    const now = clock.now();
    // Locked, so that no result is declared while a complaint is made, and nobody goes over the limit in two requests.
    const election = await unit.elections.findVisibleLocked(actor, electionId);
    if (election === null) return err(notFound('Election'));
    const standing = await unit.elections.readStanding(actor, electionId);
    const memberId = memberOf(actor);
    const isGranted = electionPolicy.can(actor, 'COMPLAIN', { election, standing });
    if (!isGranted || memberId === undefined || !(await unit.nominations.electsIn(electionId, memberId)))
      return err(notAllowed('COMPLAIN', 'Election'));
    if (!electionLifecycle.can('COMPLAIN', election, now)) return err(illegalTransition('COMPLAIN', election.status));
    if (!(await isInElection(unit, actor, input))) return err(notFound('Candidate'));
    if ((await unit.electionComplaints.countOf(electionId, memberId)) >= rules.perMemberMax)
      return err(
        limitReached('You have made as many complaints about this election as one person can.', rules.perMemberMax),
      );
    const made = { id: ids.random<'ElectionComplaint'>(), electionId, candidateId, memberId, madeAt: now };
    const complaint = complain({ ...made, words: text.trim() });
    if (!complaint.ok) return complaint;
    return ok<JudgedComplaint>({
      complaint: await unit.electionComplaints.add(complaint.value),
      election,
      isViewerInvolved: standing.isParty,
    });
  });
}

/** Whether the candidate, if one is named, stands in the election as far as the actor may know. */
async function isInElection(
  { candidates }: Pick<Repositories, 'candidates'>,
  actor: Actor,
  { electionId, candidateId }: ComplainAboutElection,
): Promise<boolean> {
  if (candidateId === undefined) return true;
  const [candidacy] = await candidates.listVisible(actor, [candidateId]);
  return candidacy?.election.id === electionId && !candidacy.candidate.isReopen;
}
