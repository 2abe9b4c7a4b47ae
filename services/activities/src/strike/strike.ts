/*
 * A strike: that somebody gave a seat back late or did not come, for as long as it counts. Life: given by the platform,
 * perhaps appealed against once and decided, or taken back when what it was given for is corrected. Owner: activities.
 */
import {
  defineLifecycle,
  FieldChecks,
  type Id,
  type IllegalTransitionError,
  type Result,
  type ValidationError,
} from '@guildhall/kernel';
import { freeCancelUntil, type Activity, type ActivityId } from '../activity/activity.js';
import type { MemberId } from '../references/member.js';
import { freeSeats, type Registration, type RegistrationId, type SeatCount } from '../registration/registration.js';
import { afterTermDays, currentStrikeRules, type StrikeKind } from './strike-rules.js';

/** The id of a strike. */
export type StrikeId = Id<'Strike'>;

/** Where a strike stands. That it is over by time follows from `expiresAt`. */
export type StrikeStatus = 'GIVEN' | 'APPEALED' | 'UPHELD' | 'WON' | 'TAKEN_BACK';

/** A strike as stored, with the one appeal against it. */
export type Strike = {
  readonly id: StrikeId;
  readonly registrationId: RegistrationId;
  readonly activityId: ActivityId;
  readonly memberId: MemberId;
  readonly kind: StrikeKind;
  readonly status: StrikeStatus;
  readonly weight: number;
  readonly rulesVersion: number;
  readonly givenAt: Date;
  readonly expiresAt: Date;
  readonly appealUntil: Date;
  readonly words: string | undefined;
  readonly appealedAt: Date | undefined;
  readonly reasons: string | undefined;
  readonly deciderId: MemberId | undefined;
  readonly decidedAt: Date | undefined;
  readonly version: number;
};

/** What can happen to a strike. */
export type StrikeAction = 'APPEAL' | 'UPHOLD' | 'CORRECT_ATTENDANCE' | 'EXCUSE' | 'TAKE_BACK';

/** How an appeal is decided: the strike stays, they were there after all, or they had a good reason. */
export type StrikeDecision = Extract<StrikeAction, 'UPHOLD' | 'CORRECT_ATTENDANCE' | 'EXCUSE'>;

/** The life of a strike. */
export const strikeLifecycle = defineLifecycle<Strike, StrikeStatus, StrikeAction>(
  {
    name: 'Strike',
    initial: ['GIVEN'],
    states: ['GIVEN', 'APPEALED', 'UPHELD', 'WON', 'TAKEN_BACK'],
    transitions: {
      APPEAL: { from: ['GIVEN'], to: ['APPEALED'], guard: ({ appealUntil }, now) => now < appealUntil },
      UPHOLD: { from: ['APPEALED'], to: ['UPHELD'] },
      CORRECT_ATTENDANCE: { from: ['APPEALED'], to: ['WON'], guard: ({ kind }) => kind === 'NO_SHOW' },
      EXCUSE: { from: ['APPEALED'], to: ['WON'] },
      TAKE_BACK: { from: ['GIVEN', 'APPEALED', 'UPHELD'], to: ['TAKEN_BACK'] },
    },
  },
  ({ status }) => status,
);

/** Whether a strike has an effect now. While an appeal waits it has none: nobody suffers from a slow decision. */
export function counts({ status, expiresAt }: Strike, now: Date): boolean {
  return (status === 'GIVEN' || status === 'UPHELD') && now < expiresAt;
}

/** The same for SQL over the table `strike`, with `$now` as the name of the parameter. */
export const countsSql = (now: string): string => `(status in ('GIVEN', 'UPHELD') and expires_at > ${now})`;

/** What a strike of a kind, given now, would weigh and until when it would count. */
export function strikeAhead(kind: StrikeKind, at: Date, zone: string) {
  const rules = currentStrikeRules;
  return { kind, weight: rules.weight[kind], expiresAt: afterTermDays(at, rules.expiryDays[kind], rules, zone) };
}

/** Whether a seat given back now is late and for nobody: nobody who waits has it at once. `seats` are as they are without it. */
export function isLateForNobody(activity: Activity, seats: SeatCount, now: Date): boolean {
  const isRefilled = seats.waiting > 0 && freeSeats(activity, seats.taken) > 0;
  return now >= freeCancelUntil(activity) && !isRefilled;
}

/** A strike that is given now for what somebody did with their place of the activity. */
export function giveStrike(
  kind: StrikeKind,
  {
    registration,
    activity,
  }: { readonly registration: Pick<Registration, 'id' | 'memberId'>; readonly activity: Pick<Activity, 'id'> },
  { id, now, zone }: { readonly id: StrikeId; readonly now: Date; readonly zone: string },
): Strike {
  const { weight, expiresAt } = strikeAhead(kind, now, zone);
  return {
    id,
    kind,
    weight,
    expiresAt,
    registrationId: registration.id,
    activityId: activity.id,
    memberId: registration.memberId,
    status: 'GIVEN',
    rulesVersion: currentStrikeRules.version,
    givenAt: now,
    appealUntil: afterTermDays(now, currentStrikeRules.appealDays, currentStrikeRules, zone),
    words: undefined,
    appealedAt: undefined,
    reasons: undefined,
    deciderId: undefined,
    decidedAt: undefined,
    version: 1,
  };
}

/** The shortest and the longest words of an appeal and of a decision, in characters; our choice. */
export const strikeWords = { appeal: { min: 10, max: 2000 }, reasons: { min: 3, max: 1000 } } as const;

/** Takes what the member says against a strike, once. */
export function appealStrike(
  strike: Strike,
  words: string,
  now: Date,
): Result<Strike, IllegalTransitionError | ValidationError> {
  const status = strikeLifecycle.next('APPEAL', strike, now);
  if (!status.ok) return status;
  return new FieldChecks()
    .text('words', words, strikeWords.appeal)
    .finish({ ...strike, status: status.value, words: words.trim(), appealedAt: now });
}

/** Decides an appeal with reasons, which the member reads. */
export function decideStrike(
  strike: Strike,
  { decision, reasons }: { readonly decision: StrikeDecision; readonly reasons: string },
  { deciderId, now }: { readonly deciderId: MemberId; readonly now: Date },
): Result<Strike, IllegalTransitionError | ValidationError> {
  const status = strikeLifecycle.next(decision, strike, now);
  if (!status.ok) return status;
  return new FieldChecks()
    .text('reasons', reasons, strikeWords.reasons)
    .finish({ ...strike, status: status.value, reasons: reasons.trim(), deciderId, decidedAt: now });
}

/** Takes a strike back, because what it was given for is corrected. One that is over or was won stays as it is. */
export function takeBackStrike(strike: Strike, now: Date): Strike {
  const status = strikeLifecycle.next('TAKE_BACK', strike, now);
  return status.ok ? { ...strike, status: status.value } : strike;
}
