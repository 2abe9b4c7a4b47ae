import { actorKey, memberOf } from '@guildhall/kernel';
import { isWorkerOf, type CaseSides } from '../sealing/viewer.js';
import type { MediationAction, MediationFile } from './mediation.js';
import { followUpEndTask, followUpTask, invitationEndTask } from './mediation-scope.js';
import { partyOf, spokenFor, type MediationViewer } from './mediation-viewer.js';

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
  /** The assigned case worker may propose it to the student of the case. */
  canPropose: (viewer: MediationViewer, sides: CaseSides): boolean => isWorkerOf(viewer, sides),
  /** A code is the right of whoever holds it; programs hold none. */
  canUseCode: ({ actor }: MediationViewer): boolean => actor.kind === 'person' || actor.kind === 'anonymous',
  /** Mediators in office say whom they are tied to. */
  canDeclareTies: ({ mediator }: MediationViewer): boolean => mediator !== undefined,
  /** In a room one may be in, everybody writes; in the joint one a group of students speaks with one voice. */
  canWriteIn: (viewer: MediationViewer, file: MediationFile, room: 'JOINT' | 'CAUCUS' | 'MEDIATOR'): boolean =>
    rights.WRITE(viewer, file) && (room !== 'JOINT' || mediates(viewer, file) || speaks(viewer, file)),
  /** Whether the viewer asked for it. */
  isRequester: asked,
};
