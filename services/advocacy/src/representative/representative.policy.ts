import type { Case } from '../case/case.js';
import { isOnTeam, isStudentOf, type CaseSides, type CaseViewer } from '../sealing/viewer.js';
import type { Representative } from './representative.js';

/** Who may name a representative, end it, see who is one, and act as one. */
export const representativePolicy = {
  /** The student of a named case; whoever holds a code is nobody who could be represented. */
  canName: (viewer: CaseViewer, item: Case): boolean => isStudentOf(viewer, item) && !item.isAnonymous,
  /** The student takes consent back at any time, and a representative may give it up. */
  canWithdraw: ({ self }: CaseViewer, { student, representative }: Representative): boolean =>
    self !== undefined && (self === student || self === representative),
  /** The two sides of the case know who acts on it. */
  canSee: (viewer: CaseViewer, sides: CaseSides): boolean => isStudentOf(viewer, sides) || isOnTeam(viewer, sides),
  /** Writing is a consent of its own. */
  canWrite: ({ scope }: Representative): boolean => scope === 'READ_AND_WRITE',
};
