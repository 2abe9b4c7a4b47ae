/*
 * A sign-up: somebody's place in a role of a shift, asked for or held.
 * Life: second part of machine E. Every change happens under a lock on the shift. Owner: activities.
 */
import {
  defineLifecycle,
  err,
  ok,
  validationError,
  type Id,
  type IllegalTransitionError,
  type Result,
  type ValidationError,
} from '@guildhall/kernel';
import type { MemberId } from '../references/member.js';
import { currentShiftRules } from '../shift/shift-rules.js';
import type { ShiftFacts, ShiftId, ShiftRoleId } from '../shift/shift.js';

/** The id of a sign-up. */
export type SignupId = Id<'ShiftSignup'>;

/** Where a sign-up stands in machine E. */
export type SignupStatus =
  | 'REQUESTED'
  | 'ACCEPTED'
  | 'SWAP_OFFERED'
  | 'SWAPPED'
  | 'WORKED'
  | 'ABSENT'
  | 'EXCUSED'
  | 'WITHDRAWN'
  | 'DECLINED'
  | 'VOID';

/** What a host records of somebody who had a place. */
export type ShiftAttendance = 'WORKED' | 'ABSENT' | 'EXCUSED';

/** A sign-up as stored. It carries the times of its shift, so that no two that hold a place can overlap. */
export type Signup = {
  readonly id: SignupId;
  readonly shiftId: ShiftId;
  readonly roleId: ShiftRoleId;
  readonly memberId: MemberId;
  readonly status: SignupStatus;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** To whom a swap is offered; absent when to everybody. */
  readonly swapToId: MemberId | undefined;
  /** The sign-up this one was taken over from. */
  readonly swapFromId: SignupId | undefined;
  readonly askedAt: Date;
  readonly recordedBy: MemberId | undefined;
  readonly rulesVersion: number;
  readonly version: number;
};

/** What can happen to a sign-up. */
export type SignupAction =
  | 'ACCEPT'
  | 'DECLINE'
  | 'WITHDRAW'
  | 'OFFER_SWAP'
  | 'KEEP'
  | 'TAKE_SWAP'
  | 'RECORD'
  | 'CLAIM_HOURS'
  | 'LAPSE'
  | 'VOID';

/** A sign-up with what its guards and rights depend on. */
export type SignupFacts = ShiftFacts & { readonly signup: Signup };

const isAhead = ({ shift }: SignupFacts, now: Date): boolean => shift.status === 'PLANNED' && now < shift.startsAt;
/** Also while it goes on: training that came again a little late is training. */
const isNotOver = ({ shift }: SignupFacts, now: Date): boolean => shift.status === 'PLANNED' && now < shift.endsAt;
const hasBegun = ({ shift }: SignupFacts, now: Date): boolean => shift.status === 'PLANNED' && now >= shift.startsAt;

/** Second part of machine E. */
export const signupLifecycle = defineLifecycle<SignupFacts, SignupStatus, SignupAction>(
  {
    name: 'ShiftSignup',
    initial: ['REQUESTED', 'ACCEPTED'],
    states: [
      'REQUESTED',
      'ACCEPTED',
      'SWAP_OFFERED',
      'SWAPPED',
      'WORKED',
      'ABSENT',
      'EXCUSED',
      'WITHDRAWN',
      'DECLINED',
      'VOID',
    ],
    transitions: {
      ACCEPT: { from: ['REQUESTED'], to: ['ACCEPTED'], guard: isNotOver },
      DECLINE: { from: ['REQUESTED'], to: ['DECLINED'] },
      WITHDRAW: { from: ['REQUESTED', 'ACCEPTED', 'SWAP_OFFERED'], to: ['WITHDRAWN'], guard: isAhead },
      OFFER_SWAP: { from: ['ACCEPTED'], to: ['SWAP_OFFERED'], guard: isAhead },
      KEEP: { from: ['SWAP_OFFERED'], to: ['ACCEPTED'], guard: isAhead },
      TAKE_SWAP: { from: ['SWAP_OFFERED'], to: ['SWAPPED'], guard: isAhead },
      RECORD: {
        from: ['ACCEPTED', 'SWAP_OFFERED', 'WORKED', 'ABSENT', 'EXCUSED'],
        to: ['WORKED', 'ABSENT', 'EXCUSED'],
        guard: hasBegun,
      },
      CLAIM_HOURS: { from: ['WORKED'], to: ['WORKED'], guard: ({ shift }, now) => now >= shift.endsAt },
      LAPSE: { from: ['ACCEPTED', 'SWAP_OFFERED'], to: ['REQUESTED'], guard: hasBegun },
      VOID: { from: ['REQUESTED', 'ACCEPTED', 'SWAP_OFFERED'], to: ['VOID'] },
    },
  },
  ({ signup }) => signup.status,
);

