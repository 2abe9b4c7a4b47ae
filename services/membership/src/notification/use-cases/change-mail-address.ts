import { actorKey, err, notAllowed, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { notificationPolicy } from '../notification.policy.js';
import { forgetAddress, proposeAddress, type NotificationSettings } from '../settings.js';

/** The job that mails the code for an address. */
export const codeTask = 'mail-address-code';

/** The wished address; without one the present address is forgotten. */
export type ChangeMailAddress = { readonly address: string | undefined; readonly idempotencyKey: string };

/**
 * Mails a code to the address that the viewer wishes, or forgets the one there is. The answer is the same whoever owns
 * the address. With the same key no second code is sent.
 */
export function changeMailAddress(
  { idempotentTransaction, clock, campusZone, mail }: Deps,
  actor: Actor,
  { idempotencyKey: key, address }: ChangeMailAddress,
) {
  const memberId = notificationPolicy.ownInbox(actor);
  return idempotentTransaction(
    { actor: actorKey(actor), key, operation: 'changeMailAddress', input: { address } },
    async ({ notificationSettings }) =>
      memberId === undefined ? null : identified(await notificationSettings.read(memberId)),
    async ({ notificationSettings, jobs }) => {
      if (memberId === undefined || mail === undefined) return err(notAllowed('CHANGE_ADDRESS', 'Notification'));
      const now = clock.now();
      const settings = await notificationSettings.readLocked(memberId);
      if (address === undefined) return ok(identified(await notificationSettings.save(forgetAddress(settings))));
      const proposed = proposeAddress(settings, address.trim(), { now, day: campusDay(now, campusZone) });
      if (!proposed.ok) return proposed;
      const until = proposed.value.proposed?.until.toISOString();
      await jobs.enqueue(codeTask, { memberId, until }, { runAt: now, key: `${codeTask}:${memberId}` });
      return ok(identified(await notificationSettings.save(proposed.value)));
    },
  );
}

const identified = (settings: NotificationSettings) => ({ ...settings, id: settings.memberId });

function campusDay(now: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(now);
}
