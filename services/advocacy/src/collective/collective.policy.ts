import type { Actor } from '@guildhall/kernel';
import type { Case } from '../case/case.js';
import { activeWorker, isManager, isStudentOf, isWorkerOf, type CaseViewer } from '../sealing/viewer.js';

/** The weekly task that counts what cases share. */
export const countingTask = 'weigh-causes';

/** The worker names the cause, the student alone lets it count, the advice team sees the numbers, its manager decides. */
export const collectivePolicy = {
  canName: (viewer: CaseViewer, item: Case): boolean => isWorkerOf(viewer, item),
  canConsent: (viewer: CaseViewer, item: Case): boolean => isStudentOf(viewer, item),
  canSee: (viewer: CaseViewer): boolean => isManager(viewer) || activeWorker(viewer) !== undefined,
  canDecide: (viewer: CaseViewer): boolean => isManager(viewer),
  /** The platform alone counts. */
  canCount: (actor: Actor): boolean => actor.kind === 'system' && actor.task === countingTask,
};
