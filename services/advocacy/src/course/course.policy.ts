import type { Case } from '../case/case.js';
import { isManager, isStudentOf, isWorkerOf, type CaseViewer } from '../sealing/viewer.js';
import type { CourseAction } from './course.js';

/** The advice manager in office, for every case but their own; never an elected officer. */
export function isManagerOf(viewer: CaseViewer, item: Pick<Case, 'student'>): boolean {
  return isManager(viewer) && !isStudentOf(viewer, item);
}

const rights: Readonly<Record<CourseAction, (viewer: CaseViewer, item: Case) => boolean>> = {
  SET_DEADLINE: isWorkerOf,
  MEET_DEADLINE: isWorkerOf,
  RECORD_COMPLETION: isWorkerOf,
  GO_FURTHER: isStudentOf,
  ASK_REOPENING: isStudentOf,
  DECIDE_REOPENING: isManagerOf,
};

/** Who may do what to the course of a case: the worker keeps its dates, the student decides whether it goes on, the manager whether it begins again. */
export const coursePolicy = {
  can: (viewer: CaseViewer, action: CourseAction, item: Case): boolean => rights[action](viewer, item),
};
