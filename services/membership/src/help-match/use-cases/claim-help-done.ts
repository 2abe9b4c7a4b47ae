import { err, memberOf, notAllowed, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { step, type HelpRequestId } from '../../help-request/help-request.js';
import { awaitSilence, openRequest } from '../../help-request/use-cases/open-request.js';
import { othersOf } from '../help-match.js';

/** Calls it done, from either side. The other side confirms or disputes it; a week of silence counts as yes. */
export function claimHelpDone(
  { transaction, clock, ids }: Deps,
  actor: Actor,
  { requestId }: { readonly requestId: HelpRequestId },
) {
  return transaction(async (unit) => {
    const now = clock.now();
    const opened = await openRequest(unit, actor, { requestId, action: 'CLAIM_DONE', now });
    if (!opened.ok) return opened;
    const memberId = memberOf(actor);
    if (memberId === undefined) return err(notAllowed('CLAIM_DONE', 'HelpRequest'));
    const claimed = step(opened.value, 'CLAIM_DONE', now);
    if (!claimed.ok) return claimed;
    const request = await unit.helpRequests.save({ ...claimed.value, doneBy: memberId, doneAt: now });
    await awaitSilence(unit, request);
    await unit.notifications.tell({
      to: othersOf(opened.value, memberId),
      reason: 'HELP_DONE_CLAIMED',
      sourceId: ids.random(),
      subject: { kind: 'HELP_REQUEST', id: requestId },
      from: memberId,
    });
    return ok(request);
  });
}
