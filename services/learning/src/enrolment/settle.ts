/*
 * What follows for an enrolment from its steps and from the evidence of its member.
 * Life: computed anew whenever either changes. Owner: learning.
 */
import type { Evidence } from '../record/evidence.js';
import { dealEvidence, type Dealt } from './deal-evidence.js';
import {
  enrolmentLifecycle,
  isLiving,
  type Enrolment,
  type EnrolmentAction,
  type EnrolmentStatus,
  type Journey,
} from './enrolment.js';
import { stepLifecycle, type StepAction, type StepProgress, type StepStatus } from './step-progress.js';

/**
 * Brings a journey in line with its evidence. The outcome depends on the set of evidence alone, never on the order in which
 * it became known. What a member passed by themselves, or others judged, stays passed. An enrolment that ended is returned
 * as it is.
 */
export function settle(journey: Journey, evidence: readonly Evidence[], now: Date): Journey {
  if (!isLiving(journey.enrolment)) return journey;
  const dealt = dealEvidence(journey.steps, evidence, now);
  const times = { enrolledAt: journey.enrolment.enrolledAt, now };
  const cleared = new Set<number>();
  const steps = journey.steps.map((before) => {
    const { step } = before;
    const progress = { ...before, isOpen: step.requires.every((position) => cleared.has(position)) };
    const got = dealt.get(step.id);
    const settled = got === undefined ? settleLock(progress, now) : settleFed(progress, got, times);
    // What evidence passed early lets nothing follow before its own turn.
    if (settled.status === 'PASSED' && settled.isOpen) cleared.add(step.position);
    return settled;
  });
  return { enrolment: settleStatus(journey.enrolment, steps, now), steps };
}

/** The next instant at which time alone passes a step of this journey, or nothing when none will. */
export function nextReach(journey: Journey, evidence: readonly Evidence[], now: Date): Date | undefined {
  if (!isLiving(journey.enrolment)) return undefined;
  const ahead = [...dealEvidence(journey.steps, evidence, now).values()].flatMap(({ reachedAt, isReached }) =>
    reachedAt !== undefined && !isReached ? [reachedAt.getTime()] : [],
  );
  return ahead.length === 0 ? undefined : new Date(Math.min(...ahead));
}

type Times = { readonly enrolledAt: Date; readonly now: Date };

/** What happened before the enrolment counts from its first day. */
function settleFed(
  progress: StepProgress,
  { evidence, reachedAt, isReached }: Dealt,
  { enrolledAt, now }: Times,
): StepProgress {
  if (isReached && reachedAt !== undefined) {
    const confirmed = progress.status === 'PASSED' ? progress : move(progress, 'CONFIRM', { now });
    const passedAt = reachedAt > enrolledAt ? reachedAt : enrolledAt;
    return { ...confirmed, passedAt, evidence: evidence.map(({ id }) => id) };
  }
  return progress.status === 'PASSED' ? takeBack(progress, now) : settleLock(progress, now);
}

/** Takes a passed step back: what passed it does not stand any more. */
export function takeBack(progress: StepProgress, now: Date): StepProgress {
  const open = move(progress, 'VOID', { now, target: progress.isOpen ? 'AVAILABLE' : 'LOCKED' });
  return { ...open, passedAt: undefined, evidence: [] };
}

/** Work that was begun is never locked away again. */
function settleLock(progress: StepProgress, now: Date): StepProgress {
  if (progress.isOpen && progress.status === 'LOCKED') return move(progress, 'UNLOCK', { now });
  return !progress.isOpen && progress.status === 'AVAILABLE' ? move(progress, 'LOCK', { now }) : progress;
}

function move(
  progress: StepProgress,
  action: StepAction,
  { now, target }: { readonly now: Date; readonly target?: StepStatus },
): StepProgress {
  const status = stepLifecycle.next(action, progress, now, target);
  if (!status.ok) throw new Error(`settling a step asked for ${action} in ${progress.status}`);
  return { ...progress, status: status.value };
}

function settleStatus(enrolment: Enrolment, steps: readonly StepProgress[], now: Date): Enrolment {
  const wanted = wantedStatus(steps);
  const completedAt = wanted === 'COMPLETED' ? latest(steps) : undefined;
  if (wanted === enrolment.status) return { ...enrolment, completedAt };
  const status = enrolmentLifecycle.next(actionTo(wanted, enrolment.status), enrolment, now, wanted);
  if (!status.ok) throw new Error(`settling an enrolment asked for ${wanted} from ${enrolment.status}`);
  return { ...enrolment, status: status.value, completedAt };
}

function wantedStatus(steps: readonly StepProgress[]): EnrolmentStatus {
  if (steps.every(({ status }) => status === 'PASSED')) return 'COMPLETED';
  const isUntouched = steps.every(({ status }) => status === 'LOCKED' || status === 'AVAILABLE');
  return isUntouched ? 'ENROLLED' : 'IN_PROGRESS';
}

function actionTo(wanted: EnrolmentStatus, from: EnrolmentStatus): EnrolmentAction {
  if (wanted === 'COMPLETED') return 'COMPLETE';
  return wanted === 'IN_PROGRESS' && from === 'ENROLLED' ? 'BEGIN' : 'REOPEN';
}

function latest(steps: readonly StepProgress[]): Date {
  return new Date(Math.max(...steps.map(({ passedAt }) => passedAt?.getTime() ?? 0)));
}
