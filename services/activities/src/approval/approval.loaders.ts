import DataLoader from 'dataloader';
import type { ActivityId } from '../activity/activity.js';
import type { ApprovalFile } from './approval.js';
import type { Repositories } from '../deps.js';

/** Everything about the approval of activities. */
export function createApprovalLoader(approvals: Repositories['approvals']): DataLoader<ActivityId, ApprovalFile> {
  return new DataLoader(async (ids) => {
    const files = await approvals.listFiles(ids);
    return ids.map((id) => files.get(id) ?? { approval: undefined, evidence: [], judgements: [] });
  });
}
