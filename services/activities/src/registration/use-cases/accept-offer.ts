import { actorKey, err, illegalTransition, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Unit } from '@guildhall/subgraph';
import type { Deps, Repositories } from '../../deps.js';
import { placeClash } from '../clash.js';
import { acceptOffer as accept } from '../offer.js';
import { registrationPolicy } from '../registration.policy.js';
import { placesHeld } from '../registration-facts.js';
import { checkKey, type RegistrationFacts, type RegistrationId } from '../registration.js';
import { openSeatBook } from '../seat-book.js';
import { fillSeats, offerJobKey } from './fill-seats.js';

/** Whose offer, and whether they want it despite another place at the same time. */
export type AcceptOffer = {
  readonly registrationId: RegistrationId;
  readonly despiteClash: boolean;
  readonly idempotencyKey: string | undefined;
};

/** Takes an offered seat, or one that is called out while one is left: then the first to accept has it. */
export async function acceptOffer(
  { idempotentTransaction, clock }: Deps,
  actor: Actor,
  { registrationId, despiteClash, idempotencyKey: key }: AcceptOffer,
) {
  const checked = checkKey(key);
  if (!checked.ok) return checked;
  const request = {
    actor: actorKey(actor),
    key: actor.kind === 'anonymous' ? undefined : key,
    operation: 'acceptOffer',
    input: { registrationId, despiteClash },
  };
  return idempotentTransaction(
    request,
    ({ registrations }) => registrations.findVisible(actor, registrationId),
    async (unit) => {
      const { activities, registrations } = unit;
      const now = clock.now();
      const registration = await registrations.findVisibleLocked(actor, registrationId);
      const activity = registration === null ? null : await activities.findVisible(actor, registration.activityId);
      if (registration === null || activity === null) return err(notFound('Registration'));
      const facts = { registration, activity };
      if (!registrationPolicy.can(actor, 'ACCEPT', facts)) return err(notAllowed('ACCEPT', 'Registration'));
      const accepted = accept(facts, now);
      if (!accepted.ok) return accepted;
      const seat = await seatOf(unit, facts, now);
      if (seat === undefined) return err(illegalTransition('ACCEPT', registration.status));
      const clash = await clashOf(unit, facts, despiteClash);
      if (clash !== undefined) return err(placeClash(clash));
      const knowing = registration.despiteClash || despiteClash;
      const saved = await registrations.save({ ...accepted.value, ...seat, despiteClash: knowing });
      await unit.outbox.appendMany('PlaceHeld', placesHeld([saved], true, now));
      await unit.jobs.cancel(offerJobKey(saved));
      // The others who were called hear that no seat is left, or can go on accepting.
      await fillSeats(unit, activity, now);
      return ok(saved);
    },
  );
}

/** The seat an offer holds, or the one that is left for a call; nothing where others were quicker. */
async function seatOf({ seats, pools }: Unit<Repositories>, { registration, activity }: RegistrationFacts, now: Date) {
  if (registration.status === 'OFFERED') return { poolId: registration.poolId };
  const kept = await pools.listOfActivities([activity.id]);
  return openSeatBook(activity, kept, { counts: await seats.count(activity.id), now }).seatFor(registration.poolId);
}

/** The other activity at the same time, unless the member wants both. */
async function clashOf(
  { seats }: Unit<Repositories>,
  { registration, activity }: RegistrationFacts,
  despiteClash: boolean,
) {
  const clashes = await seats.listClashes(activity, [registration.memberId]);
  return despiteClash || registration.despiteClash ? undefined : clashes.get(registration.memberId);
}
