/*
 * What follows for an enrolment from its steps and from the evidence of its member.
 * Life: computed anew whenever either changes. Owner: learning.
 */
import type { Evidence } from '../record/evidence.js';
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
 * Brings a journey in line with its facts. The outcome depends on the set of facts alone, never on the order in which they
 * became known: the earliest attendance of a kind passes the first step that asks for it, the next one the second. What a
 * member passed by themselves stays passed. An enrolment that ended is returned as it is.
 */
export function settle(journey: Journey, evidence: readonly Evidence[], now: Date): Journey {
  if (!isLiving(journey.enrolment)) return journey;
  const takeFact = createDealer(evidence);
  let isOpen = true;
  const steps = journey.steps.map((before) => {
    const progress = { ...before, isOpen };
    const fact = progress.step.activityKind === undefined ? undefined : takeFact(progress.step.activityKind);
    const settled =
      progress.step.kind === 'ATTEND'
        ? settleFed(progress, fact, { enrolledAt: journey.enrolment.enrolledAt, now })
        : settleLock(progress, now);
    isOpen = isOpen && settled.status === 'PASSED';
    return settled;
  });
  return { enrolment: settleStatus(journey.enrolment, steps, now), steps };
}

/** Deals the facts of each kind in the order in which they happened, each once. */
function createDealer(evidence: readonly Evidence[]): (activityKind: string) => Evidence | undefined {
  const inOrder = evidence
    .filter(({ kind, isStanding }) => kind === 'ATTENDANCE' && isStanding)
    .sort(
      (one, other) =>
        one.happenedAt.getTime() - other.happenedAt.getTime() || (one.sourceId < other.sourceId ? -1 : 1),
    );
  const piles = Map.groupBy(inOrder, (fact) => fact.detail.activityKind);
  return (activityKind) => piles.get(activityKind)?.shift();
}

type Times = { readonly enrolledAt: Date; readonly now: Date };

/** A fact from before the enrolment counts from its first day. */
function settleFed(progress: StepProgress, fact: Evidence | undefined, { enrolledAt, now }: Times): StepProgress {
  if (fact !== undefined) {
    const confirmed = progress.status === 'PASSED' ? progress : move(progress, 'CONFIRM', { now });
    const passedAt = fact.happenedAt > enrolledAt ? fact.happenedAt : enrolledAt;
    return { ...confirmed, passedAt, evidence: fact.id };
  }
  if (progress.status !== 'PASSED') return settleLock(progress, now);
  const open = move(progress, 'VOID', { now, target: progress.isOpen ? 'AVAILABLE' : 'LOCKED' });
  return { ...open, passedAt: undefined, evidence: undefined };
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
