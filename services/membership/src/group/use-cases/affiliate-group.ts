import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import { approveOpen } from '../../affiliation/use-cases/approve-open.js';
import { beginYear } from '../../affiliation/use-cases/begin-year.js';
import { tellGroup } from '../../affiliation/use-cases/tell-group.js';
import type { Deps } from '../../deps.js';
import { changeGroupStatus, type GroupId } from '../group.js';
import { groupPolicy } from '../group.policy.js';

/** Recognises a provisional group that has an officer as part of the union. Nobody changes its people meanwhile, so that the guard holds. */
export function affiliateGroup(
  { transaction, clock, ids, campusZone }: Deps,
  actor: Actor,
  { groupId }: { readonly groupId: GroupId },
) {
  return transaction(async (unit) => {
    const now = clock.now();
    const group = await unit.groups.findVisibleLocked(actor, groupId);
    if (group === null) return err(notFound('Group'));
    if (!groupPolicy.can(actor, 'AFFILIATE', group)) return err(notAllowed('AFFILIATE', 'Group'));
    const moved = changeGroupStatus(await unit.groups.readFacts(group, now), 'AFFILIATE', now);
    if (!moved.ok) return moved;
    const approved = await approveOpen(unit, actor, { groupId, id: ids.ordered(), now });
    if (!approved.ok) return approved;
    await tellGroup(unit, moved.value, { sourceId: ids.random(), now });
    return ok(await beginYear(unit, moved.value, { now, campusZone }));
  });
}
