import { actorKey, err, illegalTransition, memberOf, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import { mainDoor } from '../../checkpoint/checkpoint.js';
import type { Deps } from '../../deps.js';
import type { ScanAnswer } from '../../scan/merge-batch.js';
import { recordBatch } from '../../scan/use-cases/record-batch.js';
import { registrationPolicy } from '../registration.policy.js';
import { checkIn as decideCheckIn, checkKey, type RegistrationFacts, type RegistrationId } from '../registration.js';

/** Whose registration was scanned; the same key by the same officer gives the first answer again. */
export type CheckIn = { readonly registrationId: RegistrationId; readonly idempotencyKey: string | undefined };

/** Lets somebody in at the main door by their name. However often and by however many officers they are scanned, the first scan counts. */
export async function checkIn(
  { idempotentTransaction, clock, ids }: Deps,
  actor: Actor,
  { registrationId, idempotencyKey: key }: CheckIn,
) {
  const checked = checkKey(key);
  if (!checked.ok) return checked;
  const request = {
    actor: actorKey(actor),
    key: actor.kind === 'anonymous' ? undefined : key,
    operation: 'checkIn',
    input: { registrationId },
  };
  return idempotentTransaction(
    request,
    ({ registrations }) => registrations.findVisible(actor, registrationId),
    async (unit) => {
      const registration = await unit.registrations.findVisibleLocked(actor, registrationId);
      const activity = registration === null ? null : await unit.activities.findVisible(actor, registration.activityId);
      if (registration === null || activity === null) return err(notFound('Registration'));
      const facts: RegistrationFacts = { registration, activity };
      if (!registrationPolicy.can(actor, 'CHECK_IN', facts)) return err(notAllowed('CHECK_IN', 'Registration'));
      const now = clock.now();
      const decided = decideCheckIn(facts, now);
      if (!decided.ok || decided.value === registration) return decided;
      const batch = byName(actor, facts, ids.random(), now);
      return toCheckedIn(await recordBatch(unit, { now, ids, passes: undefined }, batch));
    },
  );
}

function toCheckedIn([answer]: readonly ScanAnswer[]) {
  const saved = answer?.outcome === 'CHECKED_IN' ? answer.registration : undefined;
  return saved === undefined ? err(illegalTransition('CHECK_IN', answer?.outcome ?? 'CLOSED')) : ok(saved);
}

/** The scan of somebody who was found on the list, dated by the server alone. */
function byName(actor: Actor, { registration, activity }: RegistrationFacts, nonce: string, now: Date) {
  const recordedBy = memberOf(actor);
  return {
    activity,
    device: { id: recordedBy ?? nonce, label: undefined, sentAt: now },
    recordedBy,
    claims: [
      {
        nonce,
        direction: 'IN',
        deviceTime: now,
        checkpointId: mainDoor(activity.id).id,
        pass: undefined,
        registrationId: registration.id,
        method: 'LIST',
      },
    ],
  } as const;
}
