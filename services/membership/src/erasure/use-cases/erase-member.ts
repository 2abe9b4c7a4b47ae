import { err, illegalTransition, notFound, ok, systemActor } from '@guildhall/kernel';
import type { Unit } from '@guildhall/subgraph';
import type { Deps, Repositories } from '../../deps.js';
import { dormancyCheck, membershipEnded } from '../../group/group.js';
import { mandateEnded } from '../../group/mandate.js';
import type { MemberId } from '../../member/member.js';
import { endErasure, obstructedMs, tombstoneOf, type Erasure, type ErasureId } from '../erasure.js';
import { erasureJob } from './erasure-job.js';

/**
 * Erases a member at the instant they were promised, as the platform and in one transaction: offices and groups end,
 * words and names go, and the other services are told. One that was taken back or is done is left alone, so that a
 * second run is harmless; one that meanwhile has an obstacle waits for another day.
 */
export function eraseMember({ transaction, clock }: Deps, { erasureId }: { readonly erasureId: ErasureId }) {
  const actor = systemActor('erase-member');
  return transaction(async (unit) => {
    const now = clock.now();
    const erasure = await unit.erasures.findLocked(actor, erasureId);
    if (erasure === null) return err(notFound('Erasure'));
    if (erasure.status !== 'SCHEDULED') return ok(erasure);
    // The queue's clock may run ahead of ours; the job then tries again.
    if (erasure.dueAt > now) return err(illegalTransition('CARRY_OUT', 'SCHEDULED'));
    const member = await unit.members.findVisible(actor, erasure.memberId);
    if (member === null) return err(notFound('Member'));
    if ((await unit.erasures.listObstacles(member, now)).length > 0) return ok(await postpone(unit, erasure, now));
    await endOffices(unit, member.id, now);
    await unit.erasures.eraseData(member);
    const tombstone = tombstoneOf(member, now);
    if (!tombstone.ok) return tombstone;
    await unit.members.save(tombstone.value);
    await unit.jobs.cancel(`member-status:${member.id}`);
    await unit.outbox.append('MemberStatusChanged', member.id, { memberId: member.id, status: 'ERASED' });
    const done = endErasure(erasure, 'CARRY_OUT', now);
    if (!done.ok) return done;
    const saved = await unit.erasures.save(done.value);
    await unit.erasures.confirm(member.id, { service: 'membership', confirmedAt: now });
    return ok(saved);
  });
}

async function postpone({ erasures, jobs }: Unit<Repositories>, erasure: Erasure, now: Date): Promise<Erasure> {
  const later = await erasures.save({ ...erasure, dueAt: new Date(now.getTime() + obstructedMs) });
  await jobs.enqueue(...erasureJob(later));
  return later;
}

async function endOffices(
  { groups, mandates, outbox, jobs }: Unit<Repositories>,
  memberId: MemberId,
  now: Date,
): Promise<void> {
  const offices = await mandates.endAll({ memberId }, now);
  await outbox.appendMany('MandateEnded', offices.map(mandateEnded));
  const left = await groups.endMemberships({ memberId }, now);
  await outbox.appendMany('GroupMembershipEnded', left.map(membershipEnded));
  for (const groupId of new Set(offices.flatMap((office) => office.groupId ?? [])))
    await jobs.enqueue('check-dormancy', { groupId }, dormancyCheck(groupId, now));
}
