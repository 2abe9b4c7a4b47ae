import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { viewerOf } from '../../sealing/viewer.js';
import { checkInboxChange, type InboxChange } from '../inbox-settings.js';
import { inboxIdOf, inboxPolicy, inboxesOf } from '../inbox.policy.js';

/** What to change of which inbox. */
export type ChangeCaseInboxSettings = InboxChange & { readonly inboxId: string };

/** Changes where and when mail is sent. The address comes from its owner alone. */
export function changeCaseInboxSettings(
  { transaction, clock, vault }: Deps,
  actor: Actor,
  { inboxId, ...change }: ChangeCaseInboxSettings,
) {
  const viewer = viewerOf(actor, vault);
  return transaction(async ({ emergencies, inboxSettings }) => {
    const { isGuardian } = await emergencies.viewerOf(viewer, clock.now());
    const own = inboxesOf(viewer, isGuardian).find((one) => inboxIdOf(one) === inboxId);
    if (own === undefined) return err(notFound('CaseInbox'));
    if (!inboxPolicy.can(viewer, 'CHANGE_SETTINGS', own)) return err(notAllowed('CHANGE_SETTINGS', 'CaseInbox'));
    const checked = checkInboxChange(change);
    if (!checked.ok) return checked;
    await inboxSettings.save(own, checked.value);
    return ok(own);
  });
}
