import type { Context } from '../context.js';
import type { Resolvers } from '../generated/graphql.js';
import { proposalPolicy } from './proposal.policy.js';
import type { Proposal } from './proposal.js';
import { roundOf } from './proposal-rule.js';

const departmentOf = async (id: NonNullable<Proposal['leadDepartmentId']>, { loaders }: Context) =>
  (await loaders.departments.load(id)) ?? null;
const none = { yes: 0, no: 0 };

/** What is shown of a proposal's screening, its departments, answers and delivery. */
export const proposalAnswerResolvers: Resolvers = {
  Proposal: {
    screenings: (file, _args, { actor, loaders }) =>
      proposalPolicy.canSeeScreening(actor, file) ? loaders.proposalDecisions.load(file.proposal.id) : [],
    appeal: async (file, _args, { actor, loaders }) =>
      proposalPolicy.canSeeScreening(actor, file)
        ? ((await loaders.proposalAppeals.load(file.proposal.id)) ?? null)
        : null,
    mergeInto: async ({ proposal }, _args, { loaders }) =>
      proposal.mergeIntoId === undefined ? null : ((await loaders.proposals.load(proposal.mergeIntoId)) ?? null),
    needsCouncil: ({ proposal }) => proposal.needsCouncil,
    council: async ({ proposal }, _args, { loaders }) => (await loaders.proposalCouncil.load(proposal.id)) ?? null,
    leadDepartment: ({ proposal }, _args, context) =>
      proposal.leadDepartmentId === undefined ? null : departmentOf(proposal.leadDepartmentId, context),
    supportingDepartments: async ({ supporting }, _args, context) =>
      (await Promise.all(supporting.map((id) => departmentOf(id, context)))).filter((found) => found !== null),
    complexity: ({ proposal }) => proposal.complexity ?? null,
    dueAt: ({ proposal }) => proposal.dueAt ?? null,
    answers: ({ proposal }, _args, { loaders }) => loaders.proposalAnswers.load(proposal.id),
    answerDrafts: (file, _args, { actor, loaders }) =>
      proposalPolicy.canSeeDrafts(actor, file) ? loaders.proposalDrafts.load(file.proposal.id) : [],
    ratedUntil: ({ proposal }) => proposal.ratedUntil ?? null,
    milestones: ({ proposal }, _args, { loaders }) => loaders.proposalMilestones.load(proposal.id),
    deliverySummary: ({ proposal }) => proposal.deliverySummary ?? null,
    verdicts: async ({ proposal: { id, deliveryRound, deliverySummary } }, _args, { loaders }) =>
      deliverySummary === undefined
        ? null
        : ((await loaders.verdicts.load(id)).get(roundOf(id, deliveryRound)) ?? none),
    verifiedUntil: ({ proposal }) => proposal.verifiedUntil ?? null,
  },
  ProposalScreening: {
    reason: ({ reason }) => reason ?? null,
  },
  ProposalAnswer: {
    department: ({ departmentId }, _args, context) => departmentOf(departmentId, context),
    reason: ({ reason }) => (reason === '' ? null : reason),
    whoDecides: ({ whoDecides }) => (whoDecides === '' ? null : whoDecides),
    isFinal: ({ round }) => round > 1,
    ratings: async ({ proposalId, round }, _args, { loaders }) =>
      (await loaders.ratings.load(proposalId)).get(roundOf(proposalId, round)) ?? none,
  },
  ProposalAnswerDraft: {
    department: ({ departmentId }, _args, context) => departmentOf(departmentId, context),
  },
  ProposalMilestone: {
    doneAt: ({ doneAt }) => doneAt ?? null,
  },
};
