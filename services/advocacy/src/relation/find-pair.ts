import {
  err,
  FieldChecks,
  illegalTransition,
  notAllowed,
  notFound,
  type NotAllowedError,
  type NotFoundError,
  type IllegalTransitionError,
  type Result,
  type ValidationError,
} from '@guildhall/kernel';
import { caseLifecycle, type Case, type CaseId } from '../case/case.js';
import { casePolicy } from '../case/case.policy.js';
import type { Repositories } from '../deps.js';
import type { CaseViewer } from '../sealing/viewer.js';

/** Two different cases that go on. */
export type Pair = { readonly caseId: CaseId; readonly otherId: CaseId };

/** Two cases of one student, both in the hands of who asks: as their worker, or as the advice manager without a word of them. */
export async function findPair(
  { cases }: Pick<Repositories, 'cases'>,
  viewer: CaseViewer,
  { pair: { caseId, otherId }, now }: { readonly pair: Pair; readonly now: Date },
): Promise<Result<readonly [Case, Case], NotFoundError | NotAllowedError | IllegalTransitionError | ValidationError>> {
  const one = await cases.findQueued(viewer, caseId);
  const other = await cases.findQueued(viewer, otherId);
  if (one === null || other === null) return err(notFound('Case'));
  if (![one, other].every((item) => casePolicy.can(viewer, 'LINK', item))) return err(notAllowed('LINK', 'Case'));
  const over = [one, other].find((item) => !caseLifecycle.can('LINK', item, now));
  if (over !== undefined) return err(illegalTransition('LINK', over.status));
  return new FieldChecks()
    .that(one.id !== other.id, 'otherId', 'CONTRADICTION', 'These are one case.')
    .that(one.student === other.student, 'otherId', 'CONTRADICTION', 'These are not cases of one student.')
    .finish([one, other] as const);
}
