import { createDownloadLoader, createExportLoader, createFileLoader } from '../case-export/case-export.loaders.js';
import { createCauseLoader, createOfficerLoader } from '../collective/collective.loaders.js';
import type { Repositories } from '../deps.js';
import { createRetentionLoader } from '../retention/retention.loaders.js';
import type { CaseViewer } from '../sealing/viewer.js';

/** The loaders of what becomes of cases. */
export function createClosingLoaders(
  viewer: CaseViewer,
  { cases, collectives, exports, retentions }: Pick<Repositories, 'cases' | 'collectives' | 'exports' | 'retentions'>,
  now: Date,
) {
  return {
    causeOf: createCauseLoader(collectives),
    downloadsOf: createDownloadLoader(exports),
    exportsOf: createExportLoader(exports),
    fileOf: createFileLoader(viewer, cases),
    officers: createOfficerLoader(collectives, now),
    retentionOf: createRetentionLoader(retentions),
  };
}
