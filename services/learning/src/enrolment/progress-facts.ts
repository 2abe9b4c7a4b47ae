/*
 * What a step of progress says for the record: that a step was passed, or taken back.
 * Life: facts of the record. Owner: learning.
 */
import type { NewFact } from '../record/record-fact.js';
import type { Enrolment, Journey } from './enrolment.js';
import type { StepProgress } from './step-progress.js';

/** The facts that lie between two states of one journey. A step that is passed at another instant is said again. */
export function progressFacts(before: Journey, after: Journey, now: Date): readonly NewFact[] {
  const earlier = new Map(before.steps.map((progress) => [progress.step.key, progress]));
  return after.steps.flatMap((progress) => {
    const passedAt = earlier.get(progress.step.key)?.passedAt;
    if (progress.passedAt?.getTime() === passedAt?.getTime()) return [];
    const place = placeOf(after.enrolment, progress);
    if (progress.passedAt === undefined) return [{ ...place, says: 'TAKEN_BACK' as const, at: now }];
    return [stepPassed(after.enrolment, progress, progress.passedAt)];
  });
}

/** The fact that a member passed a step of the path they are on. */
export function stepPassed(enrolment: Enrolment, progress: StepProgress, at: Date): NewFact {
  return {
    ...placeOf(enrolment, progress),
    says: 'STANDS',
    memberIds: [enrolment.memberId],
    at,
    until: undefined,
    minutes: undefined,
    detail: { pathId: enrolment.pathId, stepId: progress.step.id },
  };
}

function placeOf({ id }: Enrolment, { step }: StepProgress) {
  return {
    source: 'learning',
    aggregate: 'StepProgress',
    aggregateId: `${id}:${step.key}`,
    sequence: undefined,
    kind: 'PATH_STEP',
  } as const;
}
