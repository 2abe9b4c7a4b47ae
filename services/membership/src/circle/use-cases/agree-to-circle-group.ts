import { conflict, err, ok, type Actor } from '@guildhall/kernel';
import type { Unit } from '@guildhall/subgraph';
import { admitMember } from '../../admission/use-cases/admit-member.js';
import type { Deps, Repositories } from '../../deps.js';
import { joinGroup, proposedGroup, type Group } from '../../group/group.js';
import { membersOf, withSeat, type CircleFacts, type CircleId } from '../circle.js';
import { findOwnCircle } from './find-own-circle.js';

/**
 * Agrees to go on as the drafted group. With the last of them the group is proposed, with all of the circle as its first
 * members, and the circle's own conversation closes.
 */
export function agreeToCircleGroup(
  { transaction, clock, ids }: Deps,
  actor: Actor,
  { circleId }: { readonly circleId: CircleId },
) {
  return transaction(async (unit) => {
    const now = clock.now();
    const own = await findOwnCircle(unit, actor, { circleId, action: 'AGREE_TO_GROUP', now });
    if (!own.ok) return own;
    const agreed = withSeat(own.value.facts, own.value.memberId, { hasAgreed: true });
    const { groupDraft } = agreed.circle;
    const isAgreed = agreed.seats.every(({ status, hasAgreed }) => status !== 'ACCEPTED' || hasAgreed);
    if (groupDraft === undefined || !isAgreed) {
      await unit.circles.save(agreed, now);
      return ok(agreed);
    }
    // It was checked when it was drafted.
    const group = proposedGroup(groupDraft, ids.ordered(), now);
    if (!(await unit.groups.addUnlessNameTaken(group)))
      return err(conflict('A group of this name exists already. Draft it with another name.'));
    await found(unit, agreed, { group, now, nextId: () => ids.ordered<'GroupMembership'>() });
    const continued = continuedAs(agreed, group);
    await unit.circles.save(continued, now);
    await unit.conversations.close('CIRCLE', circleId);
    return ok(continued);
  });
}

type Founding = {
  readonly group: Group;
  readonly now: Date;
  readonly nextId: () => ReturnType<typeof joinGroup>['id'];
};

async function found(unit: Unit<Repositories>, facts: CircleFacts, { group, now, nextId }: Founding): Promise<void> {
  let founding = group;
  for (const memberId of membersOf(facts)) {
    await unit.groups.addMembership(joinGroup(founding, memberId, nextId(), now));
    founding = await admitMember(unit, founding, { memberId, now });
  }
  await unit.notifications.tell({
    to: membersOf(facts),
    reason: 'GROUP_STATUS',
    sourceId: facts.circle.id,
    subject: { kind: 'GROUP', id: group.id },
    groupId: group.id,
  });
}

function continuedAs(facts: CircleFacts, group: Group): CircleFacts {
  const seats = facts.seats.map((seat) => {
    if (seat.status === 'ACCEPTED') return { ...seat, status: 'DONE' as const };
    return seat.status === 'INVITED' ? { ...seat, status: 'LAPSED' as const } : seat;
  });
  return { ...facts, circle: { ...facts.circle, status: 'CONTINUES', groupId: group.id }, seats };
}
