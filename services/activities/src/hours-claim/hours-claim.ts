/*
 * A claim of hours: what somebody says they did for a host, until somebody else who speaks for that host verifies it.
 * Life: last part of machine E. Whole minutes; a shift that was worked is its own evidence. Owner: activities.
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
import { isWebLink, type Host, type HostId } from '../host/host.js';
import type { MemberId } from '../references/member.js';
import type { SignupId } from '../signup/signup.js';
import { currentHoursRules, hoursRulesOf } from './hours-rules.js';

/** The id of a claim. */
export type HoursClaimId = Id<'HoursClaim'>;

/** Where a claim stands in machine E. */
export type HoursClaimStatus = 'DRAFT' | 'SUBMITTED' | 'QUERIED' | 'VERIFIED' | 'REJECTED' | 'VOIDED';

/** What a member says about their work. Outside shifts something must show it. */
export type HoursClaimPlan = {
  readonly workedFrom: Date;
  readonly workedTo: Date;
  readonly minutes: number;
  readonly what: string;
  readonly evidence: string | undefined;
  readonly evidenceLink: string | undefined;
  /** Why it took longer than the shift was planned for. */
  readonly longerBecause: string | undefined;
};

/** A claim as stored. */
export type HoursClaim = HoursClaimPlan & {
  readonly id: HoursClaimId;
  readonly memberId: MemberId;
  readonly hostId: HostId;
  /** The sign-up for the shift that was worked; absent outside shifts. */
  readonly signupId: SignupId | undefined;
  readonly status: HoursClaimStatus;
  /** What was asked, or why it was rejected or voided. */
  readonly statusReason: string | undefined;
  readonly draftedAt: Date;
  readonly submittedAt: Date | undefined;
  readonly decidedBy: MemberId | undefined;
  readonly decidedAt: Date | undefined;
  readonly rulesVersion: number;
  readonly version: number;
};

/** What can happen to a claim. */
export type HoursClaimAction = 'EDIT' | 'SUBMIT' | 'VERIFY' | 'QUERY' | 'REJECT' | 'VOID';

/** A claim with its host, on which its rights depend. */
export type ClaimFacts = { readonly claim: HoursClaim; readonly host: Host };

/** Last part of machine E. */
export const hoursClaimLifecycle = defineLifecycle<ClaimFacts, HoursClaimStatus, HoursClaimAction>(
  {
    name: 'HoursClaim',
    initial: ['DRAFT'],
    states: ['DRAFT', 'SUBMITTED', 'QUERIED', 'VERIFIED', 'REJECTED', 'VOIDED'],
    transitions: {
      EDIT: { from: ['DRAFT', 'QUERIED'], to: ['DRAFT', 'QUERIED'] },
      SUBMIT: { from: ['DRAFT', 'QUERIED'], to: ['SUBMITTED'] },
      VERIFY: { from: ['SUBMITTED'], to: ['VERIFIED'] },
      QUERY: { from: ['SUBMITTED'], to: ['QUERIED'] },
      REJECT: { from: ['SUBMITTED'], to: ['REJECTED'] },
      VOID: { from: ['VERIFIED'], to: ['VOIDED'] },
    },
  },
  ({ claim }) => claim.status,
);

/** A draft, when its fields keep the rules. Of a shift it takes the times of the shift. */
export function draftClaim(
  plan: HoursClaimPlan,
  origin: Pick<HoursClaim, 'id' | 'memberId' | 'hostId' | 'signupId'>,
  now: Date,
): Result<HoursClaim, ValidationError> {
  const claim: HoursClaim = {
    ...tidy(plan),
    ...origin,
    status: 'DRAFT',
    statusReason: undefined,
    draftedAt: now,
    submittedAt: undefined,
    decidedBy: undefined,
    decidedAt: undefined,
    rulesVersion: currentHoursRules.version,
    version: 1,
  };
  return checkWords(claim, '').finish(claim);
}

/** A claim with other words or times; those of a shift stay with the shift. */
export function editClaim(
  facts: ClaimFacts,
  changes: Partial<HoursClaimPlan>,
  now: Date,
): Result<HoursClaim, ValidationError | IllegalTransitionError> {
  const { claim } = facts;
  const status = hoursClaimLifecycle.next('EDIT', facts, now, claim.status);
  if (!status.ok) return status;
  const { workedFrom, workedTo } = claim;
  const edited = { ...claim, ...changes, ...(claim.signupId === undefined ? {} : { workedFrom, workedTo }) };
  return checkWords(edited, 'changes.').finish({ ...edited, ...tidy(edited) });
}

/** Hands a claim in, when it may still be made and something shows it. */
export function submitClaim(
  facts: ClaimFacts,
  now: Date,
): Result<HoursClaim, ValidationError | IllegalTransitionError> {
  const status = hoursClaimLifecycle.next('SUBMIT', facts, now);
  if (!status.ok) return status;
  const { claim } = facts;
  const { workedTo, signupId, evidence, evidenceLink } = claim;
  const hasEvidence = signupId !== undefined || evidence !== undefined || evidenceLink !== undefined;
  const months = hoursRulesOf(claim).backDatingMonths;
  return checkLength(checkWords(claim, ''), claim)
    .that(workedTo <= now, 'workedTo', 'OUT_OF_RANGE', 'Claim hours once they are over.')
    .that(workedTo >= monthsBefore(now, months), 'workedTo', 'OUT_OF_RANGE', `Claim hours within ${months} months.`)
    .that(hasEvidence, 'evidence', 'REQUIRED', 'Say what shows it, or give a link.')
    .finish({ ...claim, status: status.value, submittedAt: now });
}

