import type { Step } from '../path/step.js';
import type { EnrolmentId } from './enrolment.js';
import type { StepProgress, StepStatus } from './step-progress.js';

/** A row of `path_step` as JSON. */
type StepRow = {
  readonly id: Step['id'];
  readonly path_version_id: Step['pathVersionId'];
  readonly position: number;
  readonly title: string;
  readonly kind: Step['kind'];
  readonly resource_id: Step['resourceId'] | null;
  readonly activity_kind: Step['activityKind'] | null;
  readonly days_required: number | null;
  readonly hours_required: number | null;
  readonly guidance: string | null;
  readonly rubric: readonly string[];
  readonly requires: readonly number[];
  readonly key: Step['key'];
};

/** A row of `step_progress` with its step, and the step whose requirement counts where that is another one. */
export type ProgressRow = {
  readonly enrolment_id: EnrolmentId;
  readonly status: StepStatus;
  readonly passed_at: Date | null;
  readonly evidence: readonly string[];
  readonly step: StepRow;
  readonly criterion: StepRow | null;
};

/** The progress that the rows of one enrolment tell, in their order; what a step requires comes before it. */
export function toSteps(rows: readonly ProgressRow[]): readonly StepProgress[] {
  const cleared = new Set<number>();
  return rows.map((row) => {
    const step = toStep(row.step);
    const isOpen = step.requires.every((position) => cleared.has(position));
    if (isOpen && row.status === 'PASSED') cleared.add(step.position);
    return {
      enrolmentId: row.enrolment_id,
      step,
      criterion: row.criterion === null ? step : toStep(row.criterion),
      status: row.status,
      passedAt: row.passed_at ?? undefined,
      evidence: row.evidence,
      isOpen,
    };
  });
}

/** Progress as written. */
export function writtenProgress({ enrolmentId, step, criterion, status, passedAt, evidence }: StepProgress) {
  return {
    enrolment_id: enrolmentId,
    step_id: step.id,
    status,
    passed_at: passedAt,
    evidence,
    criterion_id: criterion.id === step.id ? null : criterion.id,
  };
}

/** Whether nothing about the progress on a step has to be written. */
export function isSameProgress(one: StepProgress, other: StepProgress | undefined): boolean {
  return (
    one.step.id === other?.step.id &&
    one.criterion.id === other.criterion.id &&
    one.status === other.status &&
    one.passedAt?.getTime() === other.passedAt?.getTime() &&
    one.evidence.join() === other.evidence.join()
  );
}

function toStep(row: StepRow): Step {
  return {
    id: row.id,
    pathVersionId: row.path_version_id,
    position: row.position,
    title: row.title,
    kind: row.kind,
    resourceId: row.resource_id ?? undefined,
    activityKind: row.activity_kind ?? undefined,
    daysRequired: row.days_required ?? undefined,
    hoursRequired: row.hours_required ?? undefined,
    guidance: row.guidance ?? undefined,
    rubric: row.rubric,
    requires: row.requires,
    key: row.key,
  };
}
