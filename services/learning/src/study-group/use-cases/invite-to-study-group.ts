import {
  err,
  illegalTransition,
  isMember,
  limitReached,
  notAllowed,
  notFound,
  ok,
  validationError,
  type Actor,
  type Id,
} from '@guildhall/kernel';
import type { Unit } from '@guildhall/subgraph';
import type { Deps, Repositories } from '../../deps.js';
import { studyGroupLifecycle, type StudyGroup, type StudyGroupId } from '../study-group.js';
import { studyGroupPolicy } from '../study-group.policy.js';
import { isLivePlace } from '../study-place.js';
import { currentStudyRules } from '../study-rules.js';

/** Who is invited to which study group. */
export type InviteToStudyGroup = { readonly groupId: StudyGroupId; readonly memberId: Id<'Member'> };

/**
 * Invites a member. Somebody whom a block keeps from anybody with a seat, the organiser too, is invited as well and never
 * sees it, so that nobody learns of a block. Inviting twice is inviting once; it opens the door to whoever was removed.
 */
export function inviteToStudyGroup(deps: Deps, actor: Actor, { groupId, memberId }: InviteToStudyGroup) {
  return deps.transaction(async (unit) => {
    const facts = await unit.studyFacts.findLocked(actor, groupId);
    if (facts === null) return err(notFound('StudyGroup'));
    if (!studyGroupPolicy.can(actor, 'INVITE', facts)) return err(notAllowed('INVITE', 'StudyGroup'));
    if (!studyGroupLifecycle.can('INVITE', facts, deps.clock.now()))
      return err(illegalTransition('INVITE', facts.group.status));
    if (isMember(actor, memberId)) return err(yourself);
    if (!(await unit.studyMembers.isActive(memberId))) return err(notFound('Member'));
    return invite(unit, deps, { group: facts.group, memberId });
  });
}

async function invite(
  unit: Unit<Repositories>,
  { ids, clock }: Pick<Deps, 'ids' | 'clock'>,
  { group, memberId }: { readonly group: StudyGroup; readonly memberId: Id<'Member'> },
) {
  const [last] = await unit.studyPlaces.listLastOf(memberId, [group.id]);
  if (last !== undefined && isLivePlace(last)) return ok(last);
  const { invitationsMax } = currentStudyRules;
  if ((await unit.studyPlaces.countInvited(group.id)) >= invitationsMax)
    return err(limitReached('As many invitations wait as one study group can have.', invitationsMax));
  const made = { id: ids.ordered<'StudyPlace'>(), groupId: group.id, memberId, reason: undefined, version: 1 };
  return ok(await unit.studyPlaces.add({ ...made, status: 'INVITED', since: clock.now() }));
}

const yourself = validationError([
  { path: 'memberId', rule: 'CONTRADICTION', message: 'Choose somebody else than yourself.' },
]);
