import {
  actorKey,
  err,
  illegalTransition,
  memberOf,
  notAllowed,
  notFound,
  ok,
  toId,
  type Actor,
} from '@guildhall/kernel';
import type { Unit } from '@guildhall/subgraph';
import type { Deps, Repositories } from '../../deps.js';
import { checkIdempotencyKey } from '../study-key.js';
import { studyGroupLifecycle, type StudyFacts, type StudyGroupId } from '../study-group.js';
import { studyGroupPolicy } from '../study-group.policy.js';
import { movePlace, type StudyPlace } from '../study-place.js';
import { settleStudyGroup } from './settle-study-group.js';

/** Which study group to join. */
export type JoinStudyGroup = { readonly groupId: StudyGroupId; readonly idempotencyKey: string | undefined };

/** Takes a seat, or the last place of the waiting list while every seat is taken. Joining twice is joining once. */
export async function joinStudyGroup(deps: Deps, actor: Actor, { idempotencyKey: key, ...input }: JoinStudyGroup) {
  const checkedKey = checkIdempotencyKey(key);
  if (!checkedKey.ok) return checkedKey;
  return deps.idempotentTransaction(
    { actor: actorKey(actor), key: actor.kind === 'anonymous' ? undefined : key, operation: 'joinStudyGroup', input },
    ({ studyPlaces }, id) => studyPlaces.findVisible(actor, toId(id)),
    async (unit) => {
      const memberId = memberOf(actor);
      const facts = await unit.studyFacts.findLocked(actor, input.groupId);
      if (facts === null) return err(notFound('StudyGroup'));
      const { place } = facts;
      if (memberId === undefined || !studyGroupPolicy.can(actor, 'JOIN', facts) || wasRemoved(facts))
        return err(notAllowed('JOIN', 'StudyGroup'));
      if (place?.status === 'SEATED' || place?.status === 'WAITING') return ok(place);
      if (!studyGroupLifecycle.can('JOIN', facts, deps.clock.now()))
        return err(illegalTransition('JOIN', facts.group.status));
      return ok(await enter(unit, deps, { facts, memberId }));
    },
  );
}

/** Whom the organiser sent away comes back by an invitation alone. */
function wasRemoved({ place }: StudyFacts): boolean {
  return place?.status === 'REMOVED';
}

/** Puts the member at the end of the line; whoever is first in it gets a seat if there is one. */
async function enter(
  unit: Unit<Repositories>,
  deps: Deps,
  { facts: { group, place }, memberId }: { readonly facts: StudyFacts; readonly memberId: StudyPlace['memberId'] },
): Promise<StudyPlace> {
  const now = deps.clock.now();
  const seated = await unit.studyPlaces.listSeated(group.id);
  const isFree = seated.length < group.capacity && (await unit.studyPlaces.findNext(group.id)) === null;
  const status = isFree ? 'SEATED' : 'WAITING';
  const made =
    place?.status === 'INVITED'
      ? await unit.studyPlaces.save(movePlace(place, status, { now }))
      : await unit.studyPlaces.add({
          id: deps.ids.ordered(),
          groupId: group.id,
          memberId,
          status,
          since: now,
          reason: undefined,
          version: 1,
        });
  await settleStudyGroup(unit, deps, group);
  return made;
}
