import { err, notAllowed, ok, validationError, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { notificationPolicy } from '../notification.policy.js';
import { answerCode, codeText } from '../settings.js';

/**
 * Takes the proposed address into use when the code that was mailed there comes back. A wrong code is counted and stays
 * counted, so that guessing ends after a few tries.
 */
export async function confirmMailAddress(
  { transaction, clock, mail }: Deps,
  actor: Actor,
  { code }: { readonly code: string },
) {
  const answered = await transaction(async ({ notificationSettings }) => {
    const memberId = notificationPolicy.ownInbox(actor);
    if (memberId === undefined || mail === undefined) return err(notAllowed('CONFIRM_ADDRESS', 'Notification'));
    const settings = await notificationSettings.readLocked(memberId);
    const { proposed, secret } = settings;
    const isRight =
      proposed !== undefined && mail.signer.isSame(mail.signer.code(secret, codeText(proposed)), code.trim());
    const answer = answerCode(settings, isRight, clock.now());
    return ok({ ...answer, settings: await notificationSettings.save(answer.settings) });
  });
  if (!answered.ok) return answered;
  if (answered.value.isConfirmed) return ok(answered.value.settings);
  const message = 'This is not the code, or it is too old. Ask for a new one if it goes on.';
  return err(validationError([{ path: 'code', rule: 'BAD_FORMAT', message }]));
}
