import { ok, toId, type Actor } from '@guildhall/kernel';
import { keyedRequest } from '../../conversation/keyed-request.js';
import type { Deps } from '../../deps.js';
import { repostOf, step, type HelpRequestId } from '../help-request.js';
import { checkAsking } from './check-asking.js';
import { awaitDeadline, openRequest } from './open-request.js';

/** Asks again for what nobody answered in time. The old request stays expired and knows the new one, so that it comes once. */
export function repostHelpRequest(
  { idempotentTransaction, clock, ids }: Deps,
  actor: Actor,
  input: { readonly requestId: HelpRequestId; readonly idempotencyKey: string },
) {
  return idempotentTransaction(
    keyedRequest(actor, 'repostHelpRequest', input),
    async ({ helpRequests }, id) => (await helpRequests.listVisible(actor, [toId(id)], clock.now()))[0] ?? null,
    async (unit) => {
      const now = clock.now();
      const opened = await openRequest(unit, actor, { requestId: input.requestId, action: 'REPOST', now });
      if (!opened.ok) return opened;
      const reposted = step(opened.value, 'REPOST', now);
      if (!reposted.ok) return reposted;
      const again = repostOf(reposted.value, ids.ordered(), now);
      const checked = await checkAsking(unit, again, now);
      if (!checked.ok) return checked;
      await unit.helpRequests.add(again);
      await unit.helpRequests.save({ ...reposted.value, repostedAsId: again.id });
      await awaitDeadline(unit, again);
      return ok(again);
    },
  );
}
