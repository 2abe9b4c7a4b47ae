import { err, illegalTransition, notFound, ok, systemActor } from '@guildhall/kernel';
import type { Unit } from '@guildhall/subgraph';
import type { Deps, Repositories } from '../../deps.js';
import { changeGroupStatus, reaffiliationWindowMs, type Group, type GroupId } from '../../group/group.js';
import { lastReminderMs, nextLookAt } from '../reaffiliation.js';
import { followAt } from './begin-year.js';
import { tellGroup } from './tell-group.js';

/** Which group to look at, and since when there is reason to. */
export type FollowReaffiliation = { readonly groupId: GroupId; readonly at: Date };

/**
 * Follows a group through its yearly window, as the platform: reminds its officers when the window opens and a week
 * before it closes, and lets a group that handed in nothing fall dormant. A submission that waits for the union stops
 * the clock, because its lateness is not the group's.
 */
export function followReaffiliation({ transaction, clock, ids }: Deps, { groupId, at }: FollowReaffiliation) {
  return transaction(async (unit) => {
    const now = clock.now();
    const group = await unit.groups.findVisibleLocked(systemActor('follow-reaffiliation'), groupId);
    if (group === null) return err(notFound('Group'));
    // The queue's clock may run ahead of ours; the job then tries again.
    if (now < at) return err(illegalTransition('FOLLOW', 'EARLY'));
    const due = group.reaffiliationDueAt;
    if (due === undefined) return ok(group);
    const open = await unit.affiliations.findOpen(groupId);
    if (due <= now) return open?.status === 'SUBMITTED' ? ok(group) : miss(unit, group, { now, id: ids.random() });
    if (open === null) await remind(unit, group, { now, due, id: ids.random() });
    await followAt(unit, group, nextLookAt(due, now));
    return ok(group);
  });
}

async function remind(
  { groupAlerts, mandates, notifications }: Unit<Repositories>,
  { id: groupId }: Group,
  { id, now, due }: { readonly id: string; readonly now: Date; readonly due: Date },
): Promise<void> {
  const left = due.getTime() - now.getTime();
  if (left > reaffiliationWindowMs) return;
  const kind = left <= lastReminderMs ? 'REAFFILIATION_SOON' : 'REAFFILIATION_OPEN';
  if (!(await groupAlerts.addOnce({ id, groupId, kind, about: due, toldAt: now }))) return;
  await notifications.tell({
    to: await mandates.listOfficers(groupId, now),
    reason: 'REAFFILIATION_DUE',
    sourceId: id,
    subject: { kind: 'GROUP', id: groupId },
    groupId,
  });
}

async function miss(unit: Unit<Repositories>, group: Group, { now, id }: { readonly now: Date; readonly id: string }) {
  const dormant = changeGroupStatus(await unit.groups.readFacts(group, now), 'MISS_REAFFILIATION', now);
  if (!dormant.ok) return dormant;
  const saved = await unit.groups.save(dormant.value);
  await tellGroup(unit, saved, { sourceId: id, now, also: await unit.mandates.listUnionOfficers(now) });
  return ok(saved);
}
