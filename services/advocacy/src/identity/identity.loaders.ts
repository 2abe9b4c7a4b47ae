import DataLoader from 'dataloader';
import type { CaseId } from '../case/case.js';
import type { Repositories } from '../deps.js';
import type { CaseViewer } from '../sealing/viewer.js';
import { isOpen, type IdentityOpening } from './identity.js';

/** The viewer's own opening of each case that is open now. */
export function createOpeningLoader(
  viewer: CaseViewer,
  identities: Repositories['identities'],
  now: Date,
): DataLoader<CaseId, IdentityOpening | undefined> {
  return new DataLoader(async (ids) => {
    const openings = (await identities.listOwn(viewer, ids)).filter((opening) => isOpen(opening, now));
    return ids.map((id) => openings.find(({ caseId }) => caseId === id));
  });
}
