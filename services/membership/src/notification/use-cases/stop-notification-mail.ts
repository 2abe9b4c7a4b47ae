import { err, notFound, ok, parseId, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import type { MemberId } from '../../member/member.js';
import { notificationPolicy } from '../notification.policy.js';
import { readToken, unsubscribeText } from '../settings.js';

/**
 * Stops all mail about notifications to whom the link was sent, with or without a sign-in. A link that nobody signed
 * answers like one whose member is gone. Doing it twice changes nothing.
 */
export function stopNotificationMail(
  { transaction, mail }: Deps,
  _actor: Actor,
  { token }: { readonly token: string },
) {
  return transaction(async ({ notificationSettings }) => {
    const parts = readToken(token);
    const memberId = parts === undefined ? undefined : parseId<'Member'>(parts.memberId);
    if (parts === undefined || memberId === undefined || mail === undefined) return err(notFound('Link'));
    const settings = await notificationSettings.findLocked(memberId satisfies MemberId);
    const isSigned =
      settings !== undefined &&
      mail.signer.isSame(mail.signer.sign(settings.secret, unsubscribeText(memberId)), parts.signature);
    if (settings === undefined || !notificationPolicy.canStopMail(isSigned)) return err(notFound('Link'));
    await notificationSettings.save({ ...settings, isStopped: true });
    return ok(true);
  });
}
