import { anonymous, conflict, err, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Unit } from '@guildhall/subgraph';
import type { Deps, Repositories } from '../../deps.js';
import { changeGroupStatus, type GroupStatus, type GroupStep } from '../../group/group.js';
import type { AffiliationSubmission, SubmissionId } from '../affiliation.js';
import { beginYear } from './begin-year.js';
import { findSubmission } from './find-submission.js';
import { takeStep } from './take-step.js';
import { tellGroup } from './tell-group.js';

const stepFrom: Readonly<Partial<Record<GroupStatus, GroupStep>>> = { PROVISIONAL: 'AFFILIATE', DORMANT: 'REVIVE' };

/** Approves what a group handed in: it is affiliated until the end of the next October, and its constitution is kept. */
export function approveAffiliation(
  { transaction, clock, ids, campusZone }: Deps,
  actor: Actor,
  { submissionId }: { readonly submissionId: SubmissionId },
) {
  return transaction(async (unit) => {
    const now = clock.now();
    const found = await findSubmission(unit, actor, submissionId);
    if (found === null) return err(notFound('AffiliationSubmission'));
    const { submission, group } = found;
    const step = { id: ids.ordered<'AffiliationStep'>(), action: 'APPROVE' as const, now };
    const approved = await takeStep(unit, actor, { submission, step });
    if (!approved.ok) return approved;
    if ((await unit.affiliations.findOfficers(group.id, now)) === undefined)
      return err(conflict('The group no longer has a president, a treasurer and a secretary. Ask it for changes.'));
    // What the group is now decides, not what it was when it handed this in: it may have fallen dormant meanwhile.
    const moved = changeGroupStatus(
      await unit.groups.readFacts(group, now),
      stepFrom[group.status] ?? 'REAFFILIATE',
      now,
    );
    if (!moved.ok) return moved;
    const affiliated = await beginYear(unit, moved.value, { now, campusZone });
    await adopt(unit, submission, { id: ids.ordered(), now });
    await tellGroup(unit, affiliated, { sourceId: step.id, now, also: [submission.submittedBy] });
    return ok(approved.value);
  });
}

/** Keeps the constitution as the group's next version, unless it is the one in force. */
async function adopt(
  { affiliations }: Unit<Repositories>,
  { groupId, constitutionText: text, constitutionLink: link }: AffiliationSubmission,
  {
    id,
    now,
  }: { readonly id: Parameters<Repositories['affiliations']['addConstitution']>[0]['id']; readonly now: Date },
): Promise<void> {
  const [inForce] = await affiliations.listConstitutions(anonymous, [groupId]);
  if (inForce !== undefined && inForce.text === text && inForce.link === link) return;
  await affiliations.addConstitution({ id, groupId, number: (inForce?.number ?? 0) + 1, text, link, adoptedAt: now });
}
