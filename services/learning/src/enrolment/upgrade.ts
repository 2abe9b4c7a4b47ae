/*
 * What moving an enrolment to a newer version of its path changes.
 * Life: shown before it is done, and done as shown. Owner: learning.
 */
import { publishedOf, type PathVersion } from '../path/path.js';
import type { Step } from '../path/step.js';
import type { Enrolment, Journey } from './enrolment.js';
import { firstProgress, type StepProgress } from './step-progress.js';

/** What becomes of a step: satisfied and kept, carried on as it is or with another requirement, new, or gone. */
export type StepChange = 'KEPT' | 'GOES_ON' | 'CHANGED' | 'ADDED' | 'REMOVED';

/** A step on either side of an upgrade; at least one side is there. */
export type UpgradedStep = {
  readonly change: StepChange;
  readonly before: StepProgress | undefined;
  readonly after: Step | undefined;
};

/** An upgrade as it would be done now. */
export type Upgrade = {
  readonly version: PathVersion;
  readonly steps: readonly UpgradedStep[];
  /** The journey on the newer version, before it is settled. */
  readonly journey: Journey;
};

/** The version that an enrolment could move to: the published one when it came after the one it is pinned to. */
export function newerVersion({ pathVersionId }: Enrolment, versions: readonly PathVersion[]): PathVersion | undefined {
  const pinned = versions.find(({ id }) => id === pathVersionId);
  const published = publishedOf(versions);
  return published !== undefined && pinned !== undefined && published.number > pinned.number ? published : undefined;
}

/**
 * Plans an upgrade. Steps are matched by their key. A satisfied step stays satisfied by the criterion it was satisfied by;
 * work that was begun goes on; what the newer version does not have any more is left behind, and stays on the record.
 */
export function planUpgrade({ enrolment, steps }: Journey, version: PathVersion, newer: readonly Step[]): Upgrade {
  const byKey = new Map(steps.map((progress) => [progress.step.key, progress]));
  const carried = newer.map((after): UpgradedStep => {
    const before = byKey.get(after.key);
    return { change: before === undefined ? 'ADDED' : changeOf(before, after), before, after };
  });
  const keys = new Set(newer.map(({ key }) => key));
  const removed = steps
    .filter(({ step }) => !keys.has(step.key))
    .map((before): UpgradedStep => ({ change: 'REMOVED', before, after: undefined }));
  const progress = carried.flatMap(({ before, after }) =>
    after === undefined ? [] : [before === undefined ? firstProgress(after, enrolment.id) : carry(before, after)],
  );
  return {
    version,
    steps: [...carried, ...removed],
    journey: { enrolment: { ...enrolment, pathVersionId: version.id }, steps: progress },
  };
}

function changeOf(before: StepProgress, after: Step): StepChange {
  if (before.status === 'PASSED') return 'KEPT';
  return isSameRequirement(before.step, after) ? 'GOES_ON' : 'CHANGED';
}

function carry(before: StepProgress, after: Step): StepProgress {
  return { ...before, step: after, criterion: before.status === 'PASSED' ? before.criterion : after };
}

function isSameRequirement(one: Step, other: Step): boolean {
  return (
    one.title === other.title &&
    one.resourceId === other.resourceId &&
    one.activityKind === other.activityKind &&
    one.daysRequired === other.daysRequired &&
    one.hoursRequired === other.hoursRequired
  );
}
