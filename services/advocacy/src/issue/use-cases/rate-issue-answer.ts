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
import { isEnoughToReopen } from '../issue-rule.js';
import { changeIssueStatus, issueLifecycle, type IssueId } from '../issue.js';
import { issuePolicy } from '../issue.policy.js';
import { recordStep } from './record-step.js';

/** What a supporter says of the answer. */
export type RateIssueAnswer = KeyedInput & { readonly issueId: IssueId; readonly solved: boolean };

/**
 * Says whether an issue is solved. The vote that makes enough "not solved" reopens it in the same transaction, once; the
 * lock of the issue lets two last voters count one after the other.
 */
export function rateIssueAnswer(
  { idempotentTransaction, clock, ids }: Deps,
  actor: Actor,
  { idempotencyKey, ...input }: RateIssueAnswer,
) {
  return idempotentTransaction(
    { actor: actorKey(actor), key: idempotencyKey, operation: 'rateIssueAnswer', input },
    async ({ issues }, id) => {
      const file = await issues.findVisible(actor, toId(id));
      return file === null ? null : { ...file, id: file.issue.id };
    },
    async (unit) => {
      const at = clock.now();
      const file = await unit.issues.findVisibleLocked(actor, input.issueId);
      const memberId = memberOf(actor);
      if (file === null) return err(notFound('Issue'));
      if (memberId === undefined || !issuePolicy.can(actor, 'RATE', file)) return err(notAllowed('RATE', 'Issue'));
      if (!issueLifecycle.can('RATE', file.issue, at)) return err(illegalTransition('RATE', file.issue.status));
      const { id, round, ruleVersion } = file.issue;
      await unit.issueSupport.vote({ issueId: id, round, memberId }, input.solved, at);
      const verdict = await unit.issueSupport.readVerdict(id, round);
      const rule = await unit.issueSupport.ruleAt(ruleVersion);
      if (!issueLifecycle.can('REOPEN', file.issue, at) || !isEnoughToReopen(verdict, rule)) return ok({ ...file, id });
      const reopened = changeIssueStatus(file.issue, 'REOPEN', at);
      return reopened.ok ? ok({ ...(await recordStep(unit, ids, { file, issue: reopened.value, at })), id }) : reopened;
    },
  );
}
