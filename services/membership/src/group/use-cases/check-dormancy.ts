import { err, notFound, ok, systemActor } from '@guildhall/kernel';
import { tellGroup } from '../../affiliation/use-cases/tell-group.js';
import type { Deps } from '../../deps.js';
import { changeGroupStatus, type GroupId } from '../group.js';

/**
 * Lets an affiliated group fall dormant when it has had no officer for 30 days, as the platform. A group with an officer
 * is left alone.
 */
export function checkDormancy({ transaction, clock, ids }: Deps, { groupId }: { readonly groupId: GroupId }) {
  const actor = systemActor('check-dormancy');
  return transaction(async (unit) => {
    const { groups } = unit;
    const now = clock.now();
    const group = await groups.findVisibleLocked(actor, groupId);
    if (group === null) return err(notFound('Group'));
    const facts = await groups.readFacts(group, now);
    if (group.status !== 'AFFILIATED' || facts.officerCount > 0) return ok(group);
    // The queue's clock may run ahead of ours; the guard then refuses and the job tries again.
    const dormant = changeGroupStatus(facts, 'FALL_DORMANT', now);
    if (!dormant.ok) return dormant;
    const saved = await groups.save(dormant.value);
    await unit.jobs.cancel(`reaffiliation:${groupId}`);
    await tellGroup(unit, saved, { sourceId: ids.random(), now, also: await unit.mandates.listUnionOfficers(now) });
    return ok(saved);
  });
}
