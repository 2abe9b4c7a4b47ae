import { FieldChecks, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { othersOf } from '../../help-match/help-match.js';
import { closeConversations } from '../../help-match/use-cases/match-conversations.js';
import { step, type HelpRequestId } from '../help-request.js';
import { openRequest } from './open-request.js';

/** Calls a request off for a reason that those who were to help are told. Offers that waited close like any other. */
export function cancelHelpRequest(
  { transaction, clock }: Deps,
  actor: Actor,
  { requestId, reason }: { readonly requestId: HelpRequestId; readonly reason: string },
) {
  return transaction(async (unit) => {
    const now = clock.now();
    const opened = await openRequest(unit, actor, { requestId, action: 'CANCEL', now });
    if (!opened.ok) return opened;
    const facts = opened.value;
    const cancelled = step(facts, 'CANCEL', now);
    if (!cancelled.ok) return cancelled;
    const checked = new FieldChecks().text('reason', reason, { max: 500 }).finish(reason.trim());
    if (!checked.ok) return checked;
    await unit.helpOffers.lapseRest(requestId);
    await closeConversations(unit, facts.helpers);
    const { requesterId } = facts.request;
    await unit.notifications.tell({
      to: othersOf(facts, requesterId),
      reason: 'HELP_CANCELLED',
      sourceId: requestId,
      subject: { kind: 'HELP_REQUEST', id: requestId },
      from: requesterId,
    });
    return ok(await unit.helpRequests.save({ ...cancelled.value, statusReason: checked.value }));
  });
}
