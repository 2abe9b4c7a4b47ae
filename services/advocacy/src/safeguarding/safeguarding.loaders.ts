import DataLoader from 'dataloader';
import type { CaseId } from '../case/case.js';
import type { Repositories } from '../deps.js';
import type { CaseViewer } from '../sealing/viewer.js';
import type { StepFile } from './safeguarding.policy.js';

/** The steps of cases that the viewer may see. */
export function createStepLoader(
  viewer: CaseViewer,
  safeguarding: Repositories['safeguarding'],
): DataLoader<CaseId, readonly StepFile[]> {
  return new DataLoader(async (ids) => {
    const byCase = Map.groupBy(await safeguarding.listOf(viewer, ids), ({ step }) => step.caseId);
    return ids.map((id) => byCase.get(id) ?? []);
  });
}
