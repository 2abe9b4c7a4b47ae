import { err, FieldChecks, notFound, ok, type Actor, type Id } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { viewerOf } from '../../sealing/viewer.js';
import { inboxIdOf, inboxesOf } from '../inbox.policy.js';

/** Which notices of which inbox were read. */
export type ReadCaseNotices = { readonly inboxId: string; readonly noticeIds: readonly Id<'Notice'>[] };

const noticesMax = 100;

/** Marks notices as read; those of other inboxes are not touched. */
export function readCaseNotices(
  { transaction, clock, vault }: Deps,
  actor: Actor,
  { inboxId, noticeIds }: ReadCaseNotices,
) {
  const viewer = viewerOf(actor, vault);
  return transaction(async ({ emergencies, inbox }) => {
    const { isGuardian } = await emergencies.viewerOf(viewer, clock.now());
    const own = inboxesOf(viewer, isGuardian).find((one) => inboxIdOf(one) === inboxId);
    if (own === undefined) return err(notFound('CaseInbox'));
    const checked = new FieldChecks()
      .that(noticeIds.length <= noticesMax, 'noticeIds', 'TOO_LONG', `Name at most ${noticesMax} notices.`)
      .finish(own);
    if (checked.ok) await inbox.markRead(own, noticeIds);
    return checked.ok ? ok(own) : checked;
  });
}
