import DataLoader from 'dataloader';
import type { CaseId } from '../case/case.js';
import type { Repositories } from '../deps.js';
import type { Hold, RetentionRule } from './retention.js';

/** The holds of cases that the viewer was shown, with the rules, which are the same for all. */
export function createRetentionLoader(
  retentions: Repositories['retentions'],
): DataLoader<CaseId, { readonly standing: readonly Hold[]; readonly rules: readonly RetentionRule[] }> {
  return new DataLoader(async (ids) => {
    const rules = await retentions.listRules();
    const holds = Map.groupBy(await retentions.listHolds(ids), ({ caseId }) => caseId);
    return ids.map((id) => ({
      rules,
      standing: (holds.get(id) ?? []).filter(({ liftedAt }) => liftedAt === undefined),
    }));
  });
}
