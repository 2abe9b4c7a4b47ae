import type { Outbox } from '@guildhall/events';
import { err, illegalTransition, notFound, ok, systemActor, type Id } from '@guildhall/kernel';
import type { PlannedJob } from '@guildhall/subgraph';
import type { Deps, Repositories } from '../../deps.js';
import {
  handoverLifecycle,
  keptUntil,
  moveCapsule,
  remindsAt,
  sealsAt,
  shadowUntil,
  type HandoverCapsule,
  type HandoverCapsuleId,
} from '../handover-capsule.js';
import { factsOf } from './open-capsule.js';
import { tellParties } from './tell-parties.js';

/** Which handover a timed decision is about. */
export type TimedHandover = { readonly capsuleId: HandoverCapsuleId };

const planned = (task: string, { id }: HandoverCapsule, runAt: Date): PlannedJob => ({
  task,
  payload: { capsuleId: id },
  runAt,
  key: `${task}:${id}`,
});

/** The job that seals a handover; planned again, it replaces the one before. */
export function sealJob(capsule: HandoverCapsule): PlannedJob {
  return planned('seal-handover', capsule, sealsAt(capsule));
}

/** The jobs that look whether a handover is behind. */
export function watchJobs(capsule: HandoverCapsule): readonly PlannedJob[] {
  const remindAt = remindsAt(capsule);
  const reminder = remindAt > capsule.openedAt ? [planned('remind-handover', capsule, remindAt)] : [];
  return [...reminder, planned('alert-handover', capsule, capsule.dueAt)];
}

/** Reminds whoever is behind some days before a handover is due; nobody once it is accepted. */
export function remindHandover({ transaction, clock, ids }: Deps, { capsuleId }: TimedHandover) {
  const actor = systemActor('remind-handover');
  return transaction(async (unit) => {
    const capsule = await unit.handovers.findVisibleLocked(actor, capsuleId);
    if (capsule === null) return err(notFound('HandoverCapsule'));
    const now = clock.now();
    if (!handoverLifecycle.transitions.REMIND.from.includes(capsule.status)) return ok(capsule);
    // The queue's clock may run ahead of ours; the job then tries again.
    if (!handoverLifecycle.can('REMIND', await factsOf(unit, capsule), now))
      return err(illegalTransition('REMIND', capsule.status));
    const to = capsule.status === 'OPEN' ? 'OUTGOING' : 'SUCCESSOR';
    await tellParties(unit, capsule, { notice: 'HANDOVER_CHANGED', to, sourceId: ids.ordered(), now });
    return ok(capsule);
  });
}

/**
 * Tells both parties, the union officers and the officers of the group that a handover is not accepted when it is due. The
 * old rights end all the same.
 */
export function alertHandover({ transaction, clock }: Deps, { capsuleId }: TimedHandover) {
  const actor = systemActor('alert-handover');
  return transaction(async (unit) => {
    const capsule = await unit.handovers.findVisibleLocked(actor, capsuleId);
    if (capsule === null) return err(notFound('HandoverCapsule'));
    const now = clock.now();
    const isOver = capsule.acceptedAt !== undefined || capsule.status === 'SEALED';
    if (isOver || capsule.lateToldAt !== undefined) return ok(capsule);
    // The queue's clock may run ahead of ours; the job then tries again.
    if (!handoverLifecycle.can('ALERT', await factsOf(unit, capsule), now))
      return err(illegalTransition('ALERT', capsule.status));
    const to = await whoIsTold(unit, capsule, now);
    await tellParties(unit, capsule, { notice: 'HANDOVER_LATE', to, sourceId: capsule.id, now });
    return ok(await unit.handovers.save({ ...capsule, lateToldAt: now }));
  });
}

async function whoIsTold(
  { mandateTerms }: Pick<Repositories, 'mandateTerms'>,
  { successorId, outgoingIds, groupId }: HandoverCapsule,
  now: Date,
): Promise<readonly Id<'Member'>[]> {
  const holders = groupId === undefined ? [] : [...(await mandateTerms.listHolders([groupId], now)).values()].flat();
  const officers = holders.map(({ memberId }) => memberId);
  return [...new Set([successorId, ...outgoingIds, ...officers, ...(await mandateTerms.listUnionOfficers(now))])];
}

/** Seals a handover at its instant: nobody changes it any more, and what shadow access is left ends. */
export function sealHandover({ transaction, clock }: Deps, { capsuleId }: TimedHandover) {
  const actor = systemActor('seal-handover');
  return transaction(async (unit) => {
    const capsule = await unit.handovers.findVisibleLocked(actor, capsuleId);
    if (capsule === null) return err(notFound('HandoverCapsule'));
    if (capsule.status === 'SEALED') return ok(capsule);
    const now = clock.now();
    const sealed = moveCapsule(await factsOf(unit, capsule), 'SEAL', now);
    if (!sealed.ok) return sealed;
    const until = shadowUntil(capsule);
    if (until !== undefined && until > now) await endShadow(unit, capsule, now);
    const keepUntil = keptUntil(sealed.value) ?? now;
    await unit.jobs.enqueueMany([planned('forget-handover', sealed.value, keepUntil)]);
    return ok(await unit.handovers.save(sealed.value));
  });
}

/** Deletes what a sealed handover holds once it is kept long enough; that there was one stays. */
export function forgetHandover({ transaction, clock }: Deps, { capsuleId }: TimedHandover) {
  const actor = systemActor('forget-handover');
  return transaction(async (unit) => {
    const capsule = await unit.handovers.findVisibleLocked(actor, capsuleId);
    if (capsule === null) return err(notFound('HandoverCapsule'));
    if (capsule.forgottenAt !== undefined) return ok(capsule);
    const now = clock.now();
    if (!handoverLifecycle.can('FORGET', await factsOf(unit, capsule), now))
      return err(illegalTransition('FORGET', capsule.status));
    await unit.handoverContents.empty(capsuleId);
    return ok(await unit.handovers.save({ ...capsule, forgottenAt: now }));
  });
}

/** Ends the shadow access of a handover before its time, inside the caller's transaction. */
export async function endShadow(
  { outbox }: { readonly outbox: Outbox },
  { id, groupId, successorId }: HandoverCapsule,
  endedAt: Date,
): Promise<void> {
  if (groupId === undefined) return;
  await outbox.append('ShadowAccessEnded', id, {
    capsuleId: id,
    groupId,
    memberId: successorId,
    endedAt: endedAt.toISOString(),
  });
}
