/*
 * A member's own copy: everything about their own cases that is theirs to read, collected by nobody but themself. Life: made
 * when asked for, handed over, kept nowhere; that it was taken stands in the read ledger. Owner: advocacy.
 */
import type { Id } from '@guildhall/kernel';

/** A message of a case. */
export type CopiedMessage = { readonly author: string; readonly sentAt: Date; readonly text: string | undefined };

/** What a department was or may be told, and what it said. */
export type CopiedReferral = {
  readonly id: Id<'Referral'>;
  readonly department: string;
  readonly status: string;
  readonly sentAt: Date | undefined;
  readonly dueAt: Date | undefined;
  readonly respondedAt: Date | undefined;
  readonly decision: string | undefined;
  readonly fields: readonly { readonly name: string; readonly value: string; readonly consented: boolean }[];
  readonly questions: readonly { readonly question: string | undefined; readonly answer: string | undefined }[];
  readonly response: string | undefined;
};

/** One case with everything of it that its student may read. */
export type CopiedCase = {
  readonly id: Id<'Case'>;
  readonly matter: string;
  readonly stage: string;
  readonly status: string;
  readonly outcome: string | undefined;
  readonly openedAt: Date;
  readonly closedAt: Date | undefined;
  readonly assignee: string | undefined;
  readonly narrative: string | undefined;
  readonly contactName: string | undefined;
  readonly otherParties: readonly string[];
  readonly outcomeSummary: string | undefined;
  readonly messages: readonly CopiedMessage[];
  readonly deadlines: readonly { readonly kind: string; readonly dueAt: Date; readonly metAt: Date | undefined }[];
  readonly referrals: readonly CopiedReferral[];
  readonly readings: readonly {
    readonly at: Date;
    readonly readerRole: string;
    readonly reader: string;
    readonly purpose: string;
    readonly fields: readonly string[];
  }[];
  /** Words in places that have no name of their own here, such as those of attachments. */
  readonly otherWords: readonly { readonly place: string; readonly text: string }[];
};

/** A member's own copy. */
export type OwnCopy = {
  readonly format: 'guildhall-case-copy/1';
  readonly takenAt: Date;
  readonly cases: readonly CopiedCase[];
  readonly notices: readonly {
    readonly reason: string;
    readonly caseId: Id<'Case'> | undefined;
    readonly toldAt: Date;
    readonly readAt: Date | undefined;
  }[];
  readonly mail: {
    readonly address: string | undefined;
    readonly kinds: readonly string[];
    readonly quietFrom: number;
    readonly quietUntil: number;
    readonly language: string;
  };
};
