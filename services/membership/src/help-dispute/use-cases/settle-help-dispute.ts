import { err, memberOf, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { partiesOf } from '../../help-match/help-match.js';
import { complete } from '../../help-match/use-cases/confirm-help-done.js';
import { step, type HelpRequestId } from '../../help-request/help-request.js';
import { openRequest } from '../../help-request/use-cases/open-request.js';
import { decide, type HelpDecision } from '../help-dispute.js';

/** What an officer decides about which request, and why. */
export type SettleInput = {
  readonly requestId: HelpRequestId;
  readonly decision: HelpDecision;
  readonly reason: string;
};

/** Decides a dispute for an officer of the union who took no part: it was done and is paid, or it was not. */
export function settleHelpDispute(
  { transaction, clock }: Deps,
  actor: Actor,
  { requestId, decision, reason }: SettleInput,
) {
  return transaction(async (unit) => {
    const now = clock.now();
    const opened = await openRequest(unit, actor, { requestId, action: 'SETTLE', now });
    if (!opened.ok) return opened;
    const decidedBy = memberOf(actor);
    if (decidedBy === undefined) return err(notAllowed('SETTLE', 'HelpRequest'));
    const settled = step(opened.value, 'SETTLE', now, decision);
    if (!settled.ok) return settled;
    const dispute = await unit.helpDisputes.findOf(requestId);
    if (dispute === null) return err(notFound('HelpRequest'));
    const decided = decide(dispute, { decision, decidedBy, reason, decidedAt: now });
    if (!decided.ok) return decided;
    await unit.helpDisputes.save(decided.value);
    await unit.notifications.tell({
      to: partiesOf(opened.value),
      reason: 'HELP_DECIDED',
      sourceId: dispute.id,
      subject: { kind: 'HELP_REQUEST', id: requestId },
      from: decidedBy,
    });
    if (decision === 'COMPLETED')
      return ok(await complete(unit, opened.value, { request: settled.value, by: actor, now }));
    return ok(await unit.helpRequests.save({ ...settled.value, statusReason: decided.value.reason }));
  });
}
