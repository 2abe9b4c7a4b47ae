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
import { checkReply, type IssueReply, type ReplyDraft } from '../issue-reply.js';
import { issueLifecycle, type IssueId } from '../issue.js';
import { issuePolicy } from '../issue.policy.js';

/** What somebody replies to which issue. */
export type ReplyToIssue = KeyedInput & ReplyDraft & { readonly issueId: IssueId };

/** Replies in the space of the course. A representative replies as such and by name; a student is named only by choice. */
export function replyToIssue(
  { idempotentTransaction, clock, ids }: Deps,
  actor: Actor,
  { idempotencyKey, ...input }: ReplyToIssue,
) {
  return idempotentTransaction(
    { actor: actorKey(actor), key: idempotencyKey, operation: 'replyToIssue', input },
    async ({ issuePosts }, id) => issuePosts.findReply(actor, toId(id)),
    async ({ issues, issuePosts }) => {
      const now = clock.now();
      const file = await issues.findVisible(actor, input.issueId);
      const authorId = memberOf(actor);
      if (file === null) return err(notFound('Issue'));
      if (authorId === undefined || !issuePolicy.can(actor, 'REPLY', file)) return err(notAllowed('REPLY', 'Issue'));
      if (!issueLifecycle.can('REPLY', file.issue, now)) return err(illegalTransition('REPLY', file.issue.postState));
      const draft = checkReply(input);
      if (!draft.ok) return draft;
      // The author of an issue who represents the course too speaks as a student there: a role would tell who wrote it.
      const isRep = issuePolicy.repliesAsRep(actor, file) && !issuePolicy.isAuthor(actor, file.issue);
      const reply: IssueReply = {
        id: ids.ordered(),
        issueId: file.issue.id,
        authorId,
        role: isRep ? 'REP' : 'STUDENT',
        named: isRep || draft.value.named,
        body: draft.value.body,
        language: draft.value.language,
        postedAt: now,
        postState: 'VISIBLE',
        version: 1,
      };
      return ok(await issuePosts.addReply(reply));
    },
  );
}
