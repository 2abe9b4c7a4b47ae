import { actorKey, conflict, err, memberOf, notAllowed, notFound, ok, toId, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { giveConsent as give, type ConsentDraft } from '../consent.js';
import { consentPolicy } from '../consent.policy.js';

/** Lets others read a part of the viewer's needs. One consent per purpose and audience is alive at a time. */
export function giveConsent(
  { idempotentTransaction, clock, ids }: Deps,
  actor: Actor,
  input: ConsentDraft & { readonly idempotencyKey: string },
) {
  const { idempotencyKey: key, ...draft } = input;
  return idempotentTransaction(
    { actor: actorKey(actor), key, operation: 'giveConsent', input: draft },
    ({ consents }, id) => consents.findVisibleLocked(actor, toId(id)),
    async ({ groups, consents }) => {
      const { groupId } = draft;
      if (groupId !== undefined && (await groups.findVisible(actor, groupId)) === null) return err(notFound('Group'));
      const memberId = memberOf(actor);
      if (memberId === undefined || !consentPolicy.canGive(actor, draft)) return err(notAllowed('GIVE', 'Consent'));
      const given = give(draft, { id: ids.ordered(), memberId, now: clock.now() });
      if (!given.ok) return given;
      if (!(await consents.addUnlessAlive(given.value)))
        return err(conflict('You share this already. Withdraw that consent first if you want to change it.'));
      return ok(given.value);
    },
  );
}
