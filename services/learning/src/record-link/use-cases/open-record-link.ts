import { err, isMember, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { learningNotices } from '../../notice/learning-notice.js';
import { recordLinkPolicy } from '../record-link.policy.js';

/**
 * Opens a link for whoever has its token and remembers when, the time alone; the member is told of the first time. Their
 * own looks are not counted.
 */
export function openRecordLink(
  { transaction, clock, ids, recordTokens }: Deps,
  actor: Actor,
  { token }: { readonly token: string },
) {
  return transaction(async ({ recordLinks, outbox }) => {
    const now = clock.now();
    const link = await recordLinks.findOpen(recordTokens.digest(token), now);
    if (link === null || !recordLinkPolicy.canOpen(actor)) return err(notFound('RecordLink'));
    if (isMember(actor, link.memberId)) return ok(link);
    const isFirst = await recordLinks.addView(link.id, { id: ids.ordered<'RecordLinkView'>(), viewedAt: now });
    if (isFirst) {
      const told = {
        notice: 'RECORD_LINK_OPENED',
        sourceId: link.id,
        aboutId: link.id,
        memberIds: [link.memberId],
        now,
      } as const;
      await outbox.appendMany('LearningNotice', learningNotices(told));
    }
    return ok(link);
  });
}
