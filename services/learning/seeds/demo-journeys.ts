import type { DemoEnrolment, DemoUnion } from '@guildhall/demo';
import { toId } from '@guildhall/kernel';
import type { Attendance } from '../src/enrolment/enrolment.repository.js';
import type { Journey } from '../src/enrolment/enrolment.js';
import { settle } from '../src/enrolment/settle.js';
import type { StepProgress } from '../src/enrolment/step-progress.js';
import type { PathVersion } from '../src/path/path.js';
import type { Step, StepId } from '../src/path/step.js';

/** Every attendance of the demo union; it counts from the end of the activity. */
export function demoAttendances({ activities, registrations }: DemoUnion): readonly Attendance[] {
  const byId = new Map(activities.map((activity) => [activity.id, activity]));
  return registrations.flatMap(({ id, memberId, activityId, status }) => {
    const activity = status === 'ATTENDED' ? byId.get(activityId) : undefined;
    return activity === undefined
      ? []
      : [{ registrationId: id, memberId, activityKind: activity.kind, attendedAt: activity.endsAt }];
  });
}

/** A version with its steps, as this service knows them. */
export type PlannedVersion = { readonly version: PathVersion; readonly steps: readonly Step[] };

/** The demo enrolments, brought in line with what their members attended, as every enrolment is. */
export function demoJourneys(
  union: DemoUnion,
  versions: ReadonlyMap<string, PlannedVersion>,
  anchor: Date,
): readonly Journey[] {
  const attendances = Map.groupBy(demoAttendances(union), ({ memberId }) => memberId);
  return union.enrolments.map((enrolment) => {
    const planned = versions.get(enrolment.pathVersionId);
    if (planned === undefined) throw new RangeError('an enrolment names a version of the plan');
    return settle(journeyOf(enrolment, planned), attendances.get(enrolment.memberId) ?? [], anchor);
  });
}

function journeyOf(
  { steps: plannedSteps, completedAt, ...enrolment }: DemoEnrolment,
  { version, steps }: PlannedVersion,
): Journey {
  const byId = new Map<StepId, Step>(steps.map((step) => [step.id, step]));
  const progress = plannedSteps.map(({ enrolmentId, stepId, status, passedAt, evidence }): StepProgress => {
    const step = byId.get(toId(stepId));
    if (step === undefined) throw new RangeError('progress names a step of its version');
    return { enrolmentId, step, status, passedAt, evidence, isOpen: status !== 'LOCKED' };
  });
  return { enrolment: { ...enrolment, pathId: version.pathId, completedAt, version: 1 }, steps: progress };
}
