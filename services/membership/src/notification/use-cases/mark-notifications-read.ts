import { err, FieldChecks, notAllowed, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import type { NotificationId } from '../notification.js';
import { notificationPolicy } from '../notification.policy.js';

const idsMax = 100;

/** Marks the viewer's own notifications as read: these, or all there are. Those of others are left alone in silence. */
export function markNotificationsRead(
  { transaction, clock }: Deps,
  actor: Actor,
  { ids }: { readonly ids: readonly NotificationId[] | undefined },
) {
  return transaction(async ({ notifications }) => {
    const memberId = notificationPolicy.ownInbox(actor);
    if (memberId === undefined) return err(notAllowed('MARK_READ', 'Notification'));
    const checked = new FieldChecks()
      .that((ids?.length ?? 0) <= idsMax, 'notificationIds', 'TOO_LONG', `Name at most ${idsMax}.`)
      .finish(ids);
    if (!checked.ok) return checked;
    await notifications.markRead(memberId, checked.value, clock.now());
    return ok({ unread: await notifications.countUnread(memberId) });
  });
}
