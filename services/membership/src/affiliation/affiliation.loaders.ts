import type { Actor } from '@guildhall/kernel';
import DataLoader from 'dataloader';
import type { Repositories } from '../deps.js';
import type { GroupId } from '../group/group.js';
import type { AffiliationStep, AffiliationSubmission, Constitution, SubmissionId } from './affiliation.js';

/** The newest submission of groups, as far as the viewer may see it. */
export function createSubmissionLoader(
  actor: Actor,
  affiliations: Repositories['affiliations'],
): DataLoader<GroupId, AffiliationSubmission | undefined> {
  return new DataLoader(async (ids) => {
    const byGroup = new Map((await affiliations.listLatest(actor, ids)).map((row) => [row.groupId, row]));
    return ids.map((id) => byGroup.get(id));
  });
}

/** The constitution of groups in force. */
export function createConstitutionLoader(
  actor: Actor,
  affiliations: Repositories['affiliations'],
): DataLoader<GroupId, Constitution | undefined> {
  return new DataLoader(async (ids) => {
    const byGroup = new Map((await affiliations.listConstitutions(actor, ids)).map((row) => [row.groupId, row]));
    return ids.map((id) => byGroup.get(id));
  });
}

/** The steps taken with submissions that were loaded already. */
export function createAffiliationStepLoader(
  affiliations: Repositories['affiliations'],
): DataLoader<SubmissionId, readonly AffiliationStep[]> {
  return new DataLoader(async (ids) => {
    const lists = Map.groupBy(await affiliations.listSteps(ids), (step) => step.submissionId);
    return ids.map((id) => lists.get(id) ?? []);
  });
}
