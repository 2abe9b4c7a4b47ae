import type { Case } from '../case/case.js';
import { isStudentOf, isWorkerOf, type CaseViewer } from '../sealing/viewer.js';
import type { ExportAction } from './case-export.js';

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
