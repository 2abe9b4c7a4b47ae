/*
 * An erasure that somebody asked for: two weeks to change one's mind, then the person is erased here, and every service
 * that hears of it erases what it kept and says so. Life: scheduled until cancelled or done (machine A). Owner: membership.
 */
import {
  defineLifecycle,
  err,
  FieldChecks,
  illegalTransition,
  ok,
  type Id,
  type IllegalTransitionError,
  type Result,
  type ValidationError,
} from '@guildhall/kernel';
import { memberLifecycle, type Member, type MemberId } from '../member/member.js';

/** The id of an erasure. */
export type ErasureId = Id<'Erasure'>;

/** Where an erasure stands. */
export type ErasureStatus = 'SCHEDULED' | 'CANCELLED' | 'DONE';

/** What can happen to an erasure. */
export type ErasureAction = 'CANCEL' | 'CARRY_OUT';

/** What stands in the way of an erasure: somebody else's rights hang on the person until it is out of the way. */
export type ErasureObstacle = 'STAFF_ROLE' | 'OPEN_DISPUTE' | 'OPEN_CANDIDACY';

/** The services that confirm an erasure. */
export const erasingServices = ['membership', 'activities', 'advocacy', 'learning'] as const;

/** One of them. */
export type ErasingService = (typeof erasingServices)[number];

/** An erasure as stored. */
export type Erasure = {
  readonly id: ErasureId;
  readonly memberId: MemberId;
  readonly status: ErasureStatus;
  /** The version of the retention table that the person was shown. */
  readonly rulesVersion: number;
  readonly requestedAt: Date;
  readonly dueAt: Date;
  readonly endedAt: Date | undefined;
  readonly version: number;
};

/** That a service erased what it kept, and when. */
export type ErasureConfirmation = { readonly service: ErasingService; readonly confirmedAt: Date };

/** An erasure with the confirmations that came so far. */
export type ConfirmedErasure = { readonly erasure: Erasure; readonly confirmations: readonly ErasureConfirmation[] };

/** How long somebody can change their mind, in milliseconds; our choice. */
export const secondThoughtsMs = 14 * 86_400_000;

/** How long an erasure waits for an obstacle before it is tried again, in milliseconds. */
export const obstructedMs = 86_400_000;

/** The life of an erasure. It is carried out from its instant on. */
export const erasureLifecycle = defineLifecycle<Erasure, ErasureStatus, ErasureAction>(
  {
    name: 'Erasure',
    initial: ['SCHEDULED'],
    states: ['SCHEDULED', 'CANCELLED', 'DONE'],
    transitions: {
      CANCEL: { from: ['SCHEDULED'], to: ['CANCELLED'] },
      CARRY_OUT: { from: ['SCHEDULED'], to: ['DONE'], guard: ({ dueAt }, now) => dueAt <= now },
    },
  },
  ({ status }) => status,
);

/** Schedules an erasure when nothing stands in its way and the person typed their own name. */
export function scheduleErasure(
  member: Member,
  asked: { readonly confirmation: string; readonly obstacles: readonly ErasureObstacle[] },
  made: { readonly id: ErasureId; readonly rulesVersion: number; readonly now: Date },
): Result<Erasure, IllegalTransitionError | ValidationError> {
  const obstacle = obstacleTo(member, asked.obstacles, made.now);
  if (obstacle !== undefined) return err(illegalTransition('ERASE', obstacle));
  const isMeant = asked.confirmation.trim() === member.displayName;
  return new FieldChecks()
    .that(isMeant, 'confirmation', 'BAD_FORMAT', 'Type your name as it stands in your profile.')
    .finish({
      id: made.id,
      memberId: member.id,
      status: 'SCHEDULED' as const,
      rulesVersion: made.rulesVersion,
      requestedAt: made.now,
      dueAt: new Date(made.now.getTime() + secondThoughtsMs),
      endedAt: undefined,
      version: 1,
    });
}

/** Whether a member could have themselves erased now: the guard that decides also says whether to offer it. */
export function canScheduleErasure(member: Member, obstacles: readonly ErasureObstacle[], now: Date): boolean {
  return obstacleTo(member, obstacles, now) === undefined;
}

function obstacleTo(member: Member, obstacles: readonly ErasureObstacle[], now: Date): string | undefined {
  return memberLifecycle.can('ERASE', member, now) ? obstacles[0] : member.status;
}

/** Moves an erasure to its end. */
export function endErasure(
  erasure: Erasure,
  action: ErasureAction,
  now: Date,
): Result<Erasure, IllegalTransitionError> {
  const status = erasureLifecycle.next(action, erasure, now);
  return status.ok ? ok({ ...erasure, status: status.value, endedAt: now }) : status;
}

const weekMs = 7 * 86_400_000;
/** The Monday before the epoch, which began on a Thursday. */
const someMonday = -3 * 86_400_000;

/**
 * What is left of a member in the register: an id, and the week of joining for the figures. The sign-in and the student
 * number are free, so that the same person may one day join as somebody new.
 */
export function tombstoneOf(member: Member, now: Date): Result<Member, IllegalTransitionError> {
  const status = memberLifecycle.next('ERASE', member, now);
  if (!status.ok) return status;
  const week = Math.floor((member.joinedAt.getTime() - someMonday) / weekMs);
  return ok({
    ...member,
    status: status.value,
    subject: `erased:${member.id}`,
    studentNumber: `erased:${member.id}`,
    statusReason: undefined,
    statusUntil: undefined,
    displayName: '',
    pronouns: undefined,
    bio: undefined,
    faculty: '',
    programme: '',
    level: 'UNDERGRADUATE',
    year: 1,
    interests: [],
    skills: [],
    languages: [],
    audiences: nobodySees,
    joinedAt: new Date(someMonday + week * weekMs),
  });
}

const nobodySees: Member['audiences'] = {
  displayName: 'ONLY_ME',
  pronouns: 'ONLY_ME',
  bio: 'ONLY_ME',
  faculty: 'ONLY_ME',
  programme: 'ONLY_ME',
  level: 'ONLY_ME',
  year: 'ONLY_ME',
  interests: 'ONLY_ME',
  skills: 'ONLY_ME',
  languages: 'ONLY_ME',
};

/** What stands behind a preview: the id of the viewer's own record. */
export type ErasurePreviewReference = { readonly id: MemberId };
