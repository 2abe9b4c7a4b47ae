import { activeWorker, isManager, type CaseViewer } from '../sealing/viewer.js';

/** Who keeps the templates and who works with them. */
export const templatePolicy = {
  /** The advice team in office reads them. */
  canRead: (viewer: CaseViewer): boolean => isManager(viewer) || activeWorker(viewer) !== undefined,
  /** The advice manager writes, revises and retires them. */
  canWrite: (viewer: CaseViewer): boolean => isManager(viewer),
};
