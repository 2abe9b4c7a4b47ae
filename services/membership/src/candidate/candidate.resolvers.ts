import { toId, type Actor } from '@guildhall/kernel';
import { readPageRequest, toResult } from '@guildhall/subgraph';
import { electionRulesOf } from '../election/election-rules.js';
import type { Resolvers } from '../generated/graphql.js';
import { appealOf, candidateLifecycle, type Candidacy, type CandidateAction } from './candidate.js';
import { candidatePolicy } from './candidate.policy.js';

/** What the viewer may do about a candidacy now; what happens to it with its election is no button. */
function actionsOf(actor: Actor, candidacy: Candidacy, now: Date): readonly CandidateAction[] {
  return candidateLifecycle
    .possible(candidacy, now)
    .filter((action) => action !== 'PUBLISH' && action !== 'DECLARE')
    .filter((action) => candidatePolicy.can(actor, action, candidacy));
}

/** Resolvers of who stands in elections. */
export const candidateResolvers: Resolvers = {
  Viewer: { candidacies: (_viewer, _args, { actor, read }) => read.candidates.listOwn(actor) },
  Query: {
    candidacyAppeals: (_root, page, { actor, read }) =>
      read.candidates.pageAppeals(actor, readPageRequest(page, ['instant', 'id'])),
  },
  Mutation: {
    nominateCandidate: async (_root, { input: { contestId, memberId } }, { actor, membership }) =>
      toResult(
        'NominateCandidateSuccess',
        await membership.nominateCandidate(actor, {
          contestId: toId(contestId),
          memberId: typeof memberId === 'string' ? toId(memberId) : undefined,
        }),
        ({ candidacy }) => ({ candidate: candidacy ?? null }),
      ),
    consentToStand: async (_root, { input }, { actor, membership }) =>
      toResult(
        'ConsentToStandSuccess',
        await membership.consentToStand(actor, { candidateId: toId(input.candidateId) }),
        (candidate) => ({ candidate }),
      ),
    declineNomination: async (_root, { input }, { actor, membership }) =>
      toResult(
        'DeclineNominationSuccess',
        await membership.declineNomination(actor, { candidateId: toId(input.candidateId) }),
        (candidate) => ({ candidate }),
      ),
    editStatement: async (_root, { input: { candidateId, statements } }, { actor, membership }) =>
      toResult(
        'EditStatementSuccess',
        await membership.editStatement(actor, { candidateId: toId(candidateId), statements }),
        (candidate) => ({ candidate }),
      ),
    withdrawCandidacy: async (_root, { input }, { actor, membership }) =>
      toResult(
        'WithdrawCandidacySuccess',
        await membership.withdrawCandidacy(actor, { candidateId: toId(input.candidateId) }),
        (candidate) => ({ candidate }),
      ),
    screenCandidate: async (_root, { input: { candidateId, isEligible, reason } }, { actor, membership }) =>
      toResult(
        'ScreenCandidateSuccess',
        await membership.screenCandidate(actor, {
          candidateId: toId(candidateId),
          isEligible,
          reason: reason ?? undefined,
        }),
        (candidate) => ({ candidate }),
      ),
    disqualifyCandidate: async (_root, { input: { candidateId, reason } }, { actor, membership }) =>
      toResult(
        'DisqualifyCandidateSuccess',
        await membership.disqualifyCandidate(actor, { candidateId: toId(candidateId), reason }),
        (candidate) => ({ candidate }),
      ),
    appealCandidacy: async (_root, { input: { candidateId, text } }, { actor, membership }) =>
      toResult(
        'AppealCandidacySuccess',
        await membership.appealCandidacy(actor, { candidateId: toId(candidateId), text }),
        (candidate) => ({ candidate }),
      ),
    decideCandidacyAppeal: async (_root, { input: { candidateId, ...decision } }, { actor, membership }) =>
      toResult(
        'DecideCandidacyAppealSuccess',
        await membership.decideCandidacyAppeal(actor, { candidateId: toId(candidateId), ...decision }),
        (candidate) => ({ candidate }),
      ),
  },
  Contest: { candidates: ({ id }, _args, { loaders }) => loaders.candidatesOf.load(id) },
  Candidate: {
    __resolveReference: async ({ id }, { loaders }) => (await loaders.candidates.load(toId(id))) ?? null,
    id: ({ candidate }) => candidate.id,
    contest: async ({ candidate }, _args, { loaders }) => {
      const contest = await loaders.contests.load(candidate.contestId);
      if (contest === undefined) throw new Error('who sees a candidate sees the contest');
      return contest;
    },
    name: ({ candidate }) => candidate.name,
    isReopen: ({ candidate }) => candidate.isReopen,
    member: async ({ candidate: { memberId } }, _args, { loaders }) =>
      memberId === undefined ? null : ((await loaders.members.load(memberId)) ?? null),
    status: ({ candidate }) => candidate.status ?? null,
    statusReason: (candidacy, _args, { actor }) =>
      candidatePolicy.canSeeReason(actor, candidacy) ? (candidacy.candidate.statusReason ?? null) : null,
    statements: ({ candidate }) => candidate.statements,
    nominationCount: (candidacy, _args, { actor }) =>
      candidatePolicy.canSeeNominators(actor, candidacy) ? candidacy.nominationCount : null,
    nominationsNeeded: ({ election, positionKind }) => electionRulesOf(election).nominatorsByKind[positionKind],
    nominators: async (candidacy, _args, { actor, loaders }) => {
      if (!candidatePolicy.canSeeNominators(actor, candidacy)) return [];
      const ids = await loaders.nominatorsOf.load(candidacy.candidate.id);
      const members = await Promise.all(ids.map((id) => loaders.members.load(id)));
      return members.flatMap((seen) => (seen === undefined ? [] : [seen]));
    },
    appeal: (candidacy, _args, { actor }) =>
      candidatePolicy.canSeeAppeal(actor, candidacy) ? (appealOf(candidacy) ?? null) : null,
    viewerActions: (candidacy, _args, { actor, now }) => actionsOf(actor, candidacy, now),
  },
  CandidacyAppeal: {
    text: ({ words }) => words,
    isGranted: ({ isGranted }) => isGranted ?? null,
    reason: ({ reason }) => reason ?? null,
  },
};
