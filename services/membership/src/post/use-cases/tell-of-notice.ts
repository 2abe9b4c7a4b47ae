import { ok, systemActor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import type { MemberId } from '../../member/member.js';
import { moderationTask } from '../post-scope.js';
import type { PostId } from '../post.js';

/** The job that tells the people of a space of a new notice. */
export const noticeTask = 'tell-of-notice';

/** How many people one run tells, so that a notice to everybody holds no lock for long. */
const readersPerRun = 1000;

/** Which notice, and the last person who was told of it. */
export type TellOfNotice = { readonly postId: PostId; readonly after: MemberId | undefined };

/** Tells the people of a space of a notice, a thousand a run; nobody of one that is not shown any more. */
export function tellOfNotice({ transaction, clock }: Deps, { postId, after }: TellOfNotice) {
  return transaction(async ({ posts, notifications, jobs }) => {
    const post = await posts.findVisible(systemActor(moderationTask), postId);
    if (post?.status !== 'PUBLISHED') return ok(undefined);
    const readers = await posts.listReaders(post.groupId, { after, limit: readersPerRun });
    const last = readers.at(-1);
    if (last === undefined) return ok(undefined);
    await notifications.tell({
      to: readers,
      reason: 'NOTICE_POSTED',
      sourceId: postId,
      subject: { kind: 'POST', id: postId },
      groupId: post.groupId,
      from: post.authorId,
    });
    if (readers.length === readersPerRun)
      await jobs.enqueue(
        noticeTask,
        { postId, after: last },
        { runAt: clock.now(), key: `${noticeTask}:${postId}:${last}` },
      );
    return ok(undefined);
  });
}
