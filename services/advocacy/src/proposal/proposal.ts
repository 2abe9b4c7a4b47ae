/*
 * A proposal: one matter that members ask the union and the university to change. Life: drafted with seconders, screened,
 * gathering support, referred to a named department, answered, delivered, verified by its supporters. Owner: advocacy.
 */
import type { Id } from '@guildhall/kernel';

/** The id of a proposal. */
export type ProposalId = Id<'Proposal'>;

/** Where a proposal stands (machine H; APPEALED is the one appeal that a refusal allows, while it is open). */
export type ProposalStatus =
  | 'DRAFT'
  | 'SCREENING'
  | 'NOT_FILED'
  | 'APPEALED'
  | 'MERGE_OFFERED'
  | 'MERGED'
  | 'GATHERING'
  | 'QUALIFIED'
  | 'LAPSED'
  | 'ADOPTED'
  | 'NOT_ADOPTED'
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
export type ProposalDecision = 'ACCEPTED' | 'PARTLY' | 'ALTERNATIVE' | 'ALREADY_DONE' | 'DECLINED';

/** How much work an answer takes: a simple one is due at the end of the month, a complex one at the end of the next. */
export type ProposalComplexity = 'SIMPLE' | 'COMPLEX';

/** A proposal without its words. */
export type Proposal = {
  readonly id: ProposalId;
  /** Absent once the author was erased. */
  readonly authorId: Id<'Member'> | undefined;
  /** Whether the author wants to be named in public. */
  readonly authorNamed: boolean;
  readonly status: ProposalStatus;
  /** Whose matter it is; absent for the whole union. */
  readonly constituencyId: Id<'Constituency'> | undefined;
  readonly needsCouncil: boolean;
  /** The text in force. */
  readonly textNumber: number;
  readonly draftedAt: Date;
  readonly submittedAt: Date | undefined;
  /** The actor key of who did not file it: somebody else decides the appeal. */
  readonly refusedBy: string | undefined;
  readonly appealedAt: Date | undefined;
  /** When it first became public. */
  readonly publishedAt: Date | undefined;
  readonly openedAt: Date | undefined;
  readonly closesAt: Date | undefined;
  /** How often it was opened for support: 2 after a revival. */
  readonly opening: number;
  readonly constituencySize: number | undefined;
  readonly threshold: number | undefined;
  /** The numbers in force at the opening; a later change of rules does not touch it. */
  readonly ruleVersion: number | undefined;
  readonly revivableAt: Date | undefined;
  readonly mergeIntoId: ProposalId | undefined;
  readonly leadDepartmentId: Id<'Department'> | undefined;
  readonly complexity: ProposalComplexity | undefined;
  readonly referredAt: Date | undefined;
  readonly dueAt: Date | undefined;
  /** Published answers so far: 2 after a reconsideration. */
  readonly answerRound: number;
  readonly decision: ProposalDecision | undefined;
  readonly ratedUntil: Date | undefined;
  /** How often delivery began: 2 after a reopening. */
  readonly deliveryRound: number;
  readonly verifiedUntil: Date | undefined;
  readonly deliverySummary: string | undefined;
  readonly version: number;
};

/** Somebody asked to second a proposal. */
export type ProposalSeconder = {
  readonly memberId: Id<'Member'>;
  readonly invitedAt: Date;
  readonly acceptedAt: Date | undefined;
  /** Whether the member was erased since: the support stays, the person is gone. */
  readonly isFormer: boolean;
};

/** A proposal with the people and departments that hold rights over it. */
export type ProposalFile = {
  readonly proposal: Proposal;
  readonly seconders: readonly ProposalSeconder[];
  readonly supporting: readonly Id<'Department'>[];
};

/** What one member has to do with a proposal. */
export type Standing = {
  /** Whether the member belonged to the constituency when gathering opened. */
  readonly onRoll: boolean;
  /** The text the member endorsed last. */
  readonly endorsedText: number | undefined;
  readonly endorsedAt: Date | undefined;
  readonly satisfied: boolean | undefined;
  readonly works: boolean | undefined;
};

/** Of somebody who has nothing to do with it. */
export const stranger: Standing = {
  onRoll: false,
  endorsedText: undefined,
  endorsedAt: undefined,
  satisfied: undefined,
  works: undefined,
};

/** A proposal in its first state. */
export function draftProposal(
  id: ProposalId,
  facts: Pick<Proposal, 'authorId' | 'authorNamed' | 'constituencyId' | 'draftedAt'>,
): Proposal {
  return {
    id,
    ...facts,
    status: 'DRAFT',
    needsCouncil: false,
    textNumber: 1,
    submittedAt: undefined,
    refusedBy: undefined,
    appealedAt: undefined,
    publishedAt: undefined,
    openedAt: undefined,
    closesAt: undefined,
    opening: 0,
    constituencySize: undefined,
    threshold: undefined,
    ruleVersion: undefined,
    revivableAt: undefined,
    mergeIntoId: undefined,
    leadDepartmentId: undefined,
    complexity: undefined,
    referredAt: undefined,
    dueAt: undefined,
    answerRound: 0,
    decision: undefined,
    ratedUntil: undefined,
    deliveryRound: 0,
    verifiedUntil: undefined,
    deliverySummary: undefined,
    version: 1,
  };
}
