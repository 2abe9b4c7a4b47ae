import { err, FieldChecks, illegalTransition, isMember, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { studyGroupLifecycle } from '../study-group.js';
import { studyGroupPolicy } from '../study-group.policy.js';
import { isLivePlace, movePlace, type StudyPlaceId } from '../study-place.js';
import { settleStudyGroup } from './settle-study-group.js';

/** Whose place is taken away, and why. */
export type RemoveFromStudyGroup = { readonly placeId: StudyPlaceId; readonly reason: string };

/** Takes somebody's place away, with a reason they are shown; a seat goes on in the same transaction. */
export function removeFromStudyGroup(deps: Deps, actor: Actor, { placeId, reason }: RemoveFromStudyGroup) {
  return deps.transaction(async (unit) => {
    const now = deps.clock.now();
    const seen = await unit.studyPlaces.findVisible(actor, placeId);
    const facts = seen === null ? null : await unit.studyFacts.findLocked(actor, seen.groupId);
    // Read again under the lock: they may have left meanwhile.
    const place = facts === null ? null : await unit.studyPlaces.findVisible(actor, placeId);
    if (facts === null || place === null) return err(notFound('StudyPlace'));
    if (!studyGroupPolicy.can(actor, 'REMOVE', facts) || isMember(actor, place.memberId))
      return err(notAllowed('REMOVE', 'StudyPlace'));
    if (!studyGroupLifecycle.can('REMOVE', facts, now) || !isLivePlace(place))
      return err(illegalTransition('REMOVE', place.status));
    const checked = new FieldChecks().text('reason', reason, { min: 5, max: 500 }).finish(reason.trim());
    if (!checked.ok) return checked;
    const removed = await unit.studyPlaces.save(movePlace(place, 'REMOVED', { now, reason: checked.value }));
    await settleStudyGroup(unit, deps, facts.group);
    return ok(removed);
  });
}
