import { err, memberOf, notAllowed, ok, toId, type Actor } from '@guildhall/kernel';
import { keyedRequest } from '../../conversation/keyed-request.js';
import type { Deps } from '../../deps.js';
import { refuseAssessedWork } from '../assessed-work.js';
import { checkAsk, type HelpAsk } from '../help-ask.js';
import { draftOf } from '../help-request.js';
import { helpPolicy } from '../help-request.policy.js';

/** What somebody asks for, and whether they stated that marked work stays its student's own. */
export type AskInput = HelpAsk & { readonly isOwnWork: boolean };

/** Keeps a draft of what somebody asks for; nobody else sees it until it is posted. */
export async function draftHelpRequest(
  { idempotentTransaction, clock, ids }: Deps,
  actor: Actor,
  input: AskInput & { readonly idempotencyKey: string },
) {
  const { idempotencyKey: _key, isOwnWork, ...ask } = input;
  const refused = refuseAssessedWork([ask.title, ask.words], isOwnWork);
  if (!refused.ok) return refused;
  return idempotentTransaction(
    keyedRequest(actor, 'draftHelpRequest', input),
    async ({ helpRequests }, id) => (await helpRequests.listVisible(actor, [toId(id)], clock.now()))[0] ?? null,
    async ({ helpRequests }) => {
      const requesterId = memberOf(actor);
      if (requesterId === undefined || !helpPolicy.canAsk(actor)) return err(notAllowed('ASK', 'HelpRequest'));
      const now = clock.now();
      const checked = checkAsk(ask, now);
      if (!checked.ok) return checked;
      return ok(await helpRequests.add(draftOf(checked.value, { id: ids.ordered(), requesterId, now })));
    },
  );
}
