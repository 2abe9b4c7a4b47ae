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
  type Id,
} from '@guildhall/kernel';
import type { Unit } from '@guildhall/subgraph';
import type { Deps, Repositories } from '../../deps.js';
import { groupLifecycle, type GroupId } from '../../group/group.js';
import { groupPolicy } from '../../group/group.policy.js';
import {
  checkDraft,
  occasionFor,
  settleSubmission,
  type AffiliationSubmission,
  type SubmissionDraft,
} from '../affiliation.js';

/** What a group hands in. */
export type SubmitAffiliation = SubmissionDraft & {
  readonly groupId: GroupId;
  readonly idempotencyKey?: string | null | undefined;
};

/**
 * Hands in what the union asks of a group: to be affiliated, to stay so for another year, or to come back. Where changes
 * were asked for, it answers them.
 */
export function submitAffiliation(
  { idempotentTransaction, clock, ids }: Deps,
  actor: Actor,
  { idempotencyKey, ...input }: SubmitAffiliation,
) {
  const { groupId, ...draft } = input;
  return idempotentTransaction(
    { actor: actorKey(actor), key: idempotencyKey ?? undefined, operation: 'submitAffiliation', input },
    ({ affiliations }, id) => affiliations.findVisible(actor, id as AffiliationSubmission['id']),
    async (unit) => {
      const now = clock.now();
      const group = await unit.groups.findVisibleLocked(actor, groupId);
      const submittedBy = memberOf(actor);
      if (group === null) return err(notFound('Group'));
      if (submittedBy === undefined || !groupPolicy.can(actor, 'SUBMIT_AFFILIATION', group))
        return err(notAllowed('SUBMIT_AFFILIATION', 'Group'));
      const occasion = occasionFor(group.status);
      if (
        occasion === undefined ||
        !groupLifecycle.can('SUBMIT_AFFILIATION', await unit.groups.readFacts(group, now), now)
      )
        return err(illegalTransition('SUBMIT_AFFILIATION', group.status));
      const checked = checkDraft(draft, await unit.affiliations.findOfficers(groupId, now));
      if (!checked.ok) return checked;
      const { officers, ...written } = checked.value;
      if (officers === undefined) return err(conflict());
      const content = { ...written, ...officers, occasion, submittedBy, submittedAt: now };
      return write(unit, { groupId, content, ids: { submission: ids.ordered(), step: ids.ordered() } });
    },
  );
}

type Written = {
  readonly groupId: GroupId;
  readonly content: Omit<AffiliationSubmission, 'id' | 'groupId' | 'status' | 'version'>;
  readonly ids: { readonly submission: AffiliationSubmission['id']; readonly step: Id<'AffiliationStep'> };
};

/** A new submission, or the open one written anew when changes were asked for. One that waits for an answer stays as it is. */
async function write({ affiliations }: Unit<Repositories>, { groupId, content, ids }: Written) {
  const { submittedBy: byId, submittedAt: at } = content;
  const open = await affiliations.findOpen(groupId);
  if (open !== null) {
    const again = settleSubmission(open, 'RESUBMIT', at);
    if (!again.ok) return again;
    const saved = await affiliations.save({ ...again.value, ...content });
    await affiliations.addStep({ id: ids.step, submissionId: open.id, action: 'RESUBMIT', byId, note: undefined, at });
    return ok(saved);
  }
  const submission: AffiliationSubmission = {
    ...content,
    id: ids.submission,
    groupId,
    status: 'SUBMITTED',
    version: 1,
  };
  if (!(await affiliations.addUnlessOpen(submission))) return err(conflict());
  await affiliations.addStep({
    id: ids.step,
    submissionId: submission.id,
    action: 'SUBMIT',
    byId,
    note: undefined,
    at,
  });
  return ok(submission);
}
