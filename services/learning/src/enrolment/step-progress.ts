/*
 * How far a member is with one step of their enrolment.
 * Life: locked until the steps before are passed, then begun and passed; fed by facts where the kind says so (machine L). Owner: learning.
 */
import { defineLifecycle, ok, type Id, type IllegalTransitionError, type Result } from '@guildhall/kernel';
import { ownKinds, type Step, type StepId } from '../path/step.js';

/** How far one is with a step. */
export type StepStatus = 'LOCKED' | 'AVAILABLE' | 'STARTED' | 'SUBMITTED' | 'PASSED' | 'RETURNED';

/** The progress on one step. `evidence` is the id of the fact that passed it; steps one passes oneself have none. */
export type StepProgress = {
  readonly enrolmentId: Id<'Enrolment'>;
  readonly step: Step;
  readonly status: StepStatus;
  readonly passedAt: Date | undefined;
  readonly evidence: string | undefined;
  /** Whether every step before it is passed. */
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
const needsEvidence = ({ step, isOpen }: StepProgress): boolean =>
  isOpen && step.kind !== 'ATTEND' && !ownKinds.includes(step.kind);
const isFed = ({ step }: StepProgress): boolean => step.kind === 'ATTEND';

/**
 * The life of a step. Members pass reading, watching and reflecting by themselves, in order; attendance passes by itself
 * whenever it happened, and is the one thing that can be taken back.
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
      SUBMIT: { from: ['AVAILABLE', 'STARTED', 'RETURNED'], to: ['SUBMITTED'], guard: needsEvidence },
      ACCEPT: { from: ['SUBMITTED'], to: ['PASSED'], guard: needsEvidence },
      SEND_BACK: { from: ['SUBMITTED'], to: ['RETURNED'] },
      CONFIRM: { from: ['LOCKED', 'AVAILABLE', 'STARTED'], to: ['PASSED'], guard: isFed },
      VOID: { from: ['PASSED'], to: ['AVAILABLE', 'LOCKED'], guard: isFed },
    },
  },
  ({ status }) => status,
);

/** The progress on a step on the first day; the first step of a path is open. */
export function firstProgress(step: Step, enrolmentId: Id<'Enrolment'>): StepProgress {
  const isOpen = step.position === 1;
  return {
    enrolmentId,
    step,
    status: isOpen ? 'AVAILABLE' : 'LOCKED',
    passedAt: undefined,
    evidence: undefined,
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

/** Passes a step that needs nobody else's word. */
export function completeStep(progress: StepProgress, now: Date): Result<StepProgress, IllegalTransitionError> {
  const status = stepLifecycle.next('COMPLETE', progress, now);
  return status.ok ? ok({ ...progress, status: status.value, passedAt: now }) : status;
}
