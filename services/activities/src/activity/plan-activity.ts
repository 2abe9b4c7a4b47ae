/*
 * Decisions on the content of an activity: drafting, editing, postponing. Each checks every rule of the plan and
 * computes the risk tier anew.
 */
import {
  err,
  FieldChecks,
  illegalTransition,
  type IllegalTransitionError,
  type Result,
  type ValidationError,
} from '@guildhall/kernel';
import { isNoticeBroken } from '../approval/approval.js';
import { currentRules, rulesOf } from './activity-rules.js';
import { activityLifecycle, type Activity, type ActivityPlan } from './activity.js';
import { riskTierOf } from './risk.js';

const longestMs = 14 * 86_400_000;
const peopleMax = 100_000;
const budgetMax = 100_000_000;

/** Who drafts an activity, for which group, and the id it gets. */
export type DraftOrigin = Pick<Activity, 'id' | 'groupId' | 'organiserId'>;

/** Checks a plan and makes it a draft under the current rules. */
export function draftActivity(plan: ActivityPlan, origin: DraftOrigin, now: Date): Result<Activity, ValidationError> {
  const tidy = trimmed(plan);
  return checkPlan(tidy, now).finish({
    ...tidy,
    ...origin,
    team: [{ memberId: origin.organiserId, role: 'LEAD' as const }],
    status: 'DRAFT' as const,
    statusReason: undefined,
    riskTier: riskTierOf(tidy.facts, tidy.capacity, currentRules),
    rulesVersion: currentRules.version,
    publishedAt: undefined,
    postponedAt: undefined,
    report: undefined,
    version: 1,
  });
}

/**
 * Changes the plan. Once approved, the dates belong to `postpone` and nothing may raise the tier that was approved.
 * Capacity may fall below the places given: nobody loses a place, nobody moves up until there is room again.
 */
export function editActivity(
  activity: Activity,
  changes: Partial<ActivityPlan>,
  now: Date,
): Result<Activity, ValidationError | IllegalTransitionError> {
  if (!activityLifecycle.can('EDIT', activity, now)) return err(illegalTransition('EDIT', activity.status));
  const next: Activity = { ...activity, ...trimmed({ ...activity, ...changes }) };
  const edited: Activity = { ...next, riskTier: riskTierOf(next.facts, next.capacity, rulesOf(activity)) };
  const isDecided = activity.status === 'APPROVED' || activity.status === 'PUBLISHED';
  const checks = checkPlan(edited, now);
  if (isDecided) {
    const keepsDates = [edited.startsAt, edited.endsAt].every(
      (date, index) => date.getTime() === [activity.startsAt, activity.endsAt][index]?.getTime(),
    );
    checks.that(
      keepsDates,
      'changes.startsAt',
      'CONTRADICTION',
      'An approved activity changes its dates by being postponed.',
    );
    checks.that(
      edited.riskTier <= activity.riskTier,
      'changes.facts',
      'CONTRADICTION',
      'This would need a new approval: its risk tier is higher than the one approved.',
    );
  }
  return checks.finish({ ...edited, riskTier: isDecided ? activity.riskTier : edited.riskTier });
}

/** New dates for a published activity. */
export type NewDates = Pick<Activity, 'startsAt' | 'endsAt' | 'registrationClosesAt'>;

/**
 * Moves a published activity to later or earlier dates and opens the window for free cancellation again. Where the new
 * date leaves less notice than its tier asks for, it waits for approval again; places are kept meanwhile.
 */
export function postponeActivity(
  activity: Activity,
  dates: NewDates,
  now: Date,
): Result<Activity, ValidationError | IllegalTransitionError> {
  const target = isNoticeBroken({ ...activity, startsAt: dates.startsAt }, now) ? 'SUBMITTED' : 'PUBLISHED';
  const status = activityLifecycle.next('POSTPONE', activity, now, target);
  if (!status.ok) return status;
  const { startsAt, endsAt, registrationClosesAt } = dates;
  const postponed: Activity = {
    ...activity,
    startsAt,
    endsAt,
    registrationClosesAt,
    status: status.value,
    postponedAt: now,
  };
  return checkPlan(postponed, now)
    .that(startsAt > now, 'startsAt', 'OUT_OF_RANGE', 'The new start lies in the past.')
    .finish(postponed);
}

/** Writes the report of a completed activity. */
export function reportActivity(
  activity: Activity,
  text: string,
  now: Date,
): Result<Activity, ValidationError | IllegalTransitionError> {
  const status = activityLifecycle.next('REPORT', activity, now);
  if (!status.ok) return status;
  return new FieldChecks()
    .text('report', text, { min: 20, max: 10_000 })
    .finish({ ...activity, status: status.value, report: text.trim() });
}

/** The plan as it is stored: texts without blanks around them, and nothing that is not part of a plan. */
function trimmed(plan: ActivityPlan): ActivityPlan {
  const { kind, venueId, startsAt, endsAt, registrationOpensAt, registrationClosesAt, capacity, facts } = plan;
  const [title, summary, place] = [plan.title.trim(), plan.summary.trim(), plan.place.trim()];
  return {
    title,
    summary,
    kind,
    place,
    venueId,
    startsAt,
    endsAt,
    registrationOpensAt,
    registrationClosesAt,
    capacity,
    facts: { ...facts },
  };
}

function checkPlan(plan: ActivityPlan & Pick<Activity, 'collectionClosesAt'>, now: Date): FieldChecks {
  const length = plan.endsAt.getTime() - plan.startsAt.getTime();
  const checks = new FieldChecks()
    .text('title', plan.title, { min: 3, max: 120 })
    .text('summary', plan.summary, { min: 10, max: 4000 })
    .text('place', plan.place, { min: 2, max: 200 })
    .that(length > 0, 'endsAt', 'CONTRADICTION', 'An activity ends after it starts.')
    .that(length <= longestMs, 'endsAt', 'OUT_OF_RANGE', 'An activity lasts at most 14 days.')
    .that(plan.endsAt > now, 'endsAt', 'OUT_OF_RANGE', 'This activity would be over already.')
    .that(
      plan.registrationOpensAt < plan.registrationClosesAt,
      'registrationClosesAt',
      'CONTRADICTION',
      'Registration closes after it opens.',
    )
    .that(
      plan.collectionClosesAt === undefined || plan.collectionClosesAt <= plan.registrationOpensAt,
      'registrationOpensAt',
      'CONTRADICTION',
      'Registration opens after the draw.',
    )
    .that(
      plan.registrationClosesAt <= plan.endsAt,
      'registrationClosesAt',
      'CONTRADICTION',
      'Registration closes before the activity ends.',
    )
    .whole('facts.expectedAttendees', plan.facts.expectedAttendees, { min: 1, max: peopleMax })
    .whole('facts.budget', plan.facts.budget, { min: 0, max: budgetMax });
  return plan.capacity === undefined ? checks : checks.whole('capacity', plan.capacity, { min: 1, max: peopleMax });
}
