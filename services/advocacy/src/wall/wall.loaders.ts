import type { Id } from '@guildhall/kernel';
import DataLoader from 'dataloader';
import type { Repositories } from '../deps.js';
import type { CaseViewer } from '../sealing/viewer.js';
import type { ConflictSide, Wall } from './wall.js';

/** The standing walls of queued cases; none for anybody but an advice manager. */
export function createWallLoader(
  viewer: CaseViewer,
  walls: Repositories['walls'],
): DataLoader<Id<'Case'>, readonly Wall[]> {
  return new DataLoader(async (ids) => {
    const byCase = Map.groupBy(await walls.listStanding(viewer, ids), ({ caseId }) => caseId);
    return ids.map((id) => byCase.get(id) ?? []);
  });
}

/** The sides on which names of queued cases stand in others; none for anybody but an advice manager. */
export function createConflictLoader(
  viewer: CaseViewer,
  walls: Repositories['walls'],
): DataLoader<Id<'Case'>, readonly ConflictSide[]> {
  return new DataLoader(async (ids) => {
    const byCase = Map.groupBy(await walls.listConflicts(viewer, ids), ({ caseId }) => caseId);
    return ids.map((id) => (byCase.get(id) ?? []).map(({ side }) => side));
  });
}
