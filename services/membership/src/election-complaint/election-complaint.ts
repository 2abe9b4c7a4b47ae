/*
 * A complaint about an election or the conduct of a candidate. Life: open until the returning officer rules on it; no result
 * is declared before (machine K). Owner: membership.
 */
import {
  defineLifecycle,
  FieldChecks,
  type Id,
  type IllegalTransitionError,
  type Result,
  type ValidationError,
} from '@guildhall/kernel';
import type { CandidateId } from '../candidate/candidate.js';
import type { Election } from '../election/election.js';
import type { MemberId } from '../member/member.js';
import { electionComplaintRules as rules } from './election-complaint-rules.js';

/** The id of a complaint. */
export type ElectionComplaintId = Id<'ElectionComplaint'>;

/** Where a complaint is. */
export type ElectionComplaintStatus = 'OPEN' | 'UPHELD' | 'DISMISSED';

/** A complaint as stored. */
export type ElectionComplaint = {
  readonly id: ElectionComplaintId;
  readonly electionId: Election['id'];
  /** Whose conduct it is about; absent when it is about the election itself. */
  readonly candidateId: CandidateId | undefined;
  /** Who complains; absent when they left the union. */
  readonly memberId: MemberId | undefined;
  readonly words: string;
  readonly madeAt: Date;
  readonly status: ElectionComplaintStatus;
  readonly ruling: string | undefined;
  readonly ruledBy: string | undefined;
  readonly ruledAt: Date | undefined;
  readonly version: number;
};

/** A complaint with what decides who may rule on it. */
export type JudgedComplaint = {
  readonly complaint: ElectionComplaint;
  readonly election: Pick<Election, 'status' | 'secondTrustee'>;
  /** Whether the viewer stands or nominates in the election. */
  readonly isViewerInvolved: boolean;
};

/** What can be done about a complaint. */
export type ElectionComplaintAction = 'RULE';

const over: readonly Election['status'][] = ['PLANNED', 'DECLARED', 'SUSPENDED', 'VOIDED'];

/** The life of a complaint; nobody rules while its election is halted or over. */
export const electionComplaintLifecycle = defineLifecycle<
  JudgedComplaint,
  ElectionComplaintStatus,
  ElectionComplaintAction
>(
  {
    name: 'ElectionComplaint',
    initial: ['OPEN'],
    states: ['OPEN', 'UPHELD', 'DISMISSED'],
    transitions: {
      RULE: { from: ['OPEN'], to: ['UPHELD', 'DISMISSED'], guard: ({ election }) => !over.includes(election.status) },
    },
  },
  ({ complaint: { status } }) => status,
);

/** What somebody complains about. */
export type Complaining = Pick<
  ElectionComplaint,
  'id' | 'electionId' | 'candidateId' | 'memberId' | 'words' | 'madeAt'
>;

/** Checks the words of a complaint, and makes it one. */
export function complain(complaining: Complaining): Result<ElectionComplaint, ValidationError> {
  return new FieldChecks().text('text', complaining.words, { max: rules.wordsMax }).finish({
    ...complaining,
    status: 'OPEN' as const,
    ruling: undefined,
    ruledBy: undefined,
    ruledAt: undefined,
    version: 1,
  });
}

/** Rules on a complaint in words that its author reads. */
export function ruleOn(
  judged: JudgedComplaint,
  { isUpheld, ruling }: { readonly isUpheld: boolean; readonly ruling: string },
  { by, now }: { readonly by: string; readonly now: Date },
): Result<ElectionComplaint, IllegalTransitionError | ValidationError> {
  const status = electionComplaintLifecycle.next('RULE', judged, now, isUpheld ? 'UPHELD' : 'DISMISSED');
  if (!status.ok) return status;
  return new FieldChecks()
    .text('ruling', ruling, { max: rules.rulingMax })
    .finish({ ...judged.complaint, status: status.value, ruling, ruledBy: by, ruledAt: now });
}
