import type { Id } from '@guildhall/kernel';
import DataLoader from 'dataloader';
import type { Repositories } from '../deps.js';
import type { CaseViewer } from '../sealing/viewer.js';
import type { ReferralField, ReferralFile, ReferralId, ReferralQuestion } from './referral.js';

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
