import { memberOf } from '@guildhall/kernel';
import { timedTaskNames } from '../deadline/timed-tasks.js';
import type { Pseudonym } from '../sealing/sealing.js';
import { activeWorker, isManager, isOnTeam, isStudentOf, isWorkerOf, type CaseViewer } from '../sealing/viewer.js';
import type { Case, CaseAction } from './case.js';

/** Which case files an actor may read; the repository turns this into SQL. */
export type CaseScope = {
  readonly student: Pseudonym | undefined;
  readonly assignee: string | undefined;
  readonly all: boolean;
};

/** The timed task that lets silent cases rest. */
export const dormancyTask = 'fall-dormant';

/** What the platform does to a case when a department answered, a referral ended, or a mediation began or ended. */
export const settlingTask = 'settle-case';

/** The platform sees cases for these tasks and for no other. */
const platformTasks: readonly string[] = [dormancyTask, settlingTask, ...timedTaskNames];

/** Students see their own cases, case workers those they are first or second worker of, nobody sees any other. */
export function visibleCases(viewer: CaseViewer): CaseScope {
  const { actor, self } = viewer;
  return {
    student: self,
    assignee: activeWorker(viewer),
    all: actor.kind === 'system' && platformTasks.includes(actor.task),
  };
}

/** Whose cases an actor sees in the queue, without a word of them: the advice manager all but their own, workers those they work on; and nobody a case they are kept from by a wall. */
export function queuedCases(viewer: CaseViewer): {
  readonly allBut: Pseudonym | undefined;
  readonly all: boolean;
  readonly assignee: string | undefined;
  readonly subject: string | undefined;
} {
  const { actor, self } = viewer;
  const subject = actor.kind === 'person' ? actor.subject : undefined;
  return { all: isManager(viewer), allBut: self, assignee: activeWorker(viewer), subject };
}

const manages = (viewer: CaseViewer, item: Case): boolean => isManager(viewer) && !isStudentOf(viewer, item);
const nobody = (): boolean => false;
const settles = ({ actor }: CaseViewer): boolean => actor.kind === 'system' && actor.task === settlingTask;

/** One line per right over a case (domain 1.2, machine I). */
const rights: Readonly<Record<CaseAction | 'ADVANCE', (viewer: CaseViewer, item: Case) => boolean>> = {
  ACKNOWLEDGE: manages,
  TRIAGE: manages,
  SIGNPOST: manages,
  ASSIGN: manages,
  POST_MESSAGE: (viewer, item) => isStudentOf(viewer, item) || isWorkerOf(viewer, item),
  AWAIT_STUDENT: isWorkerOf,
  AWAIT_DEPARTMENT: nobody,
  RESUME: settles,
  START_MEDIATION: settles,
  END_MEDIATION: settles,
  FALL_DORMANT: ({ actor }) => actor.kind === 'system' && actor.task === dormancyTask,
  DRAFT_REFERRAL: isWorkerOf,
  RECORD_OUTCOME: isWorkerOf,
  CLOSE: (viewer, item) => isStudentOf(viewer, item) || isWorkerOf(viewer, item),
  WITHDRAW: isStudentOf,
  REOPEN: isStudentOf,
  RECUSE: isOnTeam,
  NAME_SECOND: manages,
  RAISE_WALL: manages,
  WRITE_NOTE: isOnTeam,
  OPEN_IDENTITY: isWorkerOf,
  FLAG: isOnTeam,
  UNFLAG: isWorkerOf,
  PROPOSE_STEP: isOnTeam,
  LINK: (viewer, item) => isWorkerOf(viewer, item) || manages(viewer, item),
  MERGE: nobody,
  ADVANCE: isWorkerOf,
};

/** Who may do what to a case. Waiting, resuming and mediation follow from referrals, messages and mediations and are no person's by themselves. */
export const casePolicy = {
  can: (viewer: CaseViewer, action: CaseAction | 'ADVANCE', item: Case): boolean => rights[action](viewer, item),
  /** Any active member may open a case of their own; one who is suspended or left keeps those they have. */
  canOpen: ({ actor, self }: CaseViewer): boolean => self !== undefined && memberOf(actor) !== undefined,
};
