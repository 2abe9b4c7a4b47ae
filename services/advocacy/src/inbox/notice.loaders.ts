import DataLoader from 'dataloader';
import type { Case, CaseId } from '../case/case.js';
import type { Repositories } from '../deps.js';
import type { ReferralFile, ReferralId } from '../referral/referral.js';
import type { CaseViewer } from '../sealing/viewer.js';

/** Cases by id as far as the viewer may read their files now; nothing for those that are missing or hidden. */
export function createVisibleCaseLoader(
  viewer: CaseViewer,
  cases: Repositories['cases'],
): DataLoader<CaseId, Case | undefined> {
  return new DataLoader(async (ids) => {
    const found = new Map((await cases.listVisible(viewer, ids)).map((item) => [item.id, item]));
    return ids.map((id) => found.get(id));
  });
}

/** Cases by id as far as they stand in the viewer's queue now. */
export function createQueuedCaseLoader(
  viewer: CaseViewer,
  cases: Repositories['cases'],
): DataLoader<CaseId, Case | undefined> {
  return new DataLoader(async (ids) => {
    const found = new Map((await cases.listQueued(viewer, ids)).map((item) => [item.id, item]));
    return ids.map((id) => found.get(id));
  });
}

/** Referrals by id as far as the viewer sees them now. */
export function createVisibleReferralLoader(
  viewer: CaseViewer,
  referrals: Repositories['referrals'],
): DataLoader<ReferralId, ReferralFile | undefined> {
  return new DataLoader(async (ids) => {
    const found = new Map((await referrals.listVisible(viewer, ids)).map((file) => [file.referral.id, file]));
    return ids.map((id) => found.get(id));
  });
}
