import {
  err,
  illegalTransition,
  notFound,
  ok,
  systemActor,
  type IllegalTransitionError,
  type NotFoundError,
  type Result,
} from '@guildhall/kernel';
import type { FactUnit } from '../../deps.js';
import { judgedKinds } from '../../path/step.js';
import { isLiving, type Enrolment, type Journey } from '../enrolment.js';
import { takeBack } from '../settle.js';
import { findStep, judgeStep, stepLifecycle, type StepProgress } from '../step-progress.js';
import { saveJourney } from './save-journey.js';
import type { StepPlace } from './work-on-step.js';

/** A step that a test or other learners passed: `sourceId` is the attempt or the work that did it. */
export type JudgedStep = StepPlace & { readonly sourceId: string; readonly passedAt: Date };

type Judged = Result<Enrolment, NotFoundError | IllegalTransitionError>;

const actor = systemActor('pass-step');

/**
 * Passes a step of the kinds `QUIZ` and `PEER_REVIEW` inside the caller's transaction, with all that follows. What is passed
 * already stays as it is. Takes the member's lock.
 */
export async function passStep(unit: FactUnit, judged: JudgedStep, now: Date): Promise<Judged> {
  const found = await findPlace(unit, judged, 'CONFIRM');
  if (!found.ok) return found;
  const { before, progress } = found.value;
  if (progress.status === 'PASSED') return ok(before.enrolment);
  const action = progress.step.kind === 'QUIZ' ? 'CONFIRM' : 'ACCEPT';
  const status = stepLifecycle.next(action, progress, now);
  if (!status.ok) return status;
  const passedAt = new Date(Math.max(judged.passedAt.getTime(), before.enrolment.enrolledAt.getTime()));
  return put(
    unit,
    { before, progress },
    { ...progress, status: status.value, passedAt, evidence: [judged.sourceId] },
    now,
  );
}

/** Takes back a step that this source passed, inside the caller's transaction, and lets its member be told. */
export async function takeBackStep(unit: FactUnit, judged: Omit<JudgedStep, 'passedAt'>, now: Date): Promise<Judged> {
  const found = await findPlace(unit, judged, 'VOID');
  if (!found.ok) return found;
  const { before, progress } = found.value;
  const isBySource = progress.status === 'PASSED' && progress.evidence.includes(judged.sourceId);
  return isBySource
    ? put(unit, { before, progress }, takeBack(progress, now), now)
    : err(illegalTransition('VOID', progress.status));
}

/** Gives back, inside the caller's transaction, a step that other learners want more work on. */
export async function returnStep(unit: FactUnit, judged: StepPlace, now: Date): Promise<Judged> {
  const found = await findPlace(unit, judged, 'SEND_BACK');
  if (!found.ok) return found;
  const { before, progress } = found.value;
  const returned = judgeStep(progress, 'SEND_BACK', now);
  return returned.ok ? put(unit, { before, progress }, returned.value, now) : returned;
}

type Place = { readonly before: Journey; readonly progress: StepProgress };

/** The step as it is now, found by what stays the same of it when the enrolment was moved to another version meanwhile. */
async function findPlace(
  { enrolments }: FactUnit,
  { enrolmentId, stepId }: StepPlace,
  action: 'CONFIRM' | 'VOID' | 'SEND_BACK',
): Promise<Result<Place, NotFoundError | IllegalTransitionError>> {
  const seen = await enrolments.findJourney(actor, enrolmentId);
  if (seen === null) return err(notFound('Enrolment'));
  await enrolments.lockMember(seen.enrolment.memberId);
  const before = (await enrolments.findJourney(actor, enrolmentId)) ?? seen;
  const key = await enrolments.findStepKey(stepId);
  const progress = findStep(before.steps, stepId) ?? before.steps.find(({ step }) => step.key === key);
  if (progress === undefined) return err(notFound('Step'));
  if (!isLiving(before.enrolment)) return err(illegalTransition(action, before.enrolment.status));
  if (!judgedKinds.includes(progress.step.kind)) return err(illegalTransition(action, progress.status));
  return ok({ before, progress });
}

async function put(unit: FactUnit, { before, progress }: Place, after: StepProgress, now: Date): Promise<Judged> {
  const steps = before.steps.map((step) => (step === progress ? after : step));
  return ok(await saveJourney(unit, { before, changed: { ...before, steps } }, now));
}
