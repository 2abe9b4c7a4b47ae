import { ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { moveCapsule, shadowUntil, type HandoverCapsuleId } from '../handover-capsule.js';
import { openCapsule } from './open-capsule.js';
import { tellParties } from './tell-parties.js';
import { sealJob } from './timed-handover.js';

type Which = { readonly capsuleId: HandoverCapsuleId };

/** Says that everything is written down, and lets whoever takes over know. */
export function handOver({ transaction, clock, ids }: Deps, actor: Actor, { capsuleId }: Which) {
  return transaction(async (unit) => {
    const now = clock.now();
    const facts = await openCapsule(unit, actor, { capsuleId, action: 'HAND_OVER' }, now);
    if (!facts.ok) return facts;
    const moved = moveCapsule(facts.value, 'HAND_OVER', now);
    if (!moved.ok) return moved;
    await tellParties(unit, moved.value, { notice: 'HANDOVER_CHANGED', to: 'SUCCESSOR', sourceId: ids.ordered(), now });
    return ok(await unit.handovers.save(moved.value));
  });
}

/** Begins to read along: until their own rights begin, whoever takes over reads what the group plans. */
export function startHandoverShadowing({ transaction, clock, ids }: Deps, actor: Actor, { capsuleId }: Which) {
  return transaction(async (unit) => {
    const now = clock.now();
    const facts = await openCapsule(unit, actor, { capsuleId, action: 'START_SHADOWING' }, now);
    if (!facts.ok) return facts;
    const moved = moveCapsule(facts.value, 'START_SHADOWING', now);
    if (!moved.ok) return moved;
    const capsule = moved.value;
    const until = shadowUntil(capsule);
    if (until !== undefined && capsule.groupId !== undefined)
      await unit.outbox.append('ShadowAccessStarted', capsule.id, {
        capsuleId: capsule.id,
        groupId: capsule.groupId,
        memberId: capsule.successorId,
        from: now.toISOString(),
        until: until.toISOString(),
      });
    await tellParties(unit, capsule, { notice: 'HANDOVER_CHANGED', to: 'OUTGOING', sourceId: ids.ordered(), now });
    return ok(await unit.handovers.save(capsule));
  });
}

/** Takes the office over as it was left; it can still be asked about until it is sealed. */
export function acceptHandover({ transaction, clock, ids }: Deps, actor: Actor, { capsuleId }: Which) {
  return transaction(async (unit) => {
    const now = clock.now();
    const facts = await openCapsule(unit, actor, { capsuleId, action: 'ACCEPT' }, now);
    if (!facts.ok) return facts;
    const moved = moveCapsule(facts.value, 'ACCEPT', now);
    if (!moved.ok) return moved;
    await unit.jobs.enqueueMany([sealJob(moved.value)]);
    await tellParties(unit, moved.value, { notice: 'HANDOVER_CHANGED', to: 'OUTGOING', sourceId: ids.ordered(), now });
    return ok(await unit.handovers.save(moved.value));
  });
}
