import type { Pseudonym } from '../sealing/sealing.js';
import {
  activeWorker,
  isManager,
  isOnTeam,
  isStudentOf,
  managerSubject,
  type CaseSides,
  type CaseViewer,
} from '../sealing/viewer.js';
import type { SafeguardingStep, StepAction } from './safeguarding.js';

/** The task that tells a student of a step when the stated day has come. */
export const tellTask = 'tell-safeguarding';

/** Which steps an actor may see; the repository turns this into SQL. */
export type StepScope = {
  readonly self: Pseudonym | undefined;
  readonly worker: string | undefined;
  readonly manager: string | undefined;
  readonly all: boolean;
};

/** Those who work on the case and the advice manager see its steps; its student those they were told of. */
export function visibleSteps(viewer: CaseViewer): StepScope {
  const { actor, self } = viewer;
  const all = actor.kind === 'system' && actor.task === tellTask;
  return { self, worker: activeWorker(viewer), manager: managerSubject(viewer), all };
}

/** A step with the two sides of its case. */
export type StepFile = { readonly step: SafeguardingStep; readonly sides: CaseSides };

type Right = (viewer: CaseViewer, file: StepFile) => boolean;

/** Never the one who proposed it: two persons answer for a step without consent. */
const asSecondPerson: Right = (viewer, { step, sides }) => {
  const { actor } = viewer;
  const isOther = actor.kind === 'person' && actor.subject !== step.proposedBy;
  return isOther && !isStudentOf(viewer, sides) && (isManager(viewer) || isOnTeam(viewer, sides));
};
const onTeam: Right = (viewer, { sides }) => isOnTeam(viewer, sides);

const rights: Readonly<Record<StepAction, Right>> = {
  CONFIRM: asSecondPerson,
  DECLINE: asSecondPerson,
  TAKE: onTeam,
  TELL: (viewer, file) => onTeam(viewer, file) || (viewer.actor.kind === 'system' && viewer.actor.task === tellTask),
};

/** Who may do what to a step. */
export const stepPolicy = {
  can: (viewer: CaseViewer, action: StepAction, file: StepFile): boolean => rights[action](viewer, file),
  /** Names of staff and the day of telling are nothing for the student. */
  canSeePersons: (viewer: CaseViewer, { sides }: StepFile): boolean => !isStudentOf(viewer, sides),
};
