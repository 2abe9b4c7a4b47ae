/*
 * A step outside the union without the student's consent, because somebody is in danger. Life: proposed by one person with
 * a listed ground and a reason, confirmed or declined by another, taken, and told to the student. Owner: advocacy.
 */
import { defineLifecycle, FieldChecks, type Id, type Result, type ValidationError } from '@guildhall/kernel';
import type { CaseId } from '../case/case.js';

/** The id of a step. */
export type StepId = Id<'SafeguardingStep'>;

/** Whom a step tells. */
export type StepRecipient =
  | 'EMERGENCY_SERVICES'
  | 'POLICE'
  | 'HEALTH_SERVICE'
  | 'SOCIAL_SERVICES'
  | 'UNIVERSITY_SAFEGUARDING';

/** Where a step stands. */
export type StepStatus = 'PROPOSED' | 'CONFIRMED' | 'DECLINED' | 'TAKEN';

/** What can happen to a step. */
export type StepAction = 'CONFIRM' | 'DECLINE' | 'TAKE' | 'TELL';

/** One version of the listed grounds: for a step without consent, and for telling the student of it only later. */
export type SafeguardingRule = {
  readonly version: number;
  readonly grounds: readonly string[];
  readonly laterGrounds: readonly string[];
  /** At most so many days may pass before the student is told. */
  readonly laterDaysMax: number;
};

/** A step; its reason is sealed. */
export type SafeguardingStep = {
  readonly id: StepId;
  readonly caseId: CaseId;
  readonly ruleVersion: number;
  readonly ground: string;
  readonly recipient: StepRecipient;
  readonly status: StepStatus;
  readonly proposedBy: string;
  readonly proposedAt: Date;
  readonly decidedBy: string | undefined;
  readonly decidedAt: Date | undefined;
  readonly takenAt: Date | undefined;
  readonly tellLaterGround: string | undefined;
  readonly tellBy: Date | undefined;
  readonly toldAt: Date | undefined;
  readonly version: number;
};

/** The life of a step; nothing happens outside before a second person has confirmed it. */
export const stepLifecycle = defineLifecycle<SafeguardingStep, StepStatus, StepAction>(
  {
    name: 'Safeguarding step',
    initial: ['PROPOSED'],
    states: ['PROPOSED', 'CONFIRMED', 'DECLINED', 'TAKEN'],
    transitions: {
      CONFIRM: { from: ['PROPOSED'], to: ['CONFIRMED'] },
      DECLINE: { from: ['PROPOSED'], to: ['DECLINED'] },
      TAKE: { from: ['CONFIRMED'], to: ['TAKEN'] },
      TELL: { from: ['TAKEN'], to: ['TAKEN'], guard: ({ toldAt }) => toldAt === undefined },
    },
  },
  ({ status }) => status,
);

/** What somebody proposes. */
export type Proposed = {
  readonly ground: string;
  readonly recipient: StepRecipient;
  readonly reason: string;
  readonly tellLater: { readonly ground: string; readonly by: Date } | undefined;
};

const dayMs = 86_400_000;

/** Checks a proposal against the grounds in force. Without a listed ground for later the student is told when the step is taken. */
export function checkStep(proposed: Proposed, rule: SafeguardingRule, now: Date): Result<Proposed, ValidationError> {
  const { ground, reason, tellLater } = proposed;
  const checks = new FieldChecks()
    .that(rule.grounds.includes(ground), 'ground', 'UNKNOWN', 'This is no listed ground for a step without consent.')
    .text('reason', reason, { min: 20, max: 5000 });
  if (tellLater === undefined) return checks.finish({ ...proposed, reason: reason.trim() });
  const latest = new Date(now.getTime() + rule.laterDaysMax * dayMs);
  return checks
    .that(
      rule.laterGrounds.includes(tellLater.ground),
      'tellLater.ground',
      'UNKNOWN',
      'This is no listed ground for telling the student later.',
    )
    .that(
      tellLater.by > now && tellLater.by <= latest,
      'tellLater.by',
      'OUT_OF_RANGE',
      `The student is told within ${rule.laterDaysMax} days.`,
    )
    .finish({ ...proposed, reason: reason.trim() });
}

/** Whether the student is told in the moment the step is taken. */
export function isToldWhenTaken({ tellBy }: SafeguardingStep, now: Date): boolean {
  return tellBy === undefined || tellBy <= now;
}

/** The place of a step's reason. */
export function stepPlace(id: StepId): string {
  return `safeguarding/${id}`;
}
