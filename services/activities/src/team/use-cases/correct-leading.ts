import { ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { openPlace } from './open-place.js';
import { correctLeading as correct, type TeamPlaceId } from '../team.js';

/** Whose leading is taken back, and why. */
export type CorrectLeading = { readonly placeId: TeamPlaceId; readonly reason: string };

/** Takes back that somebody led an activity that is over: the role on record was wrong. Whoever keeps their record is told. */
export function correctLeading({ transaction, clock }: Deps, actor: Actor, { placeId, reason }: CorrectLeading) {
  return transaction(async (unit) => {
    const opened = await openPlace(unit, actor, { placeId, action: 'CORRECT_LEADING' });
    if (!opened.ok) return opened;
    const now = clock.now();
    const corrected = correct(opened.value, { reason, now });
    if (!corrected.ok) return corrected;
    const { activityId, memberId } = corrected.value;
    await unit.outbox.append('ActivityLedVoided', placeId, { activityId, memberId, voidedAt: now.toISOString() });
    return ok(await unit.teams.save(corrected.value));
  });
}
