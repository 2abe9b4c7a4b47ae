import { actorKey, err, illegalTransition, memberOf, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Unit } from '@guildhall/subgraph';
import type { Deps, Repositories } from '../../deps.js';
import { groupLifecycle, type GroupId } from '../../group/group.js';
import { groupPolicy } from '../../group/group.policy.js';
import { ask, expiryOf, type Admission } from '../admission.js';
import { tellOfficers } from './tell-officers.js';

/** Which group to ask, with what words. */
export type RequestToJoin = {
  readonly groupId: GroupId;
  readonly words: string;
  readonly idempotencyKey?: string | null | undefined;
};

/** Asks a group to let the viewer in. Asking while a request waits is asking once. */
export function requestToJoin(
  { idempotentTransaction, clock, ids }: Deps,
  actor: Actor,
  { idempotencyKey, ...input }: RequestToJoin,
) {
  const { groupId, words } = input;
  return idempotentTransaction(
    { actor: actorKey(actor), key: idempotencyKey ?? undefined, operation: 'requestToJoin', input },
    ({ groups }) => groups.findVisible(actor, groupId),
    async (unit) => {
      const now = clock.now();
      const group = await unit.groups.findVisibleLocked(actor, groupId);
      const memberId = memberOf(actor);
      if (group === null) return err(notFound('Group'));
      if (memberId === undefined || !groupPolicy.can(actor, 'REQUEST_TO_JOIN', group))
        return err(notAllowed('REQUEST_TO_JOIN', 'Group'));
      if (!groupLifecycle.can('REQUEST_TO_JOIN', await unit.groups.readFacts(group, now), now))
        return err(illegalTransition('REQUEST_TO_JOIN', group.status));
      const asked = ask('REQUEST', { id: ids.ordered(), groupId, memberId, askedBy: memberId, words }, now);
      if (!asked.ok) return asked;
      const request = await place(unit, asked.value, now);
      if (request === undefined) return ok(group);
      const { runAt, key } = expiryOf(request);
      await unit.jobs.enqueue('expire-admission', { admissionId: request.id }, { runAt, key });
      await tellOfficers(unit, request, now);
      return ok(group);
    },
  );
}

/**
 * Writes the request, or nothing when one waits already. An invitation that waits becomes the request: its receiver may
 * never have been told of it, because of a block.
 */
async function place(
  { admissions }: Unit<Repositories>,
  request: Admission,
  now: Date,
): Promise<Admission | undefined> {
  const waiting = await admissions.findWaiting(request.groupId, request.memberId);
  if (waiting === null) return (await admissions.addUnlessLive(request)) ? request : undefined;
  if (waiting.kind === 'REQUEST' && waiting.expiresAt > now) return undefined;
  return admissions.save({ ...request, id: waiting.id, version: waiting.version });
}
