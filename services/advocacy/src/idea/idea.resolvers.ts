import { toId } from '@guildhall/kernel';
import type { Context } from '../context.js';
import type { Resolvers } from '../generated/graphql.js';
import type { IssueFile } from '../issue/issue.js';
import { issuePolicy } from '../issue/issue.policy.js';
import type { ProposalFile } from '../proposal/proposal.js';
import { proposalPolicy } from '../proposal/proposal.policy.js';
import type { Origin } from './idea.js';

/** Whether the viewer may know of an idea, when who raised it is shown to them or not. */
type Shown = { readonly isRaiserShown: boolean; readonly isRaiser: boolean };

/**
 * Whoever reads a post knows who had the idea. So it is shown where its author is named anyway: as who raised it, or by
 * their own wish; and to the two who know of it, who had it and who raised it.
 */
async function maySee(
  { postId, byConsent, ideaAuthorId }: Origin,
  { isRaiserShown, isRaiser }: Shown,
  { loaders }: Context,
): Promise<boolean> {
  if (isRaiser || (byConsent ? ideaAuthorId !== undefined : isRaiserShown)) return true;
  return byConsent && (await loaders.ideas.isOwn.load(postId));
}

const ofProposal = (file: ProposalFile, { actor }: Context): Shown => ({
  isRaiserShown: proposalPolicy.canSeeAuthor(actor, file),
  isRaiser: proposalPolicy.isAuthor(actor, file),
});

const ofIssue = ({ issue }: IssueFile, { actor }: Context): Shown => ({
  isRaiserShown: issuePolicy.authorForCourse(actor, issue) !== null,
  isRaiser: issuePolicy.isAuthor(actor, issue),
});

const named = (origin: Origin | undefined) => (origin?.ideaAuthorId === undefined ? null : { id: origin.ideaAuthorId });

/** What ideas add to proposals and issues, and what the platform adds to posts of what became of them. */
export const ideaResolvers: Resolvers = {
  Post: {
    __resolveReference: ({ id }) => ({ id: toId(id) }),
    raisedProposals: async ({ id }, _args, context) => {
      const { loaders } = context;
      const found = await Promise.all(
        (await loaders.ideas.proposalsOf.load(toId(id))).map(async (origin) => {
          const file = await loaders.proposals.load(origin.id);
          return file !== undefined && (await maySee(origin, ofProposal(file, context), context)) ? [file] : [];
        }),
      );
      return found.flat();
    },
    raisedIssues: async ({ id }, _args, context) => {
      const { loaders } = context;
      const found = await Promise.all(
        (await loaders.ideas.issuesOf.load(toId(id))).map(async (origin) => {
          const file = await loaders.ideas.visibleIssue.load(origin.id);
          return file !== undefined && (await maySee(origin, ofIssue(file, context), context)) ? [file] : [];
        }),
      );
      return found.flat();
    },
  },
  Proposal: {
    origin: async (file, _args, context) => {
      const origin = await context.loaders.ideas.proposalOrigin.load(file.proposal.id);
      if (origin === undefined || !(await maySee(origin, ofProposal(file, context), context))) return null;
      return { id: origin.postId };
    },
    ideaBy: async ({ proposal }, _args, { loaders }) => named(await loaders.ideas.proposalOrigin.load(proposal.id)),
  },
  Issue: {
    origin: async (file, _args, context) => {
      const origin = await context.loaders.ideas.issueOrigin.load(file.issue.id);
      if (origin === undefined || !(await maySee(origin, ofIssue(file, context), context))) return null;
      return { id: origin.postId };
    },
    ideaBy: async ({ issue }, _args, { loaders }) => named(await loaders.ideas.issueOrigin.load(issue.id)),
  },
};
