import { err, memberOf, notAllowed, ok, toId, type Actor } from '@guildhall/kernel';
import { keyedRequest } from '../../conversation/keyed-request.js';
import type { Deps } from '../../deps.js';
import { othersOf, partiesOf } from '../../help-match/help-match.js';
import { step, type HelpRequestId } from '../../help-request/help-request.js';
import { openRequest } from '../../help-request/use-cases/open-request.js';
import { raise } from '../help-dispute.js';

/** What is disputed, and why. */
export type DisputeInput = {
  readonly requestId: HelpRequestId;
  readonly words: string;
  readonly idempotencyKey: string;
};

/** Says that it was not done as the other side calls it. Nothing changes hands until an officer who took no part decides. */
export function disputeHelp({ idempotentTransaction, clock, ids }: Deps, actor: Actor, input: DisputeInput) {
  const { requestId, words } = input;
  return idempotentTransaction(
    keyedRequest(actor, 'disputeHelp', input),
    async ({ helpRequests }, id) => (await helpRequests.listVisible(actor, [toId(id)], clock.now()))[0] ?? null,
    async (unit) => {
      const now = clock.now();
      const opened = await openRequest(unit, actor, { requestId, action: 'DISPUTE', now });
      if (!opened.ok) return opened;
      const raisedBy = memberOf(actor);
      if (raisedBy === undefined) return err(notAllowed('DISPUTE', 'HelpRequest'));
      const disputed = step(opened.value, 'DISPUTE', now);
      if (!disputed.ok) return disputed;
      const dispute = raise(words, { id: ids.ordered(), requestId, raisedBy, raisedAt: now });
      if (!dispute.ok) return dispute;
      await unit.helpDisputes.add(dispute.value);
      const officers = await unit.helpDisputes.listDeciders(partiesOf(opened.value), now);
      await unit.notifications.tell({
        to: [...othersOf(opened.value, raisedBy), ...officers],
        reason: 'HELP_DISPUTED',
        sourceId: dispute.value.id,
        subject: { kind: 'HELP_REQUEST', id: requestId },
        from: raisedBy,
      });
      return ok(await unit.helpRequests.save(disputed.value));
    },
  );
}
