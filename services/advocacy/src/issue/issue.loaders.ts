import { memberOf, type Actor, type Id } from '@guildhall/kernel';
import DataLoader from 'dataloader';
import type { Repositories } from '../deps.js';
import type { PostId } from '../issue-moderation/post.js';
import type { IssueCount } from '../issue-space/issue-space.js';
import type { IssueAnswer } from './issue-answer.js';
import type { IssueRule } from './issue-rule.js';
import type { IssueId, IssueStage } from './issue.js';

type Parts = Pick<Repositories, 'issueSupport' | 'issuePosts' | 'issueSpaces' | 'posts'>;

/** What belongs to issues that the viewer was shown already, each with one statement for all of them. */
export function createIssueLoaders(actor: Actor, { issueSupport, issuePosts, issueSpaces, posts }: Parts) {
  const memberId = memberOf(actor);
  return {
    supporters: new DataLoader<IssueId, number>(async (ids) => {
      const counts = await issueSupport.listSupporters(ids);
      return ids.map((id) => counts.get(id) ?? 0);
    }),
    stages: new DataLoader<IssueId, readonly IssueStage[]>(async (ids) => {
      const stages = Map.groupBy(await issueSupport.listStages(ids), ({ issueId }) => issueId);
      return ids.map((id) => stages.get(id) ?? []);
    }),
    answers: new DataLoader<IssueId, readonly IssueAnswer[]>(async (ids) => {
      const answers = Map.groupBy(await issuePosts.listAnswers(ids), ({ issueId }) => issueId);
      return ids.map((id) => answers.get(id) ?? []);
    }),
    drafts: new DataLoader<IssueId, string | undefined>(async (ids) => {
      const drafts = await issuePosts.listDrafts(actor, ids);
      return ids.map((id) => drafts.get(id));
    }),
    votes: new DataLoader<IssueId, boolean | undefined>(async (ids) => {
      if (memberId === undefined) return ids.map(() => undefined);
      const votes = await issueSupport.listVotes(memberId, ids);
      return ids.map((id) => votes.get(id));
    }),
    removalReasons: new DataLoader<PostId, string | undefined>(async (ids) => {
      if (memberId === undefined) return ids.map(() => undefined);
      const reasons = await posts.listRemovalReasons(memberId, ids);
      return ids.map((id) => reasons.get(id));
    }),
    digests: new DataLoader<Id<'Constituency'>, readonly IssueCount[] | undefined>(async (ids) => {
      const digests = await issueSpaces.countByStatus(actor, ids);
      return ids.map((id) => digests.get(id));
    }),
    rules: new DataLoader<number, IssueRule>((versions) =>
      Promise.all(versions.map((version) => issueSupport.ruleAt(version))),
    ),
  };
}