/** Says that a claim is true. */
export function verifyClaim(
  facts: ClaimFacts,
  decidedBy: MemberId,
  now: Date,
): Result<HoursClaim, IllegalTransitionError> {
  const status = hoursClaimLifecycle.next('VERIFY', facts, now);
  return status.ok
    ? ok({ ...facts.claim, status: status.value, statusReason: undefined, decidedBy, decidedAt: now })
    : status;
}

/** Asks about a claim, rejects it, or takes a verification back, with words for whoever made it. */
export function refuseClaim(
  facts: ClaimFacts,
  action: 'QUERY' | 'REJECT' | 'VOID',
  { reason, decidedBy, now }: { readonly reason: string; readonly decidedBy: MemberId; readonly now: Date },
): Result<HoursClaim, ValidationError | IllegalTransitionError> {
  const status = hoursClaimLifecycle.next(action, facts, now);
  if (!status.ok) return status;
  return new FieldChecks()
    .text('reason', reason, { max: 1000 })
    .finish({ ...facts.claim, status: status.value, statusReason: reason.trim(), decidedBy, decidedAt: now });
}

/** The fact that hours are verified, as other services are told it. */
export function hoursVerified({ claim, host }: ClaimFacts, zone: string) {
  const { id, memberId, minutes, workedFrom, decidedAt } = claim;
  return {
    claimId: id,
    memberId,
    minutes,
    ...(host.groupId !== undefined && { hostGroupId: host.groupId }),
    workedOn: new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(workedFrom),
    verifiedAt: (decidedAt ?? workedFrom).toISOString(),
  };
}

/** The fact that a verification was taken back. */
export function hoursVoided({ id, memberId, minutes }: HoursClaim, now: Date) {
  return { claimId: id, memberId, minutes, voidedAt: now.toISOString() };
}

const minuteMs = 60_000;

/** The most minutes that need no reason: of a shift its length and a quarter, elsewhere the time it is claimed for. */
export function minutesWithoutReason(
  claim: Pick<HoursClaim, 'workedFrom' | 'workedTo' | 'signupId' | 'rulesVersion'>,
): number {
  const length = (claim.workedTo.getTime() - claim.workedFrom.getTime()) / minuteMs;
  const percent = claim.signupId === undefined ? 0 : hoursRulesOf(claim).overShiftPercent;
  return Math.floor((length * (100 + percent)) / 100);
}

function checkLength(checks: FieldChecks, claim: HoursClaim): FieldChecks {
  const { minutes, signupId, longerBecause } = claim;
  const most = minutesWithoutReason(claim);
  if (signupId === undefined)
    return checks.that(
      minutes <= most,
      'minutes',
      'CONTRADICTION',
      'That is longer than from the beginning to the end.',
    );
  return checks.that(
    minutes <= most || longerBecause !== undefined,
    'longerBecause',
    'REQUIRED',
    `Say why it took longer than ${most} minutes.`,
  );
}

function checkWords(claim: HoursClaimPlan, at: string): FieldChecks {
  const { workedFrom, workedTo, minutes, what, evidence = '', evidenceLink, longerBecause = '' } = claim;
  const isShort = workedTo.getTime() - workedFrom.getTime() <= 24 * 60 * minuteMs;
  return new FieldChecks()
    .that(workedTo > workedFrom, `${at}workedTo`, 'CONTRADICTION', 'It ends after it begins.')
    .that(isShort, `${at}workedTo`, 'OUT_OF_RANGE', 'Claim each day for itself.')
    .whole(`${at}minutes`, minutes, { min: 1, max: 2880 })
    .text(`${at}what`, what, { max: 500 })
    .text(`${at}evidence`, evidence, { min: 0, max: 2000 })
    .text(`${at}longerBecause`, longerBecause, { min: 0, max: 500 })
    .that(
      !evidenceLink?.trim() || (evidenceLink.length <= 500 && isWebLink(evidenceLink.trim())),
      `${at}evidenceLink`,
      'BAD_FORMAT',
      'Give a link that begins with https://.',
    );
}

function tidy(plan: HoursClaimPlan): HoursClaimPlan {
  const { workedFrom, workedTo, minutes } = plan;
  return {
    workedFrom,
    workedTo,
    minutes,
    what: plan.what.trim(),
    evidence: plan.evidence?.trim() || undefined,
    evidenceLink: plan.evidenceLink?.trim() || undefined,
    longerBecause: plan.longerBecause?.trim() || undefined,
  };
}

/** So many calendar months before an instant; the last day of a shorter month where there is no such day. */
function monthsBefore(now: Date, months: number): Date {
  const then = new Date(now);
  then.setUTCMonth(then.getUTCMonth() - months);
  if (then.getUTCDate() !== now.getUTCDate()) then.setUTCDate(0);
  return then;
}
