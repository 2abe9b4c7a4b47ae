import { toId, type Actor } from '@guildhall/kernel';
import type { Repositories } from '../../deps.js';
import type { IssueReply } from '../../issue/issue-reply.js';
import type { IssueFile, PostState } from '../../issue/issue.js';
import { issuePolicy } from '../../issue/issue.policy.js';
import type { PostKey } from '../post.repository.js';

/** A post in the space of the actor's course: always an issue, and the reply when it is one. */
export type SpacePost = PostKey & {
  readonly file: IssueFile;
  readonly reply: IssueReply | undefined;
  readonly state: PostState;
  readonly version: number;
  /** Whether the actor wrote it. */
  readonly isOwn: boolean;
};

/** The issue or reply with this id, if the actor may see it; the same two statements whether there is one or not. */
export async function findSpacePost(
  { issues, issuePosts }: Pick<Repositories, 'issues' | 'issuePosts'>,
  actor: Actor,
  postId: string,
): Promise<SpacePost | null> {
  const reply = await issuePosts.findReply(actor, toId(postId));
  const file = await issues.findVisible(actor, reply?.issueId ?? toId(postId));
  if (file === null) return null;
  const { postState: state, version } = reply ?? file.issue;
  return {
    issueId: file.issue.id,
    replyId: reply?.id,
    file,
    reply: reply ?? undefined,
    state,
    version,
    isOwn: issuePolicy.isAuthor(actor, reply ?? file.issue),
  };
}
