/*
 * What a member thought about a step, in their own words, for themselves alone.
 * Life: written when the step is passed, kept as long as the enrolment is theirs. Owner: learning.
 */
import { FieldChecks, type Result, type ValidationError } from '@guildhall/kernel';
import type { StepKey } from '../path/step.js';
import type { EnrolmentId } from './enrolment.js';
import type { StepProgress } from './step-progress.js';

/** A reflection as stored. */
export type Reflection = {
  readonly enrolmentId: EnrolmentId;
  readonly stepKey: StepKey;
  readonly words: string;
  readonly writtenAt: Date;
};

/** How many characters a reflection has; short enough to be written, long enough to have been thought. */
export const reflectionLength = { min: 50, max: 5000 } as const;

/** The words that pass a step: those of a reflection where the step asks for one, and none elsewhere. */
export function checkReflection(
  { step }: StepProgress,
  words: string | undefined,
): Result<string | undefined, ValidationError> {
  const checks = new FieldChecks();
  const text = words?.trim();
  if (step.kind === 'REFLECT') return checks.text('reflection', text ?? '', reflectionLength).finish(text);
  return checks
    .that(words === undefined, 'reflection', 'CONTRADICTION', 'This step asks for no reflection.')
    .finish(text);
}
