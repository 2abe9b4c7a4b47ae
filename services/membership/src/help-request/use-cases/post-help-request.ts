import { ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { step, type HelpRequestId } from '../help-request.js';
import { checkAsking } from './check-asking.js';
import { awaitDeadline, openRequest } from './open-request.js';

/** Puts a draft before the other members, until its deadline. */
export function postHelpRequest(
  { transaction, clock }: Deps,
  actor: Actor,
  { requestId }: { readonly requestId: HelpRequestId },
) {
  return transaction(async (unit) => {
    const now = clock.now();
    const opened = await openRequest(unit, actor, { requestId, action: 'POST', now });
    if (!opened.ok) return opened;
    const posted = step(opened.value, 'POST', now);
    if (!posted.ok) return posted;
    const checked = await checkAsking(unit, posted.value, now);
    if (!checked.ok) return checked;
    await awaitDeadline(unit, posted.value);
    return ok(await unit.helpRequests.save({ ...posted.value, postedAt: now }));
  });
}
