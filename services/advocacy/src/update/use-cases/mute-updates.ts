import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { updatePolicy } from '../update.policy.js';
import type { UpdateSubject } from '../update.js';

/** What to hear of, or not. */
export type MuteUpdates = { readonly subject: UpdateSubject; readonly muted: boolean };

/** Stops or lets come again the viewer's news of one matter; only of one they were told of, so that nothing can be found out by muting. */
export function muteUpdates({ transaction }: Deps, actor: Actor, { subject, muted }: MuteUpdates) {
  return transaction(async ({ updates }) => {
    const memberId = updatePolicy.ownNews(actor);
    if (memberId === undefined) return err(notAllowed('MUTE', 'Update'));
    if (!(await updates.isTold(memberId, subject))) return err(notFound('Update'));
    if (muted) await updates.mute(memberId, subject);
    else await updates.unmute(memberId, subject);
    return ok({ subject, muted });
  });
}
