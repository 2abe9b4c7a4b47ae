/*
 * A lesson: one sentence that everybody can learn from a case and that holds nothing about its student. Life: proposed by
 * the case worker, read a second time by the advice manager, published apart from its case or returned. Owner: advocacy.
 */
import { defineLifecycle, FieldChecks, type Id, type Result, type ValidationError } from '@guildhall/kernel';
import type { Case, CaseId, CaseMatter } from '../case/case.js';

/** Why a lesson went back to the case worker. */
export type LessonReturnReason = 'NAMES_SOMEBODY' | 'TELLS_THE_CASE' | 'UNCLEAR';

/** Where a lesson stands. */
export type LessonStatus = 'PROPOSED' | 'RETURNED' | 'PUBLISHED';

/** A lesson with its words; it belongs to a case until it is published, and to none from then on. */
export type Lesson = {
  readonly id: Id<'Lesson'>;
  readonly caseId: CaseId | undefined;
  readonly matter: CaseMatter;
  readonly status: LessonStatus;
  readonly returnReason: LessonReturnReason | undefined;
  readonly proposedAt: Date;
  readonly decidedAt: Date | undefined;
  /** When it joined the public list: enough students had such a case by then. */
  readonly shownAt: Date | undefined;
  readonly words: string;
  readonly version: number;
};

/** The life of a lesson; a returned one is proposed again in other words. */
export const lessonLifecycle = defineLifecycle<Pick<Lesson, 'status'>, LessonStatus, 'PROPOSE' | 'PUBLISH' | 'RETURN'>(
  {
    name: 'Lesson',
    initial: ['PROPOSED'],
    states: ['PROPOSED', 'RETURNED', 'PUBLISHED'],
    transitions: {
      PROPOSE: { from: ['RETURNED', 'PROPOSED'], to: ['PROPOSED'] },
      PUBLISH: { from: ['PROPOSED'], to: ['PUBLISHED'] },
      RETURN: { from: ['PROPOSED'], to: ['RETURNED'] },
    },
  },
  ({ status }) => status,
);

/** Whether a case came so far that something can be learnt from it. */
export function canHaveLesson({ status, dataKey }: Pick<Case, 'status' | 'dataKey'>): boolean {
  return (status === 'OUTCOME' || status === 'CLOSED') && dataKey !== undefined;
}

/** One sentence of 20 to 300 characters on one line. */
export function checkLesson(path: string, words: string): Result<string, ValidationError> {
  const said = words.trim();
  return new FieldChecks()
    .text(path, said, { min: 20, max: 300 })
    .that(!/[\r\n]/.test(said), path, 'BAD_FORMAT', 'Write one sentence on one line.')
    .finish(said);
}
