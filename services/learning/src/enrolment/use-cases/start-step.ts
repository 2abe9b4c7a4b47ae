import { err, illegalTransition, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import type { StepId } from '../../path/step.js';
import { isLiving, type EnrolmentId } from '../enrolment.js';
import { enrolmentPolicy } from '../enrolment.policy.js';
import { settle } from '../settle.js';
import { startStep as decide, findStep } from '../step-progress.js';
import { announceProgress } from './announce-progress.js';

/** Which step of which enrolment. */
export type StartStep = { readonly enrolmentId: EnrolmentId; readonly stepId: StepId };

/** Begins a step that the viewer passes by themselves. */
export function startStep({ transaction, clock }: Deps, actor: Actor, { enrolmentId, stepId }: StartStep) {
  return transaction(async (unit) => {
    const { enrolments, records } = unit;
    const now = clock.now();
    const seen = await enrolments.findJourney(actor, enrolmentId);
    if (seen === null) return err(notFound('Enrolment'));
    const { memberId } = seen.enrolment;
    await enrolments.lockMember(memberId);
    // Read again under the lock: a fact or the same member's other device may have been first.
    const journey = (await enrolments.findJourney(actor, enrolmentId)) ?? seen;
    const { enrolment, steps } = journey;
    const progress = findStep(steps, stepId);
    if (progress === undefined) return err(notFound('Step'));
    if (!enrolmentPolicy.canStep(actor, 'START', enrolment)) return err(notAllowed('START', 'Step'));
    if (!isLiving(enrolment)) return err(illegalTransition('START', enrolment.status));
    const decided = decide(progress, now);
    if (!decided.ok) return decided;
    const changed = steps.map((step) => (step === progress ? decided.value : step));
    const settled = settle({ enrolment, steps: changed }, await records.listStanding(actor, memberId), now);
    await announceProgress(unit, { before: journey, after: settled }, now);
    return ok(await enrolments.save(journey, settled));
  });
}
