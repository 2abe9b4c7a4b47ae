import DataLoader from 'dataloader';
import type { Authority } from '../authority/authority.js';
import type { CaseId } from '../case/case.js';
import type { Repositories } from '../deps.js';
import type { Representative } from './representative.js';

/** Whom students let act on cases that the viewer was shown. */
export function createRepresentativeLoader(
  representatives: Repositories['representatives'],
): DataLoader<CaseId, readonly Representative[]> {
  return new DataLoader(async (ids) => {
    const found = Map.groupBy(await representatives.listOf(ids), ({ caseId }) => caseId);
    return ids.map((id) => found.get(id) ?? []);
  });
}

/** By what authority cases that the viewer was shown were opened for others. */
export function createAuthorityLoader(
  authorities: Repositories['authorities'],
): DataLoader<CaseId, Authority | undefined> {
  return new DataLoader(async (ids) => {
    const found = new Map((await authorities.listOf(ids)).map((authority) => [authority.caseId, authority]));
    return ids.map((id) => found.get(id));
  });
}
