import type { Case } from '../case/case.js';
import { visibleCases, type CaseScope } from '../case/case.policy.js';
import { isStudentOf, isWorkerOf, type CaseViewer } from '../sealing/viewer.js';
import type { ExportAction } from './case-export.js';

/** Whose exports somebody may read: those of the cases whose file they may read. */
export function visibleExports(viewer: CaseViewer): CaseScope {
  return visibleCases(viewer);
}

const nobody = (): boolean => false;

const rights: Readonly<Record<ExportAction | 'REQUEST', (viewer: CaseViewer, item: Case) => boolean>> = {
  REQUEST: isWorkerOf,
  // The platform builds and destroys in its own tasks, which ask nobody.
  BUILD: nobody,
  OFFER: isWorkerOf,
  CONSENT: isStudentOf,
  REFUSE: isStudentOf,
  DOWNLOAD: (viewer, item) => isStudentOf(viewer, item) || isWorkerOf(viewer, item),
  DISCARD: isWorkerOf,
  EXPIRE: nobody,
};

/** Who may do what to an export: the worker prepares it, the student alone lets it leave the case. */
export const exportPolicy = {
  can: (viewer: CaseViewer, action: ExportAction | 'REQUEST', item: Case): boolean => rights[action](viewer, item),
};
