/*
 * A mediation: parties look for their own way out with somebody who has no tie to any of them. Voluntary at every step.
 * Life: machine J. Who refused or withdrew is never kept. Owner: advocacy alone; not even the case worker sees into it.
 */
import {
  defineLifecycle,
  err,
  illegalTransition,
  ok,
  type Id,
  type IllegalTransitionError,
  type Result,
} from '@guildhall/kernel';

/** The id of a mediation; random. */
export type MediationId = Id<'Mediation'>;

/** Where a mediation stands. */
export type MediationStatus =
  | 'PROPOSED'
  | 'REQUESTED'
  | 'UNSUITABLE'
  | 'SUITABLE'
  | 'INVITED'
  | 'NOT_AGREED'
  | 'AGREED'
  | 'ASSIGNED'
  | 'SESSIONS'
  | 'AGREEMENT'
  | 'NO_AGREEMENT'
  | 'WITHDRAWN'
  | 'FOLLOW_UP'
  | 'KEPT'
  | 'BROKEN';

/** Why mediation is the wrong way for a matter (domain J). */
export type UnsuitableReason = 'NEEDS_INVESTIGATION' | 'CRIMINAL_MATTER' | 'DODGES_DISCIPLINE' | 'FINDING_NEEDED';

/** Whether the parties agreed on everything. */
export type AgreementExtent = 'FULL' | 'PARTIAL';

/** What a party says of the terms after some weeks. */
export type FollowUpAnswer = 'KEPT' | 'BROKEN';

/** What is known of a mediation without a key. */
export type Mediation = {
  readonly id: MediationId;
  readonly caseId: Id<'Case'> | undefined;
  readonly status: MediationStatus;
  readonly requestedAt: Date;
  readonly unsuitableReason: UnsuitableReason | undefined;
  /** The version of the rules and of the agreement text, fixed when the parties are invited. */
  readonly ruleVersion: number | undefined;
  readonly invitedUntil: Date | undefined;
  readonly agreedAt: Date | undefined;
  /** The sign-in subject of the mediator. */
  readonly mediator: string | undefined;
  readonly endedAt: Date | undefined;
  readonly extent: AgreementExtent | undefined;
  readonly followUpAt: Date | undefined;
  readonly followUpUntil: Date | undefined;
  readonly version: number;
};

/** Who can be a party. A department or a group of students acts as one body. */
export type MediationPartyKind = 'STUDENT' | 'STAFF_MEMBER' | 'DEPARTMENT' | 'COLLECTIVE';

/** One side of a mediation; the first is the one that asked. Its name is sealed. */
export type MediationParty = {
  readonly id: Id<'MediationParty'>;
  readonly mediationId: MediationId;
  readonly position: number;
  readonly kind: MediationPartyKind;
  readonly departmentId: Id<'Department'> | undefined;
  readonly signedAt: Date | undefined;
  readonly followUp: FollowUpAnswer | undefined;
};

/** What stands for a person in a mediation: the pseudonym of a member, or the alias of another sign-in. */
export type PersonKey = string;

/** A person on one side of a mediation; the speaker signs and speaks for it. */
export type MediationPerson = {
  readonly person: PersonKey;
  readonly partyId: Id<'MediationParty'>;
  readonly isSpeaker: boolean;
};

/** A mediation with its sides, and who works or worked on the case it belongs to: what decides who may do what. */
export type MediationFile = {
  readonly mediation: Mediation;
  readonly parties: readonly MediationParty[];
  readonly people: readonly MediationPerson[];
  readonly caseWorkers: readonly string[];
};

/** What can happen to a mediation. */
export type MediationAction =
  | 'CONSENT'
  | 'DECLINE'
  | 'FIND_SUITABLE'
  | 'FIND_UNSUITABLE'
  | 'INVITE'
  | 'JOIN'
  | 'SIGN'
  | 'REFUSE'
  | 'EXPIRE'
  | 'ASSIGN'
  | 'STEP_BACK'
  | 'PLAN_SESSION'
  | 'WRITE'
  | 'RECORD_AGREEMENT'
  | 'RECORD_NO_AGREEMENT'
  | 'WITHDRAW'
  | 'START_FOLLOW_UP'
  | 'ANSWER_FOLLOW_UP'
  | 'CLOSE_FOLLOW_UP';

const held = ['ASSIGNED', 'SESSIONS'] as const;

