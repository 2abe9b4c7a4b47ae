import type { Id } from '@guildhall/kernel';

/** Where a demo proposal stands. */
export type DemoProposalStatus =
  | 'DRAFT'
  | 'SCREENING'
  | 'NOT_FILED'
  | 'APPEALED'
  | 'MERGED'
  | 'GATHERING'
  | 'QUALIFIED'
  | 'LAPSED'
  | 'ADOPTED'
  | 'REFERRED'
  | 'ACKNOWLEDGED'
  | 'ANSWERED'
  | 'RECONSIDERED'
  | 'IN_DELIVERY'
  | 'DELIVERED'
  | 'CLOSED'
  | 'REOPENED'
  | 'WITHDRAWN';

/** What a department decided. */
export type DemoDecision = 'ACCEPTED' | 'PARTLY' | 'ALTERNATIVE' | 'ALREADY_DONE' | 'DECLINED';

/** One version of a proposal's words. */
export type DemoProposalText = {
  readonly number: number;
  readonly language: 'en' | 'zh-CN';
  readonly title: string;
  readonly background: string;
  readonly problem: string;
  readonly suggestion: string;
  readonly writtenAt: Date;
};

/** A proposal as the advocacy service stores one, with everybody who supports it. */
export type DemoProposal = {
  readonly id: Id<'Proposal'>;
  readonly authorId: Id<'Member'>;
  readonly authorNamed: boolean;
  readonly status: DemoProposalStatus;
  readonly needsCouncil: boolean;
  readonly departmentId: Id<'Department'>;
  readonly supportingIds: readonly Id<'Department'>[];
  readonly isComplex: boolean;
  readonly texts: readonly DemoProposalText[];
  readonly seconders: readonly { readonly memberId: Id<'Member'>; readonly hasAccepted: boolean }[];
  readonly draftedAt: Date;
  /** Every state it has been in, first one first. */
  readonly steps: readonly { readonly status: DemoProposalStatus; readonly at: Date }[];
  readonly constituencySize: number;
  readonly threshold: number;
  readonly endorsers: readonly { readonly memberId: Id<'Member'>; readonly textNumber: number; readonly at: Date }[];
  readonly mergeIntoId?: Id<'Proposal'>;
  readonly appeal?: string;
  readonly decision?: DemoDecision;
  readonly answer: string;
  readonly draft?: string;
  /** How many of the endorsers are satisfied with the answer, and how many are not. */
  readonly ratings: { readonly yes: number; readonly no: number };
  /** How many say that it works, and how many not yet. */
  readonly verdicts: { readonly yes: number; readonly no: number };
  /** The steps that were promised: all done once it is delivered. */
  readonly milestones: readonly { readonly title: string; readonly dueInDays: number; readonly isDone: boolean }[];
};
