import { toId, viewerActions } from '@guildhall/kernel';
import { readPageRequest, toResult } from '@guildhall/subgraph';
import type { Resolvers } from '../generated/graphql.js';
import { electionComplaintLifecycle } from './election-complaint.js';
import { electionComplaintPolicy } from './election-complaint.policy.js';

/** Resolvers of complaints about elections. */
export const electionComplaintResolvers: Resolvers = {
  Mutation: {
    complainAboutElection: async (_root, { input: { electionId, candidateId, text } }, { actor, membership }) =>
      toResult(
        'ComplainAboutElectionSuccess',
        await membership.complainAboutElection(actor, {
          electionId: toId(electionId),
          candidateId: typeof candidateId === 'string' ? toId(candidateId) : undefined,
          text,
        }),
        (complaint) => ({ complaint }),
      ),
    ruleOnElectionComplaint: async (_root, { input: { complaintId, ...ruling } }, { actor, membership }) =>
      toResult(
        'RuleOnElectionComplaintSuccess',
        await membership.ruleOnElectionComplaint(actor, { complaintId: toId(complaintId), ...ruling }),
        (complaint) => ({ complaint }),
      ),
  },
  Election: {
    complaints: ({ id }, page, { actor, read }) =>
      read.electionComplaints.page(actor, id, readPageRequest(page, ['instant', 'id'])),
  },
  ElectionComplaint: {
    id: ({ complaint }) => complaint.id,
    text: ({ complaint }) => complaint.words,
    candidate: async ({ complaint: { candidateId } }, _args, { loaders }) =>
      candidateId === undefined ? null : ((await loaders.candidates.load(candidateId)) ?? null),
    madeAt: ({ complaint }) => complaint.madeAt,
    status: ({ complaint }) => complaint.status,
    ruling: ({ complaint }) => complaint.ruling ?? null,
    viewerActions: (judged, _args, { actor, now }) =>
      viewerActions(electionComplaintLifecycle, judged, now, (action) =>
        electionComplaintPolicy.can(actor, action, judged),
      ),
  },
};