/** Machine J. */
export const mediationLifecycle = defineLifecycle<MediationFile, MediationStatus, MediationAction>(
  {
    name: 'Mediation',
    initial: ['PROPOSED', 'REQUESTED'],
    states: [
      'PROPOSED',
      'REQUESTED',
      'UNSUITABLE',
      'SUITABLE',
      'INVITED',
      'NOT_AGREED',
      'AGREED',
      'ASSIGNED',
      'SESSIONS',
      'AGREEMENT',
      'NO_AGREEMENT',
      'WITHDRAWN',
      'FOLLOW_UP',
      'KEPT',
      'BROKEN',
    ],
    transitions: {
      CONSENT: { from: ['PROPOSED'], to: ['REQUESTED'] },
      DECLINE: { from: ['PROPOSED'], to: ['NOT_AGREED'] },
      FIND_SUITABLE: { from: ['REQUESTED'], to: ['SUITABLE'] },
      FIND_UNSUITABLE: { from: ['REQUESTED'], to: ['UNSUITABLE'] },
      INVITE: { from: ['SUITABLE', 'INVITED'], to: ['INVITED'], guard: hasSomebodyToInvite },
      JOIN: { from: ['INVITED'], to: ['INVITED'], guard: isBeforeDeadline },
      SIGN: { from: ['INVITED'], to: ['INVITED', 'AGREED'], guard: isBeforeDeadline },
      REFUSE: { from: ['INVITED'], to: ['NOT_AGREED'], guard: isBeforeDeadline },
      EXPIRE: { from: ['INVITED'], to: ['NOT_AGREED'], guard: (file, now) => !isBeforeDeadline(file, now) },
      ASSIGN: { from: ['AGREED'], to: ['ASSIGNED'] },
      STEP_BACK: { from: held, to: ['AGREED'] },
      PLAN_SESSION: { from: held, to: ['SESSIONS'] },
      WRITE: { from: held, to: held },
      RECORD_AGREEMENT: { from: ['SESSIONS'], to: ['AGREEMENT'] },
      RECORD_NO_AGREEMENT: { from: held, to: ['NO_AGREEMENT'] },
      WITHDRAW: { from: ['REQUESTED', 'SUITABLE', 'AGREED', ...held], to: ['WITHDRAWN'] },
      START_FOLLOW_UP: {
        from: ['AGREEMENT'],
        to: ['FOLLOW_UP'],
        guard: ({ mediation }, now) => mediation.followUpAt !== undefined && mediation.followUpAt <= now,
      },
      ANSWER_FOLLOW_UP: { from: ['FOLLOW_UP'], to: ['FOLLOW_UP', 'KEPT', 'BROKEN'] },
      CLOSE_FOLLOW_UP: {
        from: ['FOLLOW_UP'],
        to: ['KEPT', 'BROKEN'],
        guard: ({ mediation, parties }, now) =>
          mediation.followUpUntil !== undefined &&
          mediation.followUpUntil <= now &&
          parties.some(({ followUp }) => followUp !== undefined),
      },
    },
  },
  ({ mediation }) => mediation.status,
);

function isBeforeDeadline({ mediation }: MediationFile, now: Date): boolean {
  return mediation.invitedUntil !== undefined && now < mediation.invitedUntil;
}

/** All are invited once; afterwards only those whose code may be lost, because nobody has taken their side. */
function hasSomebodyToInvite({ mediation, parties, people }: MediationFile): boolean {
  const isAbsent = (id: Id<'MediationParty'>): boolean => people.every(({ partyId }) => partyId !== id);
  return mediation.status === 'SUITABLE' || parties.some(({ id, kind }) => kind !== 'DEPARTMENT' && isAbsent(id));
}

const overAt: readonly MediationStatus[] = ['UNSUITABLE', 'NOT_AGREED', 'WITHDRAWN', 'NO_AGREEMENT', 'AGREEMENT'];

/** Whether the state is an end of the talks, at which rooms are destroyed and paused clocks run on. */
export function endsTalks(status: MediationStatus): boolean {
  return overAt.includes(status);
}

/** Moves a mediation along machine J; `target` where the action leads to several states. */
export function changeMediationStatus(
  file: MediationFile,
  action: MediationAction,
  now: Date,
  target?: MediationStatus,
): Result<Mediation, IllegalTransitionError> {
  const status = mediationLifecycle.next(action, file, now, target);
  if (!status.ok) return status;
  return ok({
    ...file.mediation,
    status: status.value,
    ...(endsTalks(status.value) && { endedAt: now }),
    ...(status.value === 'AGREED' && { agreedAt: file.mediation.agreedAt ?? now, mediator: undefined }),
  });
}

/** A mediation in its first state. */
export function openMediation(
  id: MediationId,
  {
    caseId,
    status,
    now,
  }: { readonly caseId: Id<'Case'> | undefined; readonly status: 'PROPOSED' | 'REQUESTED'; readonly now: Date },
): Mediation {
  return {
    id,
    caseId,
    status,
    requestedAt: now,
    unsuitableReason: undefined,
    ruleVersion: undefined,
    invitedUntil: undefined,
    agreedAt: undefined,
    mediator: undefined,
    endedAt: undefined,
    extent: undefined,
    followUpAt: undefined,
    followUpUntil: undefined,
    version: 1,
  };
}

/** Fails when the mediation is past being changed by the action, for use cases that change a part of it. */
export function requirePossible(
  file: MediationFile,
  action: MediationAction,
  now: Date,
): Result<undefined, IllegalTransitionError> {
  return mediationLifecycle.can(action, file, now)
    ? ok(undefined)
    : err(illegalTransition(action, file.mediation.status));
}

/** What the answers of all sides amount to: broken as soon as one says so, kept when those who answered say so. */
export function followUpResult(answers: readonly (FollowUpAnswer | undefined)[]): FollowUpAnswer {
  return answers.includes('BROKEN') ? 'BROKEN' : 'KEPT';
}

/** One version of the agreement to mediate. */
export type AgreementText = { readonly version: number };

/** A side as somebody is shown it: with its mediation, which says whether it is their own. */
export type ShownParty = { readonly party: MediationParty; readonly file: MediationFile };

/** One version of the rules of mediation with the text that every party signs, by language. */
export type MediationRule = {
  readonly version: number;
  readonly agreement: Readonly<Record<string, readonly string[]>>;
  readonly invitationDays: number;
  readonly followUpDays: number;
};
