import { err, notAllowed, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { notificationPolicy } from '../notification.policy.js';
import { changeChoices, type Choices } from '../settings.js';

/** Changes how the viewer wants to be told; nobody else's settings. */
export function changeNotificationSettings({ transaction }: Deps, actor: Actor, choices: Choices) {
  return transaction(async ({ notificationSettings }) => {
    const memberId = notificationPolicy.ownInbox(actor);
    if (memberId === undefined) return err(notAllowed('CHANGE_SETTINGS', 'Notification'));
    const changed = changeChoices(await notificationSettings.readLocked(memberId), choices);
    return changed.ok ? ok(await notificationSettings.save(changed.value)) : changed;
  });
}
