import {
  actorKey,
  err,
  illegalTransition,
  notAllowed,
  notFound,
  ok,
  toId,
  type Actor,
  type Id,
} from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import type { KeyedInput } from '../../sealing/sealed-request.js';
import { checkTarget } from './check-target.js';
import { issueLifecycle, type IssueId } from '../issue.js';
import { issuePolicy } from '../issue.policy.js';
import { raiseNow } from './raise.js';

/** Which issue to raise to which department. */
export type RaiseIssue = KeyedInput & { readonly issueId: IssueId; readonly departmentId: Id<'Department'> };

/** Raises an issue as the representative of its course, to the department the writer named or to a better one. */
export function raiseIssue(
  { idempotentTransaction, clock, ids }: Deps,
  actor: Actor,
  { idempotencyKey, ...input }: RaiseIssue,
) {
  return idempotentTransaction(
    { actor: actorKey(actor), key: idempotencyKey, operation: 'raiseIssue', input },
    async ({ issues }, id) => {
      const file = await issues.findVisible(actor, toId(id));
      return file === null ? null : { ...file, id: file.issue.id };
    },
    async (unit) => {
      const now = clock.now();
      const file = await unit.issues.findVisibleLocked(actor, input.issueId);
      if (file === null) return err(notFound('Issue'));
      if (!issuePolicy.can(actor, 'RAISE', file)) return err(notAllowed('RAISE', 'Issue'));
      if (!issueLifecycle.can('RAISE', file.issue, now)) return err(illegalTransition('RAISE', file.issue.status));
      const target = await checkTarget(unit.departments, input.departmentId);
      if (!target.ok) return target;
      const raised = await raiseNow(unit, ids, { file, departmentId: target.value, raisedBy: 'REP', at: now });
      return raised.ok ? ok({ ...raised.value, id: raised.value.issue.id }) : raised;
    },
  );
}
