import {
  actorKey,
  err,
  illegalTransition,
  memberOf,
  notAllowed,
  notFound,
  ok,
  toId,
  type Actor,
} from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import type { KeyedInput } from '../../sealing/sealed-request.js';
import { isEnoughToRaise } from '../issue-rule.js';
import { issueLifecycle, type IssueId } from '../issue.js';
import { issuePolicy } from '../issue.policy.js';
import { canTakeNow } from './can-take-now.js';
import { raiseNow } from './raise.js';

/** Which issue to support. */
export type SupportIssue = KeyedInput & { readonly issueId: IssueId };

/**
 * Supports an issue. The support that makes enough distinct students raises it in the same transaction; the lock of the
 * issue lets two last supporters count one after the other.
 */
export function supportIssue(
  { idempotentTransaction, clock, ids }: Deps,
  actor: Actor,
  { idempotencyKey, issueId }: SupportIssue,
) {
  return idempotentTransaction(
    { actor: actorKey(actor), key: idempotencyKey, operation: 'supportIssue', input: { issueId } },
    async ({ issues }, id) => {
      const file = await issues.findVisible(actor, toId(id));
      return file === null ? null : { ...file, id: file.issue.id };
    },
    async (unit) => {
      const now = clock.now();
      const found = await unit.issues.findVisibleLocked(actor, issueId);
      const memberId = memberOf(actor);
      if (found === null) return err(notFound('Issue'));
      if (memberId === undefined || !issuePolicy.can(actor, 'SUPPORT', { ...found, supports: false }))
        return err(notAllowed('SUPPORT', 'Issue'));
      if (!issueLifecycle.can('SUPPORT', found.issue, now))
        return err(illegalTransition('SUPPORT', found.issue.status));
      await unit.issueSupport.support(issueId, memberId, now);
      const file = { ...found, supports: true };
      const rule = await unit.issueSupport.ruleAt(file.issue.ruleVersion);
      const students = await unit.issueSupport.countSupporters(issueId);
      const { departmentId } = file.issue;
      const isDue = file.issue.status === 'PRIVATE' && isEnoughToRaise(students, rule);
      if (!isDue || !(await canTakeNow(unit, departmentId))) return ok({ ...file, id: issueId });
      const raised = await raiseNow(unit, ids, { file, departmentId, raisedBy: 'SUPPORT', at: now });
      return raised.ok ? ok({ ...raised.value, id: issueId }) : raised;
    },
  );
}
