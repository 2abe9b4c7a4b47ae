import type { Id } from '@guildhall/kernel';
import type { RandomStream } from '../random-stream.js';
import { after, dayMs, hourMs, later } from '../season.js';
import type { LearningFact, LearningFacts } from './learning-facts.js';
import type { DemoPathVersion, DemoStep } from './learning-paths.js';

/** How far somebody is with one step, as the learning service stores it. */
export type DemoStepProgress = {
  readonly enrolmentId: Id<'Enrolment'>;
  readonly stepId: Id<'Step'>;
  readonly status: 'LOCKED' | 'AVAILABLE' | 'STARTED' | 'SUBMITTED' | 'PASSED' | 'RETURNED';
  readonly passedAt?: Date;
  /** The registration attended or the mandate held; steps that one does by oneself have none. */
  readonly evidence?: string;
};

/** Whose progress it is, on what, and how many steps they do by themselves before they stop. */
export type Progressing = {
  readonly enrolmentId: Id<'Enrolment'>;
  readonly memberId: Id<'Member'>;
  readonly version: DemoPathVersion;
  readonly enrolledAt: Date;
  readonly diligence: number;
  /** Whether the step they stopped at is handed in; otherwise chance says how far it is. */
  readonly handsIn?: boolean;
};

type Chance = { readonly random: RandomStream; readonly anchor: Date; readonly facts: LearningFacts };

/** Steps that need a check by somebody else, of which the demo union has no record. */
const neverPassed: readonly DemoStep['kind'][] = ['VERIFIED_HOURS', 'TEACH'];

/**
 * Progress on every step in order: passed ones first, then one that is available or begun, the rest locked. Steps fed by facts
 * pass exactly when the fact exists, since they pass by themselves.
 */
export function progressOn(chance: Chance, progressing: Progressing): readonly DemoStepProgress[] {
  let at = progressing.enrolledAt;
  let isOpen = true;
  return progressing.version.steps.map((step, index) => {
    const row = { enrolmentId: progressing.enrolmentId, stepId: step.id };
    if (!isOpen) return { ...row, status: 'LOCKED' };
    const passed = passing(chance, progressing, { step, index, at });
    if (passed) at = later(at, passed.at);
    else isOpen = false;
    if (passed)
      return { ...row, status: 'PASSED', passedAt: at, ...(passed.evidence !== '' && { evidence: passed.evidence }) };
    return { ...row, status: progressing.handsIn ? 'SUBMITTED' : stoppedStatus(chance.random, step) };
  });
}

function passing(
  { random, anchor, facts }: Chance,
  { memberId, enrolledAt, diligence }: Progressing,
  { step, index, at }: { readonly step: DemoStep; readonly index: number; readonly at: Date },
): LearningFact | undefined {
  if (step.kind === 'ATTEND' || step.kind === 'HOLD_MANDATE') return facts.factFor(memberId, step, enrolledAt);
  if (index >= diligence || neverPassed.includes(step.kind)) return undefined;
  const wait = Math.min(random.between(2, 9 * 24) * hourMs, (anchor.getTime() - at.getTime()) / 3);
  return { at: after(at, Math.floor(wait)), evidence: '' };
}

function stoppedStatus(random: RandomStream, { kind }: DemoStep): DemoStepProgress['status'] {
  if (kind === 'REFLECT' || kind === 'PEER_REVIEW')
    return random.weighted([
      ['AVAILABLE', 50],
      ['STARTED', 25],
      ['SUBMITTED', 20],
      ['RETURNED', 5],
    ]);
  return kind === 'READ' || kind === 'WATCH' || kind === 'QUIZ'
    ? random.weighted([
        ['AVAILABLE', 60],
        ['STARTED', 40],
      ])
    : 'AVAILABLE';
}

/** The least time between enrolling and the anchor. */
export const enrolmentAgeMin = 3 * dayMs;
