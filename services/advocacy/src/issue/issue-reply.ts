import { FieldChecks, type Id, type Result, type ValidationError } from '@guildhall/kernel';
import type { IssueId, PostState } from './issue.js';

/** The id of a reply. */
export type IssueReplyId = Id<'IssueReply'>;

/** A reply in the space of a course. A representative replies by name, a student only who chooses to. */
export type IssueReply = {
  readonly id: IssueReplyId;
  readonly issueId: IssueId;
  readonly authorId: Id<'Member'> | undefined;
  readonly role: 'STUDENT' | 'REP';
  readonly named: boolean;
  readonly body: string;
  readonly language: string;
  readonly postedAt: Date;
  readonly postState: PostState;
  readonly version: number;
};

/** What somebody replies. */
export type ReplyDraft = Pick<IssueReply, 'body' | 'language' | 'named'>;

/** Checks a reply. */
export function checkReply(draft: ReplyDraft): Result<ReplyDraft, ValidationError> {
  const body = draft.body.trim();
  return new FieldChecks()
    .text('body', body, { max: 2000 })
    .that(
      /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(draft.language),
      'language',
      'BAD_FORMAT',
      'Use a language tag such as en or zh-CN.',
    )
    .finish({ ...draft, body });
}
