import type { DemoEnrolment, DemoUnion } from '@guildhall/demo';
import { toId } from '@guildhall/kernel';
import type { Journey } from '../src/enrolment/enrolment.js';
import { settle } from '../src/enrolment/settle.js';
import type { Evidence } from '../src/record/evidence.js';
import type { StepProgress } from '../src/enrolment/step-progress.js';
import type { PathVersion } from '../src/path/path.js';
import type { Step, StepId } from '../src/path/step.js';

/** A version with its steps, as this service knows them. */
export type PlannedVersion = { readonly version: PathVersion; readonly steps: readonly Step[] };

/** What the demo enrolments are settled with. */
export type DemoBasis = {
  readonly versions: ReadonlyMap<string, PlannedVersion>;
  readonly evidence: readonly Evidence[];
  readonly anchor: Date;
};

/** The demo enrolments, brought in line with what their members' records show, as every enrolment is. */
export function demoJourneys(union: DemoUnion, { versions, evidence, anchor }: DemoBasis): readonly Journey[] {
  const records = Map.groupBy(evidence, ({ memberId }) => memberId);
  return union.enrolments.map((enrolment) => {
    const planned = versions.get(enrolment.pathVersionId);
    if (planned === undefined) throw new RangeError('an enrolment names a version of the plan');
    return settle(journeyOf(enrolment, planned), records.get(enrolment.memberId) ?? [], anchor);
  });
}

function journeyOf(
  { steps: plannedSteps, completedAt, ...enrolment }: DemoEnrolment,
  { version, steps }: PlannedVersion,
): Journey {
  const byId = new Map<StepId, Step>(steps.map((step) => [step.id, step]));
  const progress = plannedSteps.map(({ enrolmentId, stepId, status: planned, passedAt }): StepProgress => {
    const step = byId.get(toId(stepId));
    if (step === undefined) throw new RangeError('progress names a step of its version');
    // What members think is not handed in to anybody.
    const status = step.kind === 'REFLECT' && isWithOthers(planned) ? 'STARTED' : planned;
    return { enrolmentId, step, criterion: step, status, passedAt, evidence: [], isOpen: status !== 'LOCKED' };
  });
  return { enrolment: { ...enrolment, pathId: version.pathId, completedAt, version: 1 }, steps: progress };
}

function isWithOthers(status: StepProgress['status']): boolean {
  return status === 'SUBMITTED' || status === 'RETURNED';
}
