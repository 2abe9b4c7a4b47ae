/*
 * A post is what somebody wrote in the space of a course: an issue or a reply. Enough reports hold it back, a moderator
 * keeps it or takes it down with a reason, and its writer may appeal once, to somebody else. Owner: advocacy.
 */
import {
  defineLifecycle,
  FieldChecks,
  ok,
  type Id,
  type IllegalTransitionError,
  type Result,
  type ValidationError,
} from '@guildhall/kernel';
import type { IssueReplyId } from '../issue/issue-reply.js';
import type { IssueId, PostState } from '../issue/issue.js';

/** The id of a post: that of the issue or of the reply. */
export type PostId = Id<'Issue'> | Id<'IssueReply'>;

/** Why somebody reports a post. */
export const reportReasons = ['HURTFUL', 'NAMES_SOMEBODY', 'FALSE', 'ADVERTISING', 'OTHER'] as const;

/** One reason of {@link reportReasons}. */
export type ReportReason = (typeof reportReasons)[number];

/** A post as moderators deal with it. Its writer is there so that nobody judges themselves, and is shown to nobody. */
export type Post = {
  readonly id: PostId;
  readonly issueId: IssueId;
  readonly replyId: IssueReplyId | undefined;
  readonly constituencyId: Id<'Constituency'>;
  readonly authorId: Id<'Member'> | undefined;
  readonly state: PostState;
  readonly title: string | undefined;
  readonly body: string;
  readonly language: string;
  readonly postedAt: Date;
  readonly version: number;
  readonly reports: number;
  readonly reasons: readonly ReportReason[];
  readonly appeal: string | undefined;
  /** Who took it down, by actor key: somebody else decides the appeal. */
  readonly removedBy: string | undefined;
  /** When it began to wait for a moderator. */
  readonly waitsSince: Date;
};

/** What can be done to a post. */
export type PostAction = 'HOLD' | 'KEEP' | 'REMOVE' | 'APPEAL' | 'RESTORE' | 'UPHOLD';

/** What a moderator can decide. */
export type PostDecision = Exclude<PostAction, 'HOLD' | 'APPEAL'>;

/** The states of a post. */
export const postLifecycle = defineLifecycle<Pick<Post, 'state'>, PostState, PostAction>(
  {
    name: 'Post',
    initial: ['VISIBLE'],
    states: ['VISIBLE', 'HELD', 'REMOVED', 'APPEALED', 'REMOVED_FINALLY'],
    transitions: {
      HOLD: { from: ['VISIBLE'], to: ['HELD'] },
      KEEP: { from: ['VISIBLE', 'HELD'], to: ['VISIBLE'] },
      REMOVE: { from: ['VISIBLE', 'HELD'], to: ['REMOVED'] },
      APPEAL: { from: ['REMOVED'], to: ['APPEALED'] },
      RESTORE: { from: ['APPEALED'], to: ['VISIBLE'] },
      UPHOLD: { from: ['APPEALED'], to: ['REMOVED_FINALLY'] },
    },
  },
  ({ state }) => state,
);

/** Moves a post. */
export function changePostState<P extends Pick<Post, 'state'>>(
  post: P,
  action: PostAction,
  now: Date,
): Result<P, IllegalTransitionError> {
  const state = postLifecycle.next(action, post, now);
  return state.ok ? ok({ ...post, state: state.value }) : state;
}

/** Checks the words a decision or an appeal needs. */
export function checkPostWords(path: string, words: string): Result<string, ValidationError> {
  return new FieldChecks().text(path, words, { max: 1000 }).finish(words.trim());
}
