import {
  actorKey,
  conflict,
  err,
  illegalTransition,
  memberOf,
  notAllowed,
  notFound,
  ok,
  type Actor,
} from '@guildhall/kernel';
import type { Unit } from '@guildhall/subgraph';
import type { Deps, Repositories } from '../../deps.js';
import { groupLifecycle, type GroupId } from '../../group/group.js';
import { groupPolicy } from '../../group/group.policy.js';
import type { MemberId } from '../../member/member.js';
import { ask, expiryOf, type Admission } from '../admission.js';

/** Whom to invite to which group, with what words. */
export type InviteToGroup = {
  readonly groupId: GroupId;
  readonly memberId: MemberId;
  readonly words: string;
  readonly idempotencyKey?: string | null | undefined;
};

/**
 * Invites a member to a group. The answer never tells whether the member was told: one who declined lately is left in
 * peace, and between a blocked pair nothing arrives.
 */
export function inviteToGroup(
  { idempotentTransaction, clock, ids }: Deps,
  actor: Actor,
  { idempotencyKey, ...input }: InviteToGroup,
) {
  const { groupId, memberId, words } = input;
  return idempotentTransaction(
    { actor: actorKey(actor), key: idempotencyKey ?? undefined, operation: 'inviteToGroup', input },
    ({ groups }) => groups.findVisible(actor, groupId),
    async (unit) => {
      const now = clock.now();
      const group = await unit.groups.findVisibleLocked(actor, groupId);
      const askedBy = memberOf(actor);
      if (group === null) return err(notFound('Group'));
      if (askedBy === undefined || !groupPolicy.can(actor, 'INVITE', group)) return err(notAllowed('INVITE', 'Group'));
      if (!groupLifecycle.can('INVITE', await unit.groups.readFacts(group, now), now))
        return err(illegalTransition('INVITE', group.status));
      if ((await unit.members.findVisible(actor, memberId)) === null || !(await unit.members.isActive(memberId)))
        return err(notFound('Member'));
      if ((await unit.groups.findMembership(groupId, memberId)) !== null)
        return err(conflict('This person is in the group already.'));
      const asked = ask('INVITATION', { id: ids.ordered(), groupId, memberId, askedBy, words }, now);
      if (!asked.ok) return asked;
      const invitation = await place(unit, asked.value, now);
      if (invitation !== undefined) await send(unit, invitation);
      return ok(group);
    },
  );
}

/**
 * Writes the invitation, or nothing when there is no need. One that waits is the newest officer's from now on, so that
 * it arrives although an earlier one could not.
 */
async function place(
  { admissions }: Unit<Repositories>,
  invitation: Admission,
  now: Date,
): Promise<Admission | undefined> {
  const { groupId, memberId } = invitation;
  const waiting = await admissions.findWaiting(groupId, memberId);
  const silent = await admissions.findSilent(groupId, memberId, now);
  if (waiting?.kind === 'REQUEST' || silent !== null) return undefined;
  if (waiting === null) return (await admissions.addUnlessLive(invitation)) ? invitation : undefined;
  return admissions.save({ ...invitation, id: waiting.id, version: waiting.version });
}

async function send({ jobs, notifications }: Unit<Repositories>, invitation: Admission): Promise<void> {
  const { id, groupId, memberId, askedBy } = invitation;
  const { runAt, key } = expiryOf(invitation);
  await jobs.enqueue('expire-admission', { admissionId: id }, { runAt, key });
  await notifications.tell({
    to: memberId,
    reason: 'GROUP_INVITED',
    sourceId: id,
    subject: { kind: 'GROUP', id: groupId },
    groupId,
    from: askedBy,
  });
}