/** Whether a sign-up is still somebody's: asked for, held or used. The unique index says the same. */
export function isLive({ status }: Pick<Signup, 'status'>): boolean {
  return ['REQUESTED', 'ACCEPTED', 'SWAP_OFFERED', 'WORKED', 'ABSENT', 'EXCUSED'].includes(status);
}

/** A new sign-up for a shift: a request where the host is asked, a place where not. */
export function signUp(
  { shift, opportunity }: ShiftFacts,
  newcomer: Pick<Signup, 'id' | 'roleId' | 'memberId'> & { readonly swapFromId?: SignupId },
  now: Date,
): Signup {
  const isTakenOver = newcomer.swapFromId !== undefined;
  return {
    swapFromId: undefined,
    ...newcomer,
    shiftId: shift.id,
    status: opportunity.asksHost && !isTakenOver ? 'REQUESTED' : 'ACCEPTED',
    startsAt: shift.startsAt,
    endsAt: shift.endsAt,
    swapToId: undefined,
    askedAt: now,
    recordedBy: undefined,
    rulesVersion: currentShiftRules.version,
    version: 1,
  };
}

/** Accepts or declines a request, gives a place up, keeps it after all, or passes it on. */
export function advanceSignup(
  facts: SignupFacts,
  action: 'ACCEPT' | 'DECLINE' | 'WITHDRAW' | 'KEEP' | 'TAKE_SWAP',
  now: Date,
): Result<Signup, IllegalTransitionError> {
  const status = signupLifecycle.next(action, facts, now);
  return status.ok ? ok({ ...facts.signup, status: status.value, swapToId: undefined }) : status;
}

/** Makes a place a request again, because the training that its role asks for is gone. */
export function lapseSignup(facts: SignupFacts, now: Date): Result<Signup, IllegalTransitionError> {
  const status = signupLifecycle.next('LAPSE', facts, now);
  return status.ok ? ok({ ...facts.signup, status: status.value, swapToId: undefined }) : status;
}

/** Offers a place to one other person, or to everybody. Whoever offers it has it until somebody takes it. */
export function offerSwap(
  facts: SignupFacts,
  toMemberId: MemberId | undefined,
  now: Date,
): Result<Signup, IllegalTransitionError | ValidationError> {
  const status = signupLifecycle.next('OFFER_SWAP', facts, now);
  if (!status.ok) return status;
  if (toMemberId === facts.signup.memberId)
    return err(validationError([{ path: 'toMemberId', rule: 'CONTRADICTION', message: 'Offer it to somebody else.' }]));
  return ok({ ...facts.signup, status: status.value, swapToId: toMemberId });
}

/** Records whether somebody worked, was absent, or was excused; also to correct it. */
export function recordAttendance(
  facts: SignupFacts,
  { attendance, recordedBy }: { readonly attendance: ShiftAttendance; readonly recordedBy: MemberId },
  now: Date,
): Result<Signup, IllegalTransitionError> {
  const status = signupLifecycle.next('RECORD', facts, now, attendance);
  return status.ok ? ok({ ...facts.signup, status: status.value, recordedBy, swapToId: undefined }) : status;
}
