import { actorKey, err, memberOf, notAllowed, notFound, ok, toId, type Actor } from '@guildhall/kernel';
import type { Unit } from '@guildhall/subgraph';
import type { Deps, Repositories } from '../../deps.js';
import { checkIdempotencyKey } from '../../study-group/study-key.js';
import { moveHosting, type StudySessionId } from '../study-session.js';
import { studySessionPolicy } from '../study-session.policy.js';

type Which = { readonly sessionId: StudySessionId };
type Move = Which & { readonly action: 'OFFER_HOSTING' | 'KEEP_HOSTING' | 'TAKE_HOSTING' };

async function move(
  unit: Unit<Repositories>,
  { clock }: Pick<Deps, 'clock'>,
  actor: Actor,
  { sessionId, action }: Move,
) {
  const by = memberOf(actor);
  const facts = await unit.studyFacts.findSessionLocked(actor, sessionId);
  if (facts === null) return err(notFound('StudySession'));
  if (by === undefined || !studySessionPolicy.can(actor, action, facts)) return err(notAllowed(action, 'StudySession'));
  const moved = moveHosting(facts, action, { by, now: clock.now() });
  return moved.ok ? ok(await unit.studySessions.save(moved.value)) : moved;
}

/** Asks whether somebody else hosts a session; it stays with its host until somebody takes it. */
export function offerStudyHosting(deps: Deps, actor: Actor, which: Which) {
  return deps.transaction((unit) => move(unit, deps, actor, { ...which, action: 'OFFER_HOSTING' }));
}

/** Takes that question back. */
export function keepStudyHosting(deps: Deps, actor: Actor, which: Which) {
  return deps.transaction((unit) => move(unit, deps, actor, { ...which, action: 'KEEP_HOSTING' }));
}

/** Hosts a session that its host offers to others; exactly one person gets it. */
export async function takeStudyHosting(
  deps: Deps,
  actor: Actor,
  { idempotencyKey: key, ...input }: Which & { readonly idempotencyKey: string | undefined },
) {
  const checkedKey = checkIdempotencyKey(key);
  if (!checkedKey.ok) return checkedKey;
  return deps.idempotentTransaction(
    { actor: actorKey(actor), key: actor.kind === 'anonymous' ? undefined : key, operation: 'takeStudyHosting', input },
    ({ studySessions }, id) => studySessions.findVisible(actor, toId(id)),
    (unit) => move(unit, deps, actor, { ...input, action: 'TAKE_HOSTING' }),
  );
}
