import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { checkStudyGroup, studyGroupLifecycle, type StudyGroupContent, type StudyGroupId } from '../study-group.js';
import { studyGroupPolicy } from '../study-group.policy.js';
import { endGroupTask } from './found-study-group.js';
import { settleStudyGroup } from './settle-study-group.js';

/** Which study group becomes what. */
export type EditStudyGroup = { readonly groupId: StudyGroupId; readonly content: StudyGroupContent };

/** Changes what a study group is. Fewer seats take nobody's away; more go to whoever waits, in the same transaction. */
export function editStudyGroup(deps: Deps, actor: Actor, { groupId, content }: EditStudyGroup) {
  return deps.transaction(async (unit) => {
    const now = deps.clock.now();
    const facts = await unit.studyFacts.findLocked(actor, groupId);
    if (facts === null) return err(notFound('StudyGroup'));
    if (!studyGroupPolicy.can(actor, 'EDIT', facts)) return err(notAllowed('EDIT', 'StudyGroup'));
    const possible = studyGroupLifecycle.next('EDIT', facts, now, facts.group.status);
    if (!possible.ok) return possible;
    const checked = checkStudyGroup(content, { now, zone: deps.campusZone });
    if (!checked.ok) return checked;
    const saved = await unit.studyGroups.save({ ...facts.group, ...checked.value });
    await unit.jobs.enqueue(endGroupTask, { groupId }, { runAt: saved.endsAt, key: `${endGroupTask}:${groupId}` });
    return ok(await settleStudyGroup(unit, deps, saved));
  });
}
