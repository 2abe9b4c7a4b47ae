import { toId } from '@guildhall/kernel';
import { formatVotes } from '@guildhall/stv';
import type { Context } from '../context.js';
import type { CandidateId } from '../candidate/candidate.js';
import type { Resolvers } from '../generated/graphql.js';
import { emptySeatsOf, quotaOfCount, votesOf } from './count-result.js';

/** Resolvers of how contests were counted. */
export const countResolvers: Resolvers = {
  Contest: {
    result: async ({ id }, _args, { loaders }) => (await loaders.countsOf.load(id)) ?? null,
  },
  ContestResult: {
    quota: (result) => formatVotes(quotaOfCount(result)),
    stages: ({ stages, candidates }) => stages.map((stage) => ({ stage, candidates })),
    elected: ({ elected }, _args, context) => loadCandidates(elected, context),
    emptySeats: (result) => emptySeatsOf(result),
    passedOver: ({ passedOver }, _args, context) => loadCandidates(passedOver, context),
    ballotFile: async ({ contestId }, _args, { loaders }) => (await loaders.ballotFilesOf.load(contestId)) ?? null,
  },
  CountStage: {
    number: ({ stage }) => stage.number,
    kind: ({ stage }) => stage.kind,
    from: ({ stage: { from } }, _args, context) => (from === undefined ? null : loadCandidate(toId(from), context)),
    share: ({ stage }) => stage.share ?? null,
    votes: (placed) => votesOf(placed),
    nonTransferable: ({ stage }) => formatVotes(stage.nonTransferable),
    lost: ({ stage }) => formatVotes(stage.lost),
    elected: ({ stage }, _args, context) => loadCandidates(stage.elected.map(toId<'Candidate'>), context),
    tie: ({ stage }) => stage.tie ?? null,
  },
  SurplusShare: {
    surplus: ({ surplus }) => formatVotes(surplus),
    total: ({ total }) => formatVotes(total),
  },
  CandidateVotes: {
    candidate: ({ candidateId }, _args, context) => loadCandidate(candidateId, context),
    votes: ({ votes }) => formatVotes(votes),
  },
  CountTie: {
    between: ({ between }, _args, context) => loadCandidates(between.map(toId<'Candidate'>), context),
    chosen: ({ chosen }, _args, context) => loadCandidate(toId(chosen), context),
    decidedAtStage: ({ decidedAtStage }) => decidedAtStage ?? null,
  },
};

/** Whoever was on the paper of a counted contest is known to everybody, so that one who is missing is a defect. */
async function loadCandidate(id: CandidateId, { loaders }: Context) {
  const candidacy = await loaders.candidates.load(id);
  if (candidacy === undefined) throw new Error('a counted candidate is missing');
  return candidacy;
}

const loadCandidates = (ids: readonly CandidateId[], context: Context) =>
  Promise.all(ids.map((id) => loadCandidate(id, context)));
