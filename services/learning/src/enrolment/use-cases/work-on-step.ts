import {
  err,
  illegalTransition,
  notAllowed,
  notFound,
  type Actor,
  type IllegalTransitionError,
  type NotAllowedError,
  type NotFoundError,
  type Result,
} from '@guildhall/kernel';
import type { FactUnit } from '../../deps.js';
import type { StepId } from '../../path/step.js';
import { isLiving, type Enrolment, type EnrolmentId } from '../enrolment.js';
import { enrolmentPolicy } from '../enrolment.policy.js';
import { findStep, type StepAction, type StepProgress } from '../step-progress.js';
import { saveJourney } from './save-journey.js';

/** Which step of which enrolment. */
export type StepPlace = { readonly enrolmentId: EnrolmentId; readonly stepId: StepId };

/** A step somebody works on: what they do, and what comes of it. */
export type StepWork<E> = StepPlace & {
  readonly action: StepAction;
  readonly decide: (progress: StepProgress) => Result<StepProgress, E>;
  readonly now: Date;
};

/** Does something to one step of an enrolment for its member, with all that follows. */
export async function workOnStep<E>(
  unit: FactUnit,
  actor: Actor,
  { enrolmentId, stepId, action, decide, now }: StepWork<E>,
): Promise<Result<Enrolment, E | NotFoundError | NotAllowedError | IllegalTransitionError>> {
  const seen = await unit.enrolments.findJourney(actor, enrolmentId);
  if (seen === null) return err(notFound('Enrolment'));
  await unit.enrolments.lockMember(seen.enrolment.memberId);
  // Read again under the lock: a fact or the same member's other device may have been first.
  const before = (await unit.enrolments.findJourney(actor, enrolmentId)) ?? seen;
  const { enrolment, steps } = before;
  const progress = findStep(steps, stepId);
  if (progress === undefined) return err(notFound('Step'));
  if (!enrolmentPolicy.canStep(actor, action, enrolment)) return err(notAllowed(action, 'Step'));
  if (!isLiving(enrolment)) return err(illegalTransition(action, enrolment.status));
  const decided = decide(progress);
  if (!decided.ok) return decided;
  const changed = { enrolment, steps: steps.map((step) => (step === progress ? decided.value : step)) };
  return { ok: true, value: await saveJourney(unit, { before, changed }, now) };
}
