import { err, memberOf, notAllowed, notFound, ok, type Actor, type Result, systemActor } from '@guildhall/kernel';
import type { Unit } from '@guildhall/subgraph';
import type { Activity } from '../../activity/activity.js';
import type { Deps, Repositories } from '../../deps.js';
import { attendanceConfirmed, placeChanged } from '../../registration/registration-facts.js';
import { correctAttendance, excuse, type Registration } from '../../registration/registration.js';
import { decideStrike, type Strike, type StrikeDecision, type StrikeId } from '../strike.js';
import { strikePolicy } from '../strike.policy.js';

/** How which appeal is decided, and why. */
export type DecideStrikeAppeal = {
  readonly strikeId: StrikeId;
  readonly decision: StrikeDecision;
  readonly reasons: string;
};

/** Decides an appeal against a strike. What a won appeal found is written into the registration in the same transaction. */
export function decideStrikeAppeal(
  { transaction, clock }: Deps,
  actor: Actor,
  { strikeId, decision, reasons }: DecideStrikeAppeal,
) {
  return transaction(async (unit) => {
    const { strikes, activities } = unit;
    const now = clock.now();
    const seen = await strikes.findVisible(actor, strikeId);
    // The activity first, like whoever closes or corrects attendance: in the other order two of them could wait for each other.
    const activity = seen === null ? null : await activities.findVisibleLocked(actor, seen.activityId);
    const strike = activity === null ? null : await strikes.findVisibleLocked(actor, strikeId);
    if (strike === null || activity === null) return err(notFound('Strike'));
    const deciderId = memberOf(actor);
    if (deciderId === undefined || !strikePolicy.can(actor, decision, { strike, activity }))
      return err(notAllowed(decision, 'Strike'));
    const decided = decideStrike(strike, { decision, reasons }, { deciderId, now });
    if (!decided.ok) return decided;
    const found = await writeFinding(unit, { activity, strike, decision, reasons }, now);
    if (!found.ok) return found;
    const saved = await strikes.save(decided.value);
    await unit.outbox.append('ActivityNotice', saved.id, {
      notice: 'STRIKE_DECIDED',
      sourceId: saved.id,
      activityId: saved.activityId,
      memberIds: [saved.memberId],
      toldAt: now.toISOString(),
    });
    return ok(saved);
  });
}

type Finding = Omit<DecideStrikeAppeal, 'strikeId'> & { readonly activity: Activity; readonly strike: Strike };

/** Corrects or excuses what the strike was given for; nothing where it stays. */
async function writeFinding(
  { registrations, outbox }: Unit<Repositories>,
  { activity, strike, decision, reasons }: Finding,
  now: Date,
) {
  const nothing: Result<null, never> = ok(null);
  if (decision === 'UPHOLD') return nothing;
  const registration = await registrations.findVisible(systemActor('decide-strike-appeal'), strike.registrationId);
  if (registration === null) return err(notFound('Registration'));
  const facts: { readonly registration: Registration; readonly activity: Activity } = { registration, activity };
  const changed =
    decision === 'EXCUSE'
      ? excuse(facts, reasons, now)
      : correctAttendance(facts, { attended: true, reason: reasons }, now);
  if (!changed.ok) return changed;
  const saved = await registrations.save(changed.value);
  if (decision === 'CORRECT_ATTENDANCE') {
    await outbox.append('AttendanceConfirmed', saved.id, attendanceConfirmed({ registration: saved, activity }));
    await outbox.append('PlaceChanged', saved.id, placeChanged(saved, 'ATTENDED', now));
  }
  return nothing;
}
