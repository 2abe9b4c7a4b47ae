import type { Id } from '@guildhall/kernel';
import type { CaseStage } from '../case/case.js';

/** The places of sealed words about the course of a case. */
export const coursePlaces = {
  /** The summary of one stage's outcome; it stays when a later stage has another. */
  outcome: (stage: CaseStage): string => `outcome/${stage}`,
  /** What a student says is new, when asking to take the case up again. */
  newFact: (id: Id<'ReopeningRequest'>): string => `narrative/${id}`,
} as const;
