/*
 * An admission: somebody's request to join a group, or a group's invitation to somebody.
 * Life: the beginning of a group membership (machine A), until it is answered, taken back or 30 days old. Owner: membership.
 */
import {
  defineLifecycle,
  FieldChecks,
  ok,
  type Id,
  type IllegalTransitionError,
  type Result,
  type ValidationError,
} from '@guildhall/kernel';
import type { GroupId } from '../group/group.js';
import type { MemberId } from '../member/member.js';

/** The id of an admission, which is the id of the membership it becomes. */
export type AdmissionId = Id<'GroupMembership'>;

/** Where an admission stands; what comes after `ACTIVE` is the membership's own life. */
export type AdmissionStatus = 'INVITED' | 'REQUESTED' | 'ACTIVE' | 'DECLINED' | 'WITHDRAWN' | 'EXPIRED';

/** Who asked whom. */
export type AdmissionKind = 'REQUEST' | 'INVITATION';

/** A request to join or an invitation. `askedBy` is the member themselves, or the officer who invites. */
export type Admission = {
  readonly id: AdmissionId;
  readonly groupId: GroupId;
  readonly memberId: MemberId;
  readonly status: AdmissionStatus;
  readonly kind: AdmissionKind;
  /** A few words of the one who asks; absent when there are none. */
  readonly words: string | undefined;
  readonly askedBy: MemberId;
  readonly askedAt: Date;
  readonly expiresAt: Date;
  /** When the membership began, or when it was asked for. */
  readonly since: Date;
  readonly until: Date | undefined;
  readonly version: number;
};

/** What can happen to an admission. */
export type AdmissionAction = 'ACCEPT' | 'DECLINE' | 'WITHDRAW' | 'EXPIRE';

/** How long a request or an invitation waits for an answer, in milliseconds; our choice, domain 1.3 A leaves it open. */
export const admissionMs = 30 * 86_400_000;

const waiting = ['INVITED', 'REQUESTED'] as const satisfies readonly AdmissionStatus[];

/** The way into a group. Whether a waiting one is a request or an invitation decides who may take which step, see the policy. */
export const admissionLifecycle = defineLifecycle<
  Pick<Admission, 'status' | 'expiresAt'>,
  AdmissionStatus,
  AdmissionAction
>(
  {
    name: 'Admission',
    initial: ['INVITED', 'REQUESTED'],
    states: ['INVITED', 'REQUESTED', 'ACTIVE', 'DECLINED', 'WITHDRAWN', 'EXPIRED'],
    transitions: {
      // What is older than its time is over, even if the job that says so is late.
      ACCEPT: { from: waiting, to: ['ACTIVE'], guard: ({ expiresAt }, now) => now < expiresAt },
      DECLINE: { from: waiting, to: ['DECLINED'], guard: ({ expiresAt }, now) => now < expiresAt },
      WITHDRAW: { from: waiting, to: ['WITHDRAWN'], guard: ({ expiresAt }, now) => now < expiresAt },
      EXPIRE: { from: waiting, to: ['EXPIRED'], guard: ({ expiresAt }, now) => expiresAt <= now },
    },
  },
  ({ status }) => status,
);

/** Who asks whom, with what words. */
export type Asking = Pick<Admission, 'id' | 'groupId' | 'memberId' | 'askedBy'> & { readonly words: string };

/** Begins a request or an invitation, or says what is wrong with its words. */
export function ask(kind: AdmissionKind, { words, ...asking }: Asking, now: Date): Result<Admission, ValidationError> {
  const text = words.trim();
  return new FieldChecks().text('words', text, { min: 0, max: 500 }).finish({
    ...asking,
    kind,
    status: kind === 'REQUEST' ? ('REQUESTED' as const) : ('INVITED' as const),
    words: text === '' ? undefined : text,
    askedAt: now,
    expiresAt: new Date(now.getTime() + admissionMs),
    since: now,
    until: undefined,
    version: 1,
  });
}

/** Takes a step. An accepted admission is a membership that begins now; any other end is an end at this instant. */
export function settleAdmission(
  admission: Admission,
  action: AdmissionAction,
  now: Date,
): Result<Admission, IllegalTransitionError> {
  const next = admissionLifecycle.next(action, admission, now);
  if (!next.ok) return next;
  const status = next.value;
  if (status === 'ACTIVE') return ok({ ...admission, status, since: now });
  return ok({ ...admission, status, until: status === 'EXPIRED' ? admission.expiresAt : now });
}

/** When and under which key an unanswered admission ends by itself. */
export function expiryOf({ id, expiresAt }: Admission): { readonly runAt: Date; readonly key: string } {
  return { runAt: expiresAt, key: `expire-admission:${id}` };
}

/**
 * An admission as the group's side sees it. Declining an invitation is silent, so to the group a declined one goes on
 * waiting until its time is over.
 */
export function asTheGroupSees(admission: Admission): Admission {
  const isSilent = admission.kind === 'INVITATION' && admission.status === 'DECLINED';
  return isSilent ? { ...admission, status: 'INVITED', until: undefined } : admission;
}
