import { err, notFound, ok, systemActor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { step, type HelpRequestId } from '../help-request.js';

/**
 * Ends the asking of a request at its deadline, as the platform. Where somebody helps already, it goes on with them and
 * the other offers close.
 */
export function expireHelpRequest({ transaction, clock }: Deps, { requestId }: { readonly requestId: HelpRequestId }) {
  const actor = systemActor('expire-help-request');
  return transaction(async ({ helpRequests, helpOffers, notifications }) => {
    const now = clock.now();
    const facts = await helpRequests.findFactsLocked(actor, requestId, now);
    if (facts === null) return err(notFound('HelpRequest'));
    const { request } = facts;
    if (request.status === 'MATCHED' && request.deadline <= now) await helpOffers.lapseRest(requestId);
    if (request.status !== 'OPEN' && request.status !== 'OFFERED') return ok(request);
    // The queue's clock may run ahead of ours; the guard then refuses and the job tries again.
    const expired = step(facts, 'EXPIRE', now);
    if (!expired.ok) return expired;
    await helpOffers.lapseRest(requestId);
    await notifications.tell({
      to: request.requesterId,
      reason: 'HELP_EXPIRED',
      sourceId: requestId,
      subject: { kind: 'HELP_REQUEST', id: requestId },
    });
    return ok(await helpRequests.save(expired.value));
  });
}
