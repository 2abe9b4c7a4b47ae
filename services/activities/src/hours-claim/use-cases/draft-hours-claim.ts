import { actorKey, err, memberOf, notAllowed, notFound, ok, toId, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import type { HostId } from '../../host/host.js';
import { checkKey } from '../../registration/registration.js';
import { hoursClaimPolicy } from '../hours-claim.policy.js';
import { draftClaim, type HoursClaimPlan } from '../hours-claim.js';

/** For which host, and what was done. */
export type DraftHoursClaim = HoursClaimPlan & { readonly hostId: HostId; readonly idempotencyKey: string | undefined };

/** Writes down hours outside any shift, to be handed in when it says what shows them. */
export async function draftHoursClaim(
  { idempotentTransaction, clock, ids }: Deps,
  actor: Actor,
  { idempotencyKey: key, ...input }: DraftHoursClaim,
) {
  const checked = checkKey(key);
  if (!checked.ok) return checked;
  const { hostId, ...plan } = input;
  return idempotentTransaction(
    { actor: actorKey(actor), key: actor.kind === 'anonymous' ? undefined : key, operation: 'draftHoursClaim', input },
    ({ hoursClaims }, id) => hoursClaims.findVisible(actor, toId(id)),
    async ({ hosts, hoursClaims }) => {
      const memberId = memberOf(actor);
      const host = await hosts.find(hostId);
      if (host === null) return err(notFound('ServiceHost'));
      if (memberId === undefined || !hoursClaimPolicy.canClaim(actor)) return err(notAllowed('CLAIM', 'HoursClaim'));
      const drafted = draftClaim(plan, { id: ids.ordered(), memberId, hostId, signupId: undefined }, clock.now());
      return drafted.ok ? ok(await hoursClaims.add(drafted.value)) : drafted;
    },
  );
}
