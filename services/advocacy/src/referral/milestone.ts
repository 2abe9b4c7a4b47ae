/*
 * A milestone of a referral: one thing that a department promised to do, with its date. Life: promised, done; late is
 * derived from the clock. Owner: the department of the referral.
 */
import {
  err,
  FieldChecks,
  illegalTransition,
  ok,
  type Id,
  type IllegalTransitionError,
  type Result,
  type ValidationError,
} from '@guildhall/kernel';
import type { ReferralId } from './referral.js';

/** The timed task that tells when a promise is not kept in time. */
export const milestoneTask = 'milestone-late';

/** The id of a milestone. */
export type MilestoneId = Id<'ReferralMilestone'>;

/** One promise; its words are sealed. */
export type Milestone = {
  readonly id: MilestoneId;
  readonly caseId: Id<'Case'>;
  readonly referralId: ReferralId;
  readonly addedAt: Date;
  readonly dueAt: Date;
  readonly doneAt: Date | undefined;
  readonly version: number;
};

/** Where a promise stands. */
export type MilestoneStatus = 'PROMISED' | 'LATE' | 'DONE';

/** Where a promise stands now: done stays done, and late begins when the date is over. */
export function milestoneStatus({ doneAt, dueAt }: Milestone, now: Date): MilestoneStatus {
  if (doneAt !== undefined) return 'DONE';
  return dueAt < now ? 'LATE' : 'PROMISED';
}

/** What a department promises, and until when. */
export type Promised = { readonly text: string; readonly dueAt: Date };

const millisecondsAheadMax = 2 * 366 * 86_400_000;
const perReferralMax = 20;

/** Checks promises, of which `kept` stand already: 20 at most, each in words, with a date to come and within two years. */
export function checkPromises(
  promises: readonly Promised[],
  { path, kept, now }: { readonly path: (index: number) => string; readonly kept: number; readonly now: Date },
): Result<readonly Promised[], ValidationError> {
  const checks = new FieldChecks().that(
    promises.length + kept <= perReferralMax,
    'milestones',
    'TOO_LONG',
    `A referral has at most ${perReferralMax} milestones.`,
  );
  promises.slice(0, perReferralMax).forEach(({ text, dueAt }, index) => {
    const ahead = dueAt.getTime() - now.getTime();
    checks
      .text(`${path(index)}text`, text, { max: 500 })
      .that(
        ahead > 0 && ahead <= millisecondsAheadMax,
        `${path(index)}dueAt`,
        'OUT_OF_RANGE',
        'Name a date to come, within two years.',
      );
  });
  return checks.finish(promises.map(({ text, dueAt }) => ({ text: text.trim(), dueAt })));
}

/** Says that a promise is kept; once. */
export function completeMilestone(milestone: Milestone, now: Date): Result<Milestone, IllegalTransitionError> {
  if (milestone.doneAt !== undefined) return err(illegalTransition('COMPLETE', 'DONE'));
  return ok({ ...milestone, doneAt: now });
}
