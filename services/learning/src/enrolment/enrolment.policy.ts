import { isMember, memberOf, type Actor, type Id } from '@guildhall/kernel';
import type { Enrolment, EnrolmentAction } from './enrolment.js';
import type { StepAction } from './step-progress.js';

/** Which enrolments an actor may see; the repository turns this into SQL. */
export type EnrolmentScope = { readonly own: Id<'Member'> | undefined; readonly everything: boolean };

/** What somebody learns is theirs alone; others see figures. */
export function visibleEnrolments(actor: Actor): EnrolmentScope {
  return { own: memberOf(actor), everything: actor.kind === 'system' };
}

const isLearner = (actor: Actor, { memberId }: Enrolment): boolean => isMember(actor, memberId);
const isSystem = (actor: Actor): boolean => actor.kind === 'system';

/** One line per right over an enrolment (machine L): the learner may move to a newer version or leave, the rest is decided by facts and by time. */
const rights: Readonly<Record<EnrolmentAction, (actor: Actor, enrolment: Enrolment) => boolean>> = {
  BEGIN: isSystem,
  COMPLETE: isSystem,
  REOPEN: isSystem,
  UPGRADE: isLearner,
  DROP: isLearner,
  EXPIRE: isSystem,
};

/** One line per right over a step: the learner works on it, what others say of it is counted by the platform. */
const stepRights: Readonly<Record<StepAction, (actor: Actor, enrolment: Enrolment) => boolean>> = {
  UNLOCK: isSystem,
  LOCK: isSystem,
  START: isLearner,
  COMPLETE: isLearner,
  SUBMIT: isLearner,
  ACCEPT: isSystem,
  SEND_BACK: isSystem,
  CONFIRM: isSystem,
  VOID: isSystem,
};

/** Who may do what with an enrolment and its steps. */
export const enrolmentPolicy = {
  can: (actor: Actor, action: EnrolmentAction, enrolment: Enrolment): boolean => rights[action](actor, enrolment),
  canStep: (actor: Actor, action: StepAction, enrolment: Enrolment): boolean => stepRights[action](actor, enrolment),
  /** One's own list of enrolments, and nobody else's. */
  canList: (actor: Actor, memberId: Id<'Member'>): boolean => isMember(actor, memberId),
};
