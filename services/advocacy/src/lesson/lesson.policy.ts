import type { Case } from '../case/case.js';
import { isManager, isWorkerOf, type CaseViewer } from '../sealing/viewer.js';
import type { Pseudonym } from '../sealing/sealing.js';

/** Which lessons that are not published somebody may read for the second time; the repository turns this into SQL. */
export type LessonScope = { readonly all: boolean; readonly allBut: Pseudonym | undefined };

/** The advice manager reads lessons a second time, but none from a case of their own. */
export function checkableLessons(viewer: CaseViewer): LessonScope {
  return { all: isManager(viewer), allBut: viewer.self };
}

/** Who may propose a lesson: the worker who knows the case; who decides after the second reading: the advice manager. */
export const lessonPolicy = {
  canPropose: (viewer: CaseViewer, item: Case): boolean => isWorkerOf(viewer, item),
  canDecide: (viewer: CaseViewer): boolean => isManager(viewer),
};
