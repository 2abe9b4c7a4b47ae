import { actorKey, memberOf, type Id } from '@guildhall/kernel';
import type { MediationAction, MediationFile, PersonKey } from './mediation.js';
import { partyOf, spokenFor, type MediationViewer } from './mediation-viewer.js';

/** Ends an invitation that not everybody signed. */
export const invitationEndTask = 'end-mediation-invitation';

/** Asks the parties whether the terms were kept. */
export const followUpTask = 'start-mediation-follow-up';

/** Counts the answers that came. */
export const followUpEndTask = 'close-mediation-follow-up';

/** The platform sees mediations for these tasks and for no other. */
const platformTasks: readonly string[] = [invitationEndTask, followUpTask, followUpEndTask];

/** Which mediations an actor sees from the inside; the repository turns this into SQL. */
export type MediationScope = {
  readonly persons: readonly PersonKey[];
  readonly departmentIds: readonly Id<'Department'>[];
  readonly mediator: string | undefined;
  readonly all: boolean;
};

/** The people of each side, the leads of an invited department, and the mediator; nobody else, the case worker included. */
export function visibleMediations({ actor, persons, leads, mediator }: MediationViewer): MediationScope {
  return {
    persons,
    departmentIds: leads,
    mediator,
    all: actor.kind === 'system' && platformTasks.includes(actor.task),
  };
}

/** Which mediations an actor sees from the outside, to screen and assign them; never one on whose side they stand or whose case they work on. */
export type MediationQueueScope = {
  readonly isScreener: boolean;
  readonly isManager: boolean;
  readonly subject: string;
  readonly persons: readonly PersonKey[];
  readonly departmentIds: readonly Id<'Department'>[];
};

/** The advice manager until a mediator is assigned, mediators in office until the parties are invited. */
export function queuedMediations({ actor, persons, leads, mediator, isManager }: MediationViewer): MediationQueueScope {
  return {
    isScreener: isManager || mediator !== undefined,
    isManager,
    subject: actorKey(actor),
    persons,
    departmentIds: leads,
  };
}

type Right = (viewer: MediationViewer, file: MediationFile) => boolean;

const isOutside: Right = (viewer, file) =>
  partyOf(viewer, file) === undefined && !file.caseWorkers.includes(actorKey(viewer.actor));
const screens: Right = (viewer, file) => (viewer.isManager || viewer.mediator !== undefined) && isOutside(viewer, file);
const manages: Right = (viewer, file) => viewer.isManager && isOutside(viewer, file);
const mediates: Right = (viewer, file) =>
  viewer.mediator !== undefined && viewer.mediator === file.mediation.mediator && isOutside(viewer, file);
const asked: Right = (viewer, file) => spokenFor(viewer, file)?.position === 1;
const speaks: Right = (viewer, file) => spokenFor(viewer, file) !== undefined;
const platform =
  (task: string): Right =>
  ({ actor }) =>
    actor.kind === 'system' && actor.task === task;

/** One line per right over a mediation (domain J). */
const rights: Readonly<Record<MediationAction, Right>> = {
  CONSENT: asked,
  DECLINE: asked,
  FIND_SUITABLE: screens,
  FIND_UNSUITABLE: screens,
  INVITE: screens,
  JOIN: (viewer, file) => viewer.persons.length > 0 && isOutside(viewer, file),
  SIGN: (viewer, file) => speaks(viewer, file) && spokenFor(viewer, file)?.signedAt === undefined,
  REFUSE: speaks,
  EXPIRE: platform(invitationEndTask),
  ASSIGN: manages,
  STEP_BACK: mediates,
  PLAN_SESSION: mediates,
  WRITE: (viewer, file) => mediates(viewer, file) || partyOf(viewer, file) !== undefined,
  RECORD_AGREEMENT: mediates,
  RECORD_NO_AGREEMENT: mediates,
  WITHDRAW: speaks,
  START_FOLLOW_UP: platform(followUpTask),
  ANSWER_FOLLOW_UP: (viewer, file) => speaks(viewer, file) && spokenFor(viewer, file)?.followUp === undefined,
  CLOSE_FOLLOW_UP: platform(followUpEndTask),
};

/** Who may do what to a mediation. */
export const mediationPolicy = {
  can: (viewer: MediationViewer, action: MediationAction, file: MediationFile): boolean => rights[action](viewer, file),
  /** Any active member may ask for mediation. */
  canRequest: ({ actor, self }: MediationViewer): boolean => self !== undefined && memberOf(actor) !== undefined,
  /** Whether the viewer is the mediator, in office now. */
  isMediator: mediates,
  /** Whether the viewer asked for it. */
  isRequester: asked,
};
