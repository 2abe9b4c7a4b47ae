import type { Id } from '@guildhall/kernel';
import DataLoader from 'dataloader';
import type { Deadline } from '../deadline/deadline.js';
import type { Repositories } from '../deps.js';

/** The deadlines of cases that the viewer was shown. */
export function createDeadlineLoader(
  deadlines: Repositories['deadlines'],
  now: Date,
): DataLoader<Id<'Case'>, readonly Deadline[]> {
  return new DataLoader(async (ids) => {
    const byCase = Map.groupBy(await deadlines.listOf(ids, now), ({ caseId }) => caseId);
    return ids.map((id) => byCase.get(id) ?? []);
  });
}
