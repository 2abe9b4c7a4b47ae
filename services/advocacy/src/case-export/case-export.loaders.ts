import type { Id } from '@guildhall/kernel';
import DataLoader from 'dataloader';
import type { Case, CaseId } from '../case/case.js';
import type { Repositories } from '../deps.js';
import type { CaseViewer } from '../sealing/viewer.js';
import type { CaseExport, ExportDownload } from './case-export.js';

/** The exports of cases that the viewer was shown. */
export function createExportLoader(exports: Repositories['exports']): DataLoader<CaseId, readonly CaseExport[]> {
  return new DataLoader(async (ids) => {
    const byCase = Map.groupBy(await exports.listOfCases(ids), ({ caseId }) => caseId);
    return ids.map((id) => byCase.get(id) ?? []);
  });
}

/** The downloads of exports. */
export function createDownloadLoader(
  exports: Repositories['exports'],
): DataLoader<Id<'CaseExport'>, readonly ExportDownload[]> {
  return new DataLoader(async (ids) => {
    const byExport = Map.groupBy(await exports.listDownloads(ids), ({ exportId }) => exportId);
    return ids.map((id) => byExport.get(id) ?? []);
  });
}

/** The file behind what hangs on a case, once per case of a request; nothing for a hidden one. */
export function createFileLoader(viewer: CaseViewer, cases: Repositories['cases']): DataLoader<CaseId, Case | null> {
  return new DataLoader((ids) => Promise.all(ids.map((id) => cases.findVisible(viewer, id))));
}
