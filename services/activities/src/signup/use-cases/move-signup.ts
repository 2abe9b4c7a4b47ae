import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Unit } from '@guildhall/subgraph';
import type { Deps, Repositories } from '../../deps.js';
import { signupPolicy } from '../signup.policy.js';
import { advanceSignup, type SignupFacts, type SignupId } from '../signup.js';
import { tellOfShift } from './tell-of-shift.js';

type Which = { readonly signupId: SignupId };
type Move = 'DECLINE' | 'WITHDRAW' | 'KEEP';

/** Says no to somebody who asked. */
export function declineSignup(deps: Deps, actor: Actor, { signupId }: Which) {
  return move(deps, actor, { signupId, action: 'DECLINE' });
}

/** Gives a place or a request up before the shift begins; the host is told of a place. */
export function withdrawFromShift(deps: Deps, actor: Actor, { signupId }: Which) {
  return move(deps, actor, { signupId, action: 'WITHDRAW' });
}

/** Keeps a place that was offered to others after all. */
export function keepShift(deps: Deps, actor: Actor, { signupId }: Which) {
  return move(deps, actor, { signupId, action: 'KEEP' });
}

function move({ transaction, clock }: Deps, actor: Actor, { signupId, action }: Which & { readonly action: Move }) {
  return transaction(async (unit) => {
    const now = clock.now();
    const facts = await unit.signups.findFactsLocked(actor, signupId);
    if (facts === null) return err(notFound('ShiftSignup'));
    if (!signupPolicy.can(actor, action, facts)) return err(notAllowed(action, 'ShiftSignup'));
    const moved = advanceSignup(facts, action, now);
    if (!moved.ok) return moved;
    await tell(unit, facts, { action, now });
    return ok(await unit.signups.save(moved.value));
  });
}

async function tell(
  unit: Unit<Repositories>,
  { signup, host }: SignupFacts,
  { action, now }: { readonly action: Move; readonly now: Date },
): Promise<void> {
  if (action === 'DECLINE') return tellOfShift(unit, { sourceId: signup.id, memberIds: [signup.memberId], now });
  if (action === 'WITHDRAW' && signup.status !== 'REQUESTED')
    return tellOfShift(unit, { sourceId: signup.id, memberIds: await unit.hosts.listPeople(host, now), now });
}
