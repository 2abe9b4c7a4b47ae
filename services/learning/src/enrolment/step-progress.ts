/*
 * How far a member is with one step of their enrolment.
 * Life: locked until the steps before are passed, then begun and passed; fed by facts where the kind says so (machine L). Owner: learning.
 */
import { defineLifecycle, ok, type Id, type IllegalTransitionError, type Result } from '@guildhall/kernel';
import { fedKinds, judgedKinds, ownKinds, type Step, type StepId } from '../path/step.js';

/** How far one is with a step. */
export type StepStatus = 'LOCKED' | 'AVAILABLE' | 'STARTED' | 'SUBMITTED' | 'PASSED' | 'RETURNED';

/** The progress on one step. `evidence` has the ids of what passed it; steps one passes oneself have none. */
export type StepProgress = {
  readonly enrolmentId: Id<'Enrolment'>;
  readonly step: Step;
  /** The step whose requirement counts: itself, or the one of an earlier version that was satisfied before an upgrade. */
  readonly criterion: Step;
  readonly status: StepStatus;
  readonly passedAt: Date | undefined;
  readonly evidence: readonly string[];
  /** Whether every step it requires is passed, and all that those require in turn. */
  readonly isOpen: boolean;
};

/** What can happen to a step. */
export type StepAction =
  | 'UNLOCK'
  | 'LOCK'
  | 'START'
  | 'COMPLETE'
  | 'SUBMIT'
  | 'ACCEPT'
  | 'SEND_BACK'
  | 'CONFIRM'
  | 'VOID';

const isOwn = ({ step, isOpen }: StepProgress): boolean => isOpen && ownKinds.includes(step.kind);
const isPeerReviewed = ({ step }: StepProgress): boolean => step.kind === 'PEER_REVIEW';
const isOpenToPeers = (progress: StepProgress): boolean => progress.isOpen && isPeerReviewed(progress);
const isFedOrTested = ({ step }: StepProgress): boolean => fedKinds.includes(step.kind) || step.kind === 'QUIZ';
const isNotOwn = ({ step }: StepProgress): boolean => fedKinds.includes(step.kind) || judgedKinds.includes(step.kind);

/**
 * The life of a step. Members pass reading, watching and reflecting by themselves, once the steps it requires are passed, and
 * hand in work for others to review. Evidence and tests pass a step whenever they come, and all but one's own word can be
 * taken back.
 */
export const stepLifecycle = defineLifecycle<StepProgress, StepStatus, StepAction>(
  {
    name: 'Step',
    initial: ['LOCKED', 'AVAILABLE'],
    states: ['LOCKED', 'AVAILABLE', 'STARTED', 'SUBMITTED', 'PASSED', 'RETURNED'],
    transitions: {
      UNLOCK: { from: ['LOCKED'], to: ['AVAILABLE'] },
      LOCK: { from: ['AVAILABLE'], to: ['LOCKED'] },
      START: { from: ['AVAILABLE'], to: ['STARTED'], guard: isOwn },
      COMPLETE: { from: ['AVAILABLE', 'STARTED', 'RETURNED'], to: ['PASSED'], guard: isOwn },
      SUBMIT: { from: ['AVAILABLE', 'STARTED', 'RETURNED'], to: ['SUBMITTED'], guard: isOpenToPeers },
      ACCEPT: { from: ['SUBMITTED'], to: ['PASSED'], guard: isPeerReviewed },
      SEND_BACK: { from: ['SUBMITTED'], to: ['RETURNED'], guard: isPeerReviewed },
      CONFIRM: { from: ['LOCKED', 'AVAILABLE', 'STARTED'], to: ['PASSED'], guard: isFedOrTested },
      VOID: { from: ['PASSED'], to: ['AVAILABLE', 'LOCKED'], guard: isNotOwn },
    },
  },
  ({ status }) => status,
);

/** The progress on a step on the first day; what requires no other step is open. */
export function firstProgress(step: Step, enrolmentId: Id<'Enrolment'>): StepProgress {
  const isOpen = step.requires.length === 0;
  return {
    enrolmentId,
    step,
    criterion: step,
    status: isOpen ? 'AVAILABLE' : 'LOCKED',
    passedAt: undefined,
    evidence: [],
    isOpen,
  };
}

/** The progress on one step of a list, or nothing when the list has no such step. */
export function findStep(steps: readonly StepProgress[], stepId: StepId): StepProgress | undefined {
  return steps.find(({ step }) => step.id === stepId);
}

/** Begins a step that the member passes by themselves. */
export function startStep(progress: StepProgress, now: Date): Result<StepProgress, IllegalTransitionError> {
  const status = stepLifecycle.next('START', progress, now);
  return status.ok ? ok({ ...progress, status: status.value }) : status;
}

/** Hands a step in to other learners, or says what they decided about it. */
export function judgeStep(
  progress: StepProgress,
  action: 'SUBMIT' | 'ACCEPT' | 'SEND_BACK',
  now: Date,
): Result<StepProgress, IllegalTransitionError> {
  const status = stepLifecycle.next(action, progress, now);
  return status.ok ? ok({ ...progress, status: status.value }) : status;
}

/** Passes a step that needs nobody else's word. */
export function completeStep(progress: StepProgress, now: Date): Result<StepProgress, IllegalTransitionError> {
  const status = stepLifecycle.next('COMPLETE', progress, now);
  return status.ok ? ok({ ...progress, status: status.value, passedAt: now }) : status;
}
