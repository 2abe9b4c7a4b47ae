import type { Actor } from '@guildhall/kernel';
import type { Case } from '../case/case.js';
import { isManagerOf } from '../course/course.policy.js';
import { isStudentOf, type CaseViewer } from '../sealing/viewer.js';
import type { RetentionAction } from './retention.js';

/** The nightly task that plans erasures. */
export const sweepingTask = 'sweep-cases';

const rights: Readonly<Record<RetentionAction, (viewer: CaseViewer, item: Case) => boolean>> = {
  PLACE_HOLD: isManagerOf,
  LIFT_HOLD: isManagerOf,
  ASK_ERASURE: isStudentOf,
};

/** Who may do what about keeping a case: the manager holds, the student may have their own case forgotten. */
export const retentionPolicy = {
  can: (viewer: CaseViewer, action: RetentionAction, item: Case): boolean => rights[action](viewer, item),
  /** The platform alone plans erasures. */
  canSweep: (actor: Actor): boolean => actor.kind === 'system' && actor.task === sweepingTask,
};
