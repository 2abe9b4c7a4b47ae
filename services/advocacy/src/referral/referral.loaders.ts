import type { Id } from '@guildhall/kernel';
import DataLoader from 'dataloader';
import type { Repositories } from '../deps.js';
import type { CaseViewer } from '../sealing/viewer.js';
import type { ReferralHolder } from './holder.js';
import type { Milestone } from './milestone.js';
import type { ReferralField, ReferralFile, ReferralId, ReferralQuestion } from './referral.js';

/** Referrals by id, as far as the viewer may see them. */
export function createReferralLoader(
  viewer: CaseViewer,
  referrals: Repositories['referrals'],
): DataLoader<ReferralId, ReferralFile | undefined> {
  return new DataLoader(async (ids) => {
    const files = new Map((await referrals.listVisible(viewer, ids)).map((file) => [file.referral.id, file]));
    return ids.map((id) => files.get(id));
  });
}

/** The referrals of cases. */
export function createReferralsOfCaseLoader(
  viewer: CaseViewer,
  referrals: Repositories['referrals'],
): DataLoader<Id<'Case'>, readonly ReferralFile[]> {
  return new DataLoader(async (ids) => {
    const files = Map.groupBy(await referrals.listOfCases(viewer, ids), ({ referral }) => referral.caseId);
    return ids.map((id) => files.get(id) ?? []);
  });
}

/** The fields of referrals, as far as the viewer may know of them. */
export function createFieldLoader(
  viewer: CaseViewer,
  referrals: Repositories['referrals'],
): DataLoader<ReferralId, readonly ReferralField[]> {
  return new DataLoader(async (ids) => {
    const fields = Map.groupBy(await referrals.listFields(viewer, ids), ({ referralId }) => referralId);
    return ids.map((id) => fields.get(id) ?? []);
  });
}

/** The questions of departments. */
export function createQuestionLoader(
  viewer: CaseViewer,
  referrals: Repositories['referrals'],
): DataLoader<ReferralId, readonly ReferralQuestion[]> {
  return new DataLoader(async (ids) => {
    const questions = Map.groupBy(await referrals.listQuestions(viewer, ids), ({ referralId }) => referralId);
    return ids.map((id) => questions.get(id) ?? []);
  });
}

/** What departments promised in referrals, as far as the viewer may know of it. */
export function createMilestoneLoader(
  viewer: CaseViewer,
  milestones: Repositories['milestones'],
): DataLoader<ReferralId, readonly Milestone[]> {
  return new DataLoader(async (ids) => {
    const promised = Map.groupBy(await milestones.listOf(viewer, ids), ({ referralId }) => referralId);
    return ids.map((id) => promised.get(id) ?? []);
  });
}

/** Who holds what is sent to departments, by a way of finding them. */
export function createHolderLoader(
  list: (ids: readonly Id<'Department'>[]) => Promise<ReadonlyMap<Id<'Department'>, readonly ReferralHolder[]>>,
): DataLoader<Id<'Department'>, readonly ReferralHolder[]> {
  return new DataLoader(async (ids) => {
    const holders = await list(ids);
    return ids.map((id) => holders.get(id) ?? []);
  });
}
