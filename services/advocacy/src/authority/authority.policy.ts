import { activeWorker, isOnTeam, isStudentOf, type CaseSides, type CaseViewer } from '../sealing/viewer.js';

/** Who may open a case for somebody else, see that it was, and confirm it. */
export const authorityPolicy = {
  /** A case worker in office, who is no elected officer. */
  canOpen: (viewer: CaseViewer): boolean => activeWorker(viewer) !== undefined,
  canSee: (viewer: CaseViewer, sides: CaseSides): boolean => isStudentOf(viewer, sides) || isOnTeam(viewer, sides),
  canConfirm: isStudentOf,
};
