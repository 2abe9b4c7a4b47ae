import { isStudentOf, type CaseViewer } from '../sealing/viewer.js';
import type { CaseMerge, MergeAction } from './relation.js';

/** Who may answer a merge: the student whose cases they are, and nobody in their stead. */
export const mergePolicy = {
  can: (viewer: CaseViewer, _action: MergeAction, merge: Pick<CaseMerge, 'student'>): boolean =>
    isStudentOf(viewer, merge),
};
