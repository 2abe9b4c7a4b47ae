import { actorKey, err, illegalTransition, notAllowed, notFound, ok, toId, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import type { KeyedInput } from '../../sealing/sealed-request.js';
import { checkIssueAnswer, publishedAnswer, type AnswerDraft } from '../issue-answer.js';
import { changeIssueStatus, issueLifecycle, type IssueId } from '../issue.js';
import { issuePolicy } from '../issue.policy.js';
import { recordStep } from './record-step.js';

/** What a department answers to which issue. */
export type PublishIssueAnswer = KeyedInput & AnswerDraft & { readonly issueId: IssueId };

/** Publishes the department's answer to the course, as its lead: solved, or declined with a reason. */
export function publishIssueAnswer(
  { idempotentTransaction, clock, ids }: Deps,
  actor: Actor,
  { idempotencyKey, ...input }: PublishIssueAnswer,
) {
  return idempotentTransaction(
    { actor: actorKey(actor), key: idempotencyKey, operation: 'publishIssueAnswer', input },
    async ({ issues }, id) => {
      const file = await issues.findRaised(actor, toId(id));
      return file === null ? null : { ...file, id: file.issue.id };
    },
    async (unit) => {
      const at = clock.now();
      const action = input.outcome === 'RESOLVED' ? 'RESOLVE' : 'DECLINE';
      const file = await unit.issues.findRaised(actor, input.issueId);
      if (file === null) return err(notFound('RaisedIssue'));
      if (!issuePolicy.can(actor, action, file)) return err(notAllowed(action, 'RaisedIssue'));
      if (!issueLifecycle.can(action, file.issue, at)) return err(illegalTransition(action, file.issue.status));
      const answer = checkIssueAnswer(input);
      if (!answer.ok) return answer;
      const answered = changeIssueStatus(file.issue, action, at);
      if (!answered.ok) return answered;
      const recorded = await recordStep(unit, ids, { file, issue: answered.value, at });
      await unit.issuePosts.publish(publishedAnswer(recorded.issue, answer.value, { by: actorKey(actor), at }));
      return ok({ ...recorded, id: recorded.issue.id });
    },
  );
}
