import { err, illegalTransition, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { studyGroupLifecycle, type StudyGroupId } from '../study-group.js';
import { studyGroupPolicy } from '../study-group.policy.js';
import { movePlace } from '../study-place.js';
import { settleStudyGroup } from './settle-study-group.js';

/** Gives up the viewer's seat, waiting place or invitation; a seat goes on in the same transaction. */
export function leaveStudyGroup(deps: Deps, actor: Actor, { groupId }: { readonly groupId: StudyGroupId }) {
  return deps.transaction(async (unit) => {
    const now = deps.clock.now();
    const facts = await unit.studyFacts.findLocked(actor, groupId);
    if (facts === null) return err(notFound('StudyGroup'));
    if (facts.place === undefined || !studyGroupPolicy.can(actor, 'LEAVE', facts))
      return err(notAllowed('LEAVE', 'StudyGroup'));
    if (!studyGroupLifecycle.can('LEAVE', facts, now)) return err(illegalTransition('LEAVE', facts.place.status));
    const left = await unit.studyPlaces.save(movePlace(facts.place, 'LEFT', { now }));
    await settleStudyGroup(unit, deps, facts.group);
    return ok(left);
  });
}
