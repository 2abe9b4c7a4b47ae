import {
  err,
  FieldChecks,
  illegalTransition,
  type IllegalTransitionError,
  type Result,
  type ValidationError,
} from '@guildhall/kernel';
import { caseLifecycle, type Case, type CaseId } from '../case/case.js';

/** Two cases that are to belong together, by id. */
export type Pair = { readonly caseId: CaseId; readonly otherId: CaseId };

/** Whether two cases are two, of one student, and both go on. */
export function checkPair(
  one: Case,
  other: Case,
  now: Date,
): Result<readonly [Case, Case], IllegalTransitionError | ValidationError> {
  const over = [one, other].find((item) => !caseLifecycle.can('LINK', item, now));
  if (over !== undefined) return err(illegalTransition('LINK', over.status));
  return new FieldChecks()
    .that(one.id !== other.id, 'otherId', 'CONTRADICTION', 'These are one case.')
    .that(one.student === other.student, 'otherId', 'CONTRADICTION', 'These are not cases of one student.')
    .finish([one, other] as const);
}
