import { memberOf, type Actor, type Id } from '@guildhall/kernel';
import DataLoader from 'dataloader';
import type { Repositories } from '../deps.js';
import type { IssueFile, IssueId } from '../issue/issue.js';
import type { Outcome, RaiseTarget } from './idea.js';

/** The loaders of ideas and of what was made of them, for one request. */
export function createIdeaLoaders(actor: Actor, { ideas, issues }: Pick<Repositories, 'ideas' | 'issues'>) {
  const memberId = memberOf(actor);
  const originOf = <Kind extends string>(target: RaiseTarget) =>
    new DataLoader<Id<Kind>, Outcome<Kind> | undefined>(async (ids) => {
      const origins = new Map((await ideas.originsOf<Kind>(target, ids)).map((origin) => [origin.id, origin]));
      return ids.map((id) => origins.get(id));
    });
  const outcomesOf = <Kind extends string>(target: RaiseTarget) =>
    new DataLoader<Id<'Post'>, readonly Outcome<Kind>[]>(async (postIds) => {
      const byPost = Map.groupBy(await ideas.outcomesOf<Kind>(target, postIds), ({ postId }) => postId);
      return postIds.map((postId) => byPost.get(postId) ?? []);
    });
  return {
    proposalOrigin: originOf<'Proposal'>('PROPOSAL'),
    issueOrigin: originOf<'Issue'>('ISSUE'),
    proposalsOf: outcomesOf<'Proposal'>('PROPOSAL'),
    issuesOf: outcomesOf<'Issue'>('ISSUE'),
    /** Issues that the viewer may see. */
    visibleIssue: new DataLoader<IssueId, IssueFile | undefined>(async (ids) => {
      const files = new Map((await issues.listVisible(actor, ids)).map((file) => [file.issue.id, file]));
      return ids.map((id) => files.get(id));
    }),
    isOwn: new DataLoader<Id<'Post'>, boolean>(async (postIds) => {
      const own = memberId === undefined ? new Set() : await ideas.listOwn(memberId, postIds);
      return postIds.map((postId) => own.has(postId));
    }),
  };
}
