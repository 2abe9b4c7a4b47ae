import { err, memberOf, notFound, ok, systemActor, toId, type Actor } from '@guildhall/kernel';
import { keyedRequest } from '../../conversation/keyed-request.js';
import type { Deps } from '../../deps.js';
import { step, type HelpFacts, type HelpRequest, type HelpRequestId } from '../../help-request/help-request.js';
import { openRequest, type HelpUnit } from '../../help-request/use-cases/open-request.js';
import { partiesOf } from '../help-match.js';

/** Confirms that help was given; what was promised is handed on. */
export function confirmHelpDone(
  { idempotentTransaction, clock }: Deps,
  actor: Actor,
  input: { readonly requestId: HelpRequestId; readonly idempotencyKey: string },
) {
  return idempotentTransaction(
    keyedRequest(actor, 'confirmHelpDone', input),
    async ({ helpRequests }, id) => (await helpRequests.listVisible(actor, [toId(id)], clock.now()))[0] ?? null,
    async (unit) => {
      const now = clock.now();
      const opened = await openRequest(unit, actor, { requestId: input.requestId, action: 'CONFIRM_DONE', now });
      if (!opened.ok) return opened;
      const confirmed = step(opened.value, 'CONFIRM_DONE', now);
      if (!confirmed.ok) return confirmed;
      return ok(await complete(unit, opened.value, { request: confirmed.value, by: actor, now }));
    },
  );
}

/** Takes a week of silence for a yes, as the platform, at the instant at which the week is over. */
export function completeSilentHelp({ transaction, clock }: Deps, { requestId }: { readonly requestId: HelpRequestId }) {
  const actor = systemActor('complete-silent-help');
  return transaction(async (unit) => {
    const now = clock.now();
    const facts = await unit.helpRequests.findFactsLocked(actor, requestId, now);
    if (facts === null) return err(notFound('HelpRequest'));
    if (facts.request.status !== 'DONE_CLAIMED') return ok(facts.request);
    // The queue's clock may run ahead of ours; the guard then refuses and the job tries again.
    const completed = step(facts, 'COMPLETE_UNANSWERED', now);
    if (!completed.ok) return completed;
    return ok(await complete(unit, facts, { request: completed.value, by: actor, now }));
  });
}

/** What follows from completion, whoever brought it about: credits change hands and everybody is told. */
export async function complete(
  unit: HelpUnit,
  facts: HelpFacts,
  { request, by, now }: { readonly request: HelpRequest; readonly by: Actor; readonly now: Date },
): Promise<HelpRequest> {
  const { id, requesterId, credits } = request;
  await unit.helpCredits.transfer({ payer: requesterId, helpers: facts.helpers, amount: credits, now });
  await unit.notifications.tell({
    to: partiesOf(facts),
    reason: 'HELP_COMPLETED',
    sourceId: id,
    subject: { kind: 'HELP_REQUEST', id },
    from: memberOf(by),
  });
  return unit.helpRequests.save({ ...request, completedAt: now });
}
