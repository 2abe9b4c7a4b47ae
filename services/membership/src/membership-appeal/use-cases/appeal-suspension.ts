import { actorKey, err, notAllowed, ok, registeredMemberOf, toId, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { appealAgainst, type JudgedAppeal } from '../membership-appeal.js';
import { membershipAppealPolicy } from '../membership-appeal.policy.js';

/** Takes what a suspended person says against the suspension, once. */
export function appealSuspension(
  { idempotentTransaction, clock, ids }: Deps,
  actor: Actor,
  { words, idempotencyKey: key }: { readonly words: string; readonly idempotencyKey: string | undefined },
) {
  return idempotentTransaction(
    { actor: actorKey(actor), key, operation: 'appealSuspension', input: { words } },
    async ({ membershipAppeals }, id) => {
      const judged = await membershipAppeals.findVisible(actor, toId(id));
      return judged && withId(judged);
    },
    async ({ membershipAppeals }) => {
      const id = registeredMemberOf(actor);
      const standing = id === undefined ? null : await membershipAppeals.findStandingLocked(actor, id);
      if (standing === null || !membershipAppealPolicy.canAppeal(actor, standing))
        return err(notAllowed('APPEAL', 'Suspension'));
      const { suspension } = standing;
      const appeal = appealAgainst(suspension, words, { id: ids.ordered(), now: clock.now() });
      if (!appeal.ok) return appeal;
      return ok(withId({ appeal: await membershipAppeals.add(appeal.value), suspendedBy: suspension.suspendedBy }));
    },
  );
}

/** Answers are remembered by the id of what they made. */
function withId(judged: JudgedAppeal): JudgedAppeal & { readonly id: string } {
  return { ...judged, id: judged.appeal.id };
}
