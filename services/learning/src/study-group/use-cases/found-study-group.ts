import { actorKey, err, limitReached, memberOf, notAllowed, ok, toId, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { checkIdempotencyKey } from '../study-key.js';
import { checkStudyGroup, type StudyGroup, type StudyGroupContent } from '../study-group.js';
import { studyGroupPolicy } from '../study-group.policy.js';
import { currentStudyRules } from '../study-rules.js';

/** What is founded. */
export type FoundStudyGroup = { readonly content: StudyGroupContent; readonly idempotencyKey: string | undefined };

/** The task that ends a study group after its last day. */
export const endGroupTask = 'end-study-group';

/** Founds a study group; its founder has the first seat and organises it. It ends by itself after its last day. */
export async function foundStudyGroup(deps: Deps, actor: Actor, { idempotencyKey: key, ...input }: FoundStudyGroup) {
  const checkedKey = checkIdempotencyKey(key);
  if (!checkedKey.ok) return checkedKey;
  return deps.idempotentTransaction(
    { actor: actorKey(actor), key: actor.kind === 'anonymous' ? undefined : key, operation: 'foundStudyGroup', input },
    ({ studyGroups }, id) => studyGroups.findVisible(actor, toId(id)),
    async ({ studyGroups, studyPlaces, jobs }) => {
      const now = deps.clock.now();
      const memberId = memberOf(actor);
      if (memberId === undefined || !studyGroupPolicy.canFound(actor)) return err(notAllowed('FOUND', 'StudyGroup'));
      const checked = checkStudyGroup(input.content, { now, zone: deps.campusZone });
      if (!checked.ok) return checked;
      const { organisedMax, version: rulesVersion } = currentStudyRules;
      if ((await studyGroups.countOrganised(actor)) >= organisedMax)
        return err(limitReached('You organise as many study groups as one person can.', organisedMax));
      const group: StudyGroup = {
        ...checked.value,
        id: deps.ids.ordered<'StudyGroup'>(),
        status: 'FORMING',
        plannedUntil: undefined,
        organiserId: memberId,
        foundedAt: now,
        rulesVersion,
        version: 1,
      };
      await studyGroups.add(group);
      const seat = { id: deps.ids.ordered<'StudyPlace'>(), groupId: group.id, memberId, reason: undefined, version: 1 };
      await studyPlaces.add({ ...seat, status: 'SEATED', since: now });
      await jobs.enqueue(
        endGroupTask,
        { groupId: group.id },
        { runAt: group.endsAt, key: `${endGroupTask}:${group.id}` },
      );
      return ok(group);
    },
  );
}
