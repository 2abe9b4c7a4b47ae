import type { Actor } from '@guildhall/kernel';
import DataLoader from 'dataloader';
import type { ContestId } from '../contest/contest.js';
import type { Repositories } from '../deps.js';
import type { MemberId } from '../member/member.js';
import type { Candidacy, CandidateId } from './candidate.js';

/** Loads candidacies by id for one request; nothing for the hidden. */
export function createCandidateLoader(
  actor: Actor,
  { candidates }: Pick<Repositories, 'candidates'>,
): DataLoader<CandidateId, Candidacy | undefined> {
  return new DataLoader(async (ids) => {
    const byId = new Map((await candidates.listVisible(actor, ids)).map((one) => [one.candidate.id, one]));
    return ids.map((id) => byId.get(id));
  });
}

/** Loads the candidacies of contests that the actor may know of, in the order of the ballot paper. */
export function createContestCandidatesLoader(
  actor: Actor,
  { candidates }: Pick<Repositories, 'candidates'>,
): DataLoader<ContestId, readonly Candidacy[]> {
  return new DataLoader(async (ids) => {
    const byContest = Map.groupBy(
      await candidates.listOfContests(actor, ids),
      ({ candidate: { contestId } }) => contestId,
    );
    return ids.map((id) => byContest.get(id) ?? []);
  });
}

/** Loads who nominated candidates; resolvers ask only for those whose nominators the viewer may know. */
export function createNominatorLoader({
  nominations,
}: Pick<Repositories, 'nominations'>): DataLoader<CandidateId, readonly MemberId[]> {
  return new DataLoader(async (ids) => {
    const byCandidate = Map.groupBy(await nominations.listNominators(ids), ({ candidateId }) => candidateId);
    return ids.map((id) => (byCandidate.get(id) ?? []).map(({ memberId }) => memberId));
  });
}
