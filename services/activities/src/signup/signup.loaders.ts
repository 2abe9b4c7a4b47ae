import { memberOf, type Actor } from '@guildhall/kernel';
import DataLoader from 'dataloader';
import type { Repositories } from '../deps.js';
import type { Shift, ShiftId } from '../shift/shift.js';
import { timeMarginMs, type MemberTime } from './check-time.js';
import type { Signup, SignupId } from './signup.js';

/** Sign-ups by id; nothing for the hidden. */
export function createSignupLoader(
  actor: Actor,
  signups: Repositories['signups'],
): DataLoader<SignupId, Signup | null> {
  return new DataLoader(async (ids) => {
    const byId = new Map((await signups.listVisible(actor, ids)).map((signup) => [signup.id, signup]));
    return ids.map((id) => byId.get(id) ?? null);
  });
}

/** The viewer's own live sign-up, by shift. */
export function createOwnSignupLoader(
  actor: Actor,
  signups: Repositories['signups'],
): DataLoader<ShiftId, Signup | undefined> {
  return new DataLoader(async (ids) => {
    const byShift = new Map((await signups.listOwn(actor, ids)).map((signup) => [signup.shiftId, signup]));
    return ids.map((id) => byShift.get(id));
  });
}

/** What a member does around a shift. */
export type OwnTime = Omit<MemberTime, 'zone'>;

/** What the viewer does around each shift; nothing for whoever is no member. */
export function createOwnTimeLoader(actor: Actor, signups: Repositories['signups']): DataLoader<Shift, OwnTime> {
  return new DataLoader(async (shifts) => {
    const memberId = memberOf(actor);
    if (memberId === undefined) return shifts.map(() => ({ own: [], places: [] }));
    const from = new Date(Math.min(...shifts.map(({ startsAt }) => startsAt.getTime())) - timeMarginMs);
    const to = new Date(Math.max(...shifts.map(({ endsAt }) => endsAt.getTime())) + timeMarginMs);
    const own = await signups.listOwnShifts(memberId, from, to);
    const places = await signups.listHeldPlaces(memberId, from, to);
    return shifts.map(() => ({ own, places }));
  });
}
