import {
  actorKey,
  addWorkingDays,
  err,
  memberOf,
  notAllowed,
  ok,
  toId,
  validationError,
  type Actor,
  type Id,
} from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import type { KeyedInput } from '../../sealing/sealed-request.js';
import { checkTarget } from './check-target.js';
import { checkIssue, type Issue, type IssueDraft } from '../issue.js';
import { issuePolicy, raisingTask } from '../issue.policy.js';
import { raisingKey } from './raise.js';

/** What somebody writes to their course. */
export type PostIssue = KeyedInput &
  IssueDraft & {
    /** The writer's own idea, or one whose author agreed that they raise it. */
    readonly originPostId?: Id<'Post'> | undefined;
  };

/**
 * Posts an issue in the space of the writer's course, with its writer as first supporter. The instant at which it leaves
 * the course by itself is fixed now; a later change of the rules does not move it.
 */
export function postIssue(
  { idempotentTransaction, clock, ids }: Deps,
  actor: Actor,
  { idempotencyKey, ...input }: PostIssue,
) {
  return idempotentTransaction(
    { actor: actorKey(actor), key: idempotencyKey, operation: 'postIssue', input },
    async ({ issues }, id) => {
      const file = await issues.findVisible(actor, toId(id));
      return file === null ? null : { ...file, id: file.issue.id };
    },
    async ({ deadlines, departments, ideas, issues, issueSupport, issueTexts, jobs }) => {
      const now = clock.now();
      const authorId = memberOf(actor);
      if (authorId === undefined || !issuePolicy.canPost(actor, input.constituencyId))
        return err(notAllowed('POST', 'Issue'));
      const { originPostId, ...told } = input;
      const draft = checkIssue(told);
      if (!draft.ok) return draft;
      const target = await checkTarget(departments, draft.value.departmentId);
      if (!target.ok) return target;
      const origin = originPostId && (await ideas.findRaisable(originPostId, authorId, 'ISSUE'));
      if (originPostId !== undefined && !origin) return err(unknownIdea);
      const [rule, { calendar }] = [await issueSupport.ruleAt(now), await deadlines.ruleAt(now)];
      const issue = await issues.add(
        newIssue(draft.value, {
          id: ids.ordered(),
          authorId,
          now,
          autoRaiseAt: addWorkingDays(now, rule.raiseDays, calendar),
          ruleVersion: rule.version,
        }),
      );
      if (origin) await ideas.noteOrigin('ISSUE', issue.id, origin);
      await issueSupport.support(issue.id, authorId, now);
      await issueSupport.addStage({ issueId: issue.id, status: issue.status, at: now });
      await issueTexts.index(issue);
      await jobs.enqueue(raisingTask, { issueId: issue.id }, { runAt: issue.autoRaiseAt, key: raisingKey(issue.id) });
      return ok({ issue, supports: true, id: issue.id });
    },
  );
}

const unknownIdea = validationError([
  {
    path: 'originPostId',
    rule: 'UNKNOWN',
    message: 'This is no idea of yours, and nobody agreed that you raise it.',
  },
]);

type Made = Pick<Issue, 'id' | 'autoRaiseAt' | 'ruleVersion'> & {
  readonly authorId: Id<'Member'>;
  readonly now: Date;
};

function newIssue(draft: IssueDraft, { now, ...made }: Made): Issue {
  return {
    ...draft,
    ...made,
    status: 'PRIVATE',
    postState: 'VISIBLE',
    postedAt: now,
    raisedAt: undefined,
    raisedBy: undefined,
    reopenedAt: undefined,
    round: 1,
    proposalSuggestedAt: undefined,
    proposalId: undefined,
    version: 1,
  };
}
