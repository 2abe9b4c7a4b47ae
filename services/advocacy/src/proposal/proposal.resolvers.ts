import { memberOf, toId, viewerActions } from '@guildhall/kernel';
import { readPageRequest, requestError } from '@guildhall/subgraph';
import type { Context } from '../context.js';
import type { Resolvers } from '../generated/graphql.js';
import { proposalLifecycle } from './proposal-lifecycle.js';
import { proposalPolicy } from './proposal.policy.js';
import type { ProposalText } from './proposal-text.js';
import type { Proposal } from './proposal.js';

const similarMax = 20;
const toScreen = ['SCREENING', 'APPEALED'] as const;

/** Queries of the noun Proposal. */
export const proposalQueries: Resolvers = {
  Query: {
    proposal: (_root, { id }, { actor, read }) => read.proposals.findVisible(actor, toId(id)),
    proposals: (_root, { statuses, departmentId, search, sort, ...page }, { actor, read }) =>
      read.proposals.pagePublic(
        actor,
        {
          statuses: statuses ?? undefined,
          departmentId: departmentId == null ? undefined : toId(departmentId),
          search: search ?? undefined,
          sort: sort ?? 'NEWEST',
        },
        readPageRequest(page, ['instant', 'id']),
      ),
    proposalsToScreen: (_root, { statuses, ...page }, { actor, read }) =>
      read.proposals.pageForCommittee(actor, statuses ?? toScreen, readPageRequest(page, ['instant', 'id'])),
    similarMatters: (_root, { title, text, exceptId, first }, { read }) => {
      const limit = first ?? 5;
      if (limit < 1 || limit > similarMax)
        throw requestError('BAD_USER_INPUT', `first must lie between 1 and ${similarMax}.`);
      const except = exceptId == null ? {} : { except: toId<'Proposal'>(exceptId) };
      return read.matters.listSimilar({ title, body: text ?? '' }, { ...except, limit });
    },
  },
  Viewer: {
    proposals: (_viewer, page, { actor, read }) => {
      const memberId = memberOf(actor);
      return memberId === undefined
        ? null
        : read.proposals.pageOwn(actor, memberId, readPageRequest(page, ['instant', 'id']));
    },
    screensProposals: (_viewer, _args, { actor }) => proposalPolicy.canScreen(actor),
  },
  MatterUpdate: {
    proposal: async ({ subject }, _args, { loaders }) =>
      subject.kind === 'PROPOSAL' ? ((await loaders.proposals.load(toId(subject.id))) ?? null) : null,
  },
  SimilarMatter: {
    kind: ({ subject }) => subject.kind,
    id: ({ subject }) => subject.id,
    proposal: async ({ subject }, _args, { loaders }) =>
      subject.kind === 'PROPOSAL' ? ((await loaders.proposals.load(toId(subject.id))) ?? null) : null,
  },
};

/** What is shown of a proposal itself. */
export const proposalResolvers: Resolvers = {
  Proposal: {
    __resolveReference: async ({ id }, { loaders }) => (await loaders.proposals.load(toId(id))) ?? null,
    id: ({ proposal }) => proposal.id,
    status: ({ proposal }) => proposal.status,
    title: async ({ proposal }, _args, { loaders }) => (await textInForce(proposal, loaders)).title,
    text: ({ proposal }, _args, { loaders }) => textInForce(proposal, loaders),
    texts: ({ proposal }, _args, { loaders }) => loaders.proposalTexts.load(proposal.id),
    author: (file, _args, { actor }) => {
      const { authorId } = file.proposal;
      return authorId !== undefined && proposalPolicy.canSeeAuthor(actor, file) ? { id: authorId } : null;
    },
    authorship: ({ proposal }) => {
      if (proposal.authorId === undefined) return 'FORMER_MEMBER';
      return proposal.authorNamed ? 'NAMED' : 'UNNAMED';
    },
    constituency: ({ proposal }) => (proposal.constituencyId === undefined ? null : { id: proposal.constituencyId }),
    seconders: (file, _args, { actor }) =>
      file.seconders.filter(
        ({ acceptedAt, memberId }) =>
          acceptedAt !== undefined || proposalPolicy.canSeeInvitation(actor, file, memberId),
      ),
    steps: async (file, _args, { actor, loaders }) => {
      const { id, publishedAt } = file.proposal;
      const steps = await loaders.proposalSteps.load(id);
      if (proposalPolicy.canSeeScreening(actor, file)) return steps;
      return steps.filter(({ at }) => publishedAt !== undefined && at >= publishedAt);
    },
    draftedAt: ({ proposal }) => proposal.draftedAt,
    openedAt: ({ proposal }) => proposal.openedAt ?? null,
    closesAt: ({ proposal }) => proposal.closesAt ?? null,
    constituencySize: ({ proposal }) => proposal.constituencySize ?? null,
    threshold: ({ proposal }) => proposal.threshold ?? null,
    endorsementCount: async ({ proposal }, _args, { loaders }) =>
      (await loaders.endorsementCounts.load(proposal.id)) ?? 0,
    revivableAt: ({ proposal }) => proposal.revivableAt ?? null,
    viewerStanding: async (file, _args, { actor, loaders }) => {
      const standing = await loaders.standings.load(file.proposal.id);
      return {
        isAuthor: proposalPolicy.isAuthor(actor, file),
        onRoll: standing.onRoll,
        endorses: standing.endorsedText === file.proposal.textNumber,
        endorsedText: standing.endorsedText ?? null,
        satisfied: standing.satisfied ?? null,
        works: standing.works ?? null,
      };
    },
    viewerActions: async (file, _args, { actor, loaders, now }) => {
      const standing = await loaders.standings.load(file.proposal.id);
      return viewerActions(proposalLifecycle, file, now, (action) => proposalPolicy.can(actor, action, file, standing));
    },
  },
  ProposalSeconder: {
    member: ({ memberId, isFormer }) => (isFormer ? null : { id: memberId }),
    acceptedAt: ({ acceptedAt }) => acceptedAt ?? null,
  },
};

async function textInForce({ id, textNumber }: Proposal, loaders: Context['loaders']): Promise<ProposalText> {
  const text = (await loaders.proposalTexts.load(id)).find(({ number }) => number === textNumber);
  if (text === undefined) throw new Error('a proposal always has the text it names');
  return text;
}
