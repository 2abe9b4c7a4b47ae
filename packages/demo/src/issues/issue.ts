import type { Id } from '@guildhall/kernel';
import type { IssueText } from '../corpus/issue-texts.js';

/** Where a demo issue stands. */
export type DemoIssueStatus =
  | 'PRIVATE'
  | 'RAISED'
  | 'ACKNOWLEDGED'
  | 'IN_PROGRESS'
  | 'RESOLVED'
  | 'DECLINED'
  | 'ESCALATED'
  | 'REOPENED';

/** A reply among the students of a course. */
export type DemoIssueReply = {
  readonly id: Id<'IssueReply'>;
  readonly authorId: Id<'Member'>;
  readonly role: 'STUDENT' | 'REP';
  readonly body: string;
  readonly language: 'en' | 'zh-CN';
  readonly postedAt: Date;
};

/** An issue as the advocacy service stores one, with everybody who had to do with it. */
export type DemoIssue = Pick<IssueText, 'type' | 'title' | 'body' | 'language'> & {
  readonly id: Id<'Issue'>;
  /** The name of the constituency it belongs to. */
  readonly constituency: string;
  readonly departmentId: Id<'Department'>;
  readonly authorId: Id<'Member'>;
  readonly namedToCourse: boolean;
  readonly namedToDepartment: boolean;
  readonly status: DemoIssueStatus;
  readonly isHeld: boolean;
  readonly isProposalSuggested: boolean;
  readonly postedAt: Date;
  readonly raisedBy?: 'REP' | 'SUPPORT' | 'TIME';
  /** Every state it has been in, first one first; the first is that it was posted. */
  readonly steps: readonly { readonly status: DemoIssueStatus; readonly at: Date }[];
  /** Its author first. */
  readonly supporters: readonly Id<'Member'>[];
  readonly replies: readonly DemoIssueReply[];
  readonly draft?: string;
  readonly answers: readonly {
    readonly round: number;
    readonly outcome: 'RESOLVED' | 'DECLINED';
    readonly text: string;
    readonly at: Date;
  }[];
  readonly votes: readonly { readonly memberId: Id<'Member'>; readonly solved: boolean }[];
  /** Who reported it to the moderators. */
  readonly reporters: readonly Id<'Member'>[];
};
