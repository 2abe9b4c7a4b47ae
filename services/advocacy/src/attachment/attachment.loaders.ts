import DataLoader from 'dataloader';
import type { Case, CaseId } from '../case/case.js';
import type { Repositories } from '../deps.js';
import type { CaseViewer } from '../sealing/viewer.js';
import type { Attachment } from './attachment.js';

/** The attachments of cases that the viewer was shown. */
export function createAttachmentLoader(
  viewer: CaseViewer,
  attachments: Repositories['attachments'],
): DataLoader<Case, readonly Attachment[], CaseId> {
  return new DataLoader(
    async (items) => {
      const found = Map.groupBy(await attachments.listOf(viewer, items), ({ caseId }) => caseId);
      return items.map(({ id }) => found.get(id) ?? []);
    },
    { cacheKeyFn: ({ id }) => id },
  );
}
