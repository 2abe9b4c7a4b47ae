import { err, FieldChecks, notAllowed, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { updatePolicy } from '../update.policy.js';
import type { ChangeId } from '../update.js';

const idsMax = 100;

/** Marks the viewer's own news as read: the pieces named, or all there is. News of others is left alone in silence. */
export function markUpdatesRead(
  { transaction, clock }: Deps,
  actor: Actor,
  { ids }: { readonly ids: readonly ChangeId[] | undefined },
) {
  return transaction(async ({ updates }) => {
    const memberId = updatePolicy.ownNews(actor);
    if (memberId === undefined) return err(notAllowed('MARK_READ', 'Update'));
    const checked = new FieldChecks()
      .that((ids?.length ?? 0) <= idsMax, 'updateIds', 'TOO_LONG', `Name at most ${idsMax}.`)
      .finish(ids);
    if (!checked.ok) return checked;
    await updates.markRead(memberId, { ids: checked.value }, clock.now());
    return ok({ unread: await updates.countUnread(memberId) });
  });
}
