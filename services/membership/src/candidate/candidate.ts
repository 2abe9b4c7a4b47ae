/*
 * A candidate: a member who is nominated or stands in a contest, or the choice to re-open nominations, which every contest
 * has. Life: nominated, agreed, screened, published, and out or (not) elected (machine K). Owner: membership.
 */
import { defineLifecycle, type Id, type PositionKind } from '@guildhall/kernel';
import type { ContestId } from '../contest/contest.js';
import type { Election } from '../election/election.js';
import type { MemberId } from '../member/member.js';

/** The id of a candidate; ballots rank these, so it tells nothing of order or time. */
export type CandidateId = Id<'Candidate'>;

/** Where a candidacy is. */
export type CandidateStatus =
  | 'NOMINATED'
  | 'DECLINED'
  | 'CONSENTED'
  | 'ELIGIBLE'
  | 'INELIGIBLE'
  | 'STANDING'
  | 'WITHDRAWN'
  | 'DISQUALIFIED'
  | 'ELECTED'
  | 'NOT_ELECTED';

/** What a candidate says to voters in one language. */
export type CandidateStatement = { readonly language: string; readonly text: string };

/** A candidate as stored. */
export type Candidate = {
  readonly id: CandidateId;
  readonly contestId: ContestId;
  /** Absent for re-opening nominations, and for who left the union. */
  readonly memberId: MemberId | undefined;
  /** Copied from the display name at the nomination, and for the last time at the publication. */
  readonly name: string;
  readonly isReopen: boolean;
  /** Absent for re-opening nominations, which has no life. */
  readonly status: CandidateStatus | undefined;
  readonly statusReason: string | undefined;
  readonly statements: readonly CandidateStatement[];
  /** The place on the ballot paper, from 1; absent until the publication. Nobody leaves a paper who was on it. */
  readonly ballotPlace: number | undefined;
  /** Who screened or disqualified last, as `actorKey` names them. */
  readonly decidedBy: string | undefined;
  readonly decidedAt: Date | undefined;
  /** Until when that can be appealed against; absent when there is nothing to appeal against. */
  readonly appealUntil: Date | undefined;
  readonly nominatedAt: Date;
  readonly changedAt: Date;
  readonly version: number;
};

/** The id of an appeal. */
export type CandidacyAppealId = Id<'CandidacyAppeal'>;

/** An appeal against one decision about a candidacy. */
export type CandidacyAppeal = {
  readonly id: CandidacyAppealId;
  readonly candidateId: CandidateId;
  /** Who made the decision it is against; somebody else decides the appeal. */
  readonly againstBy: string;
  readonly againstAt: Date;
  readonly words: string;
  readonly madeAt: Date;
  readonly isGranted: boolean | undefined;
  readonly reason: string | undefined;
  readonly decidedBy: string | undefined;
  readonly decidedAt: Date | undefined;
  readonly version: number;
};

/** What of an election decides what can be done about a candidacy in it. */
export type ElectionFacts = Pick<
  Election,
  'id' | 'status' | 'nominationsOpenAt' | 'nominationsCloseAt' | 'rulesVersion' | 'secondTrustee'
>;

/** A candidate with what decides what can be done about the candidacy. */
export type Candidacy = {
  readonly candidate: Candidate;
  readonly election: ElectionFacts;
  /** What the seat is for; how many nominators are needed hangs on it. */
  readonly positionKind: PositionKind;
  /** The appeal that was made last. */
  readonly appeal: CandidacyAppeal | undefined;
  /** How many nominated the candidate; who nominated oneself is not counted. */
  readonly nominationCount: number;
  /** Whether the viewer stands or nominates in the election: then they decide nothing in it. */
  readonly isViewerInvolved: boolean;
};

/** What a person can do about a candidacy; the GraphQL enum `CandidateAction` has the same members. */
export type CandidateAction =
  | 'CONSENT'
  | 'DECLINE'
  | 'EDIT_STATEMENT'
  | 'WITHDRAW'
  | 'SCREEN'
  | 'DISQUALIFY'
  | 'APPEAL'
  | 'DECIDE_APPEAL';

/** What happens to a candidacy with its election. */
export type CandidateEvent = 'PUBLISH' | 'DECLARE';

/** Whether somebody can be nominated, or agree to stand, now. */
export function areNominationsOpen(
  { status, nominationsOpenAt, nominationsCloseAt }: ElectionFacts,
  now: Date,
): boolean {
  return status === 'NOMINATIONS' && nominationsOpenAt <= now && now < nominationsCloseAt;
}

/** Whether who stands is still to be published. A halted election is where it was: its candidates wait. */
function isBeforePublication({ election: { status } }: Candidacy): boolean {
  return status === 'NOMINATIONS' || status === 'SCREENING';
}

/** Whether it can still make a difference who stands. */
function isUndecided({ election: { status } }: Candidacy): boolean {
  return status !== 'PLANNED' && status !== 'DECLARED' && status !== 'VOIDED';
}

/** The appeal against the decision that holds now, if there is one. */
export function appealOf({ candidate, appeal }: Candidacy): CandidacyAppeal | undefined {
  return appeal?.againstAt.getTime() === candidate.decidedAt?.getTime() ? appeal : undefined;
}

function canBeAppealed(candidacy: Candidacy, now: Date): boolean {
  const { appealUntil } = candidacy.candidate;
  const isInTime = appealUntil !== undefined && now <= appealUntil;
  return isInTime && isUndecided(candidacy) && appealOf(candidacy) === undefined;
}

function hasOpenAppeal(candidacy: Candidacy): boolean {
  const appeal = appealOf(candidacy);
  return isUndecided(candidacy) && appeal !== undefined && appeal.isGranted === undefined;
}

/** The life of a candidacy. Who declined may change their mind; an appeal leaves the state as it is until it is decided. */
export const candidateLifecycle = defineLifecycle<
  Candidacy,
  CandidateStatus | 'REOPEN',
  CandidateAction | CandidateEvent
>(
  {
    name: 'Candidate',
    // Re-opening nominations has no life: nothing can be done about it.
    initial: ['NOMINATED', 'REOPEN'],
    states: [
      'NOMINATED',
      'DECLINED',
      'CONSENTED',
      'ELIGIBLE',
      'INELIGIBLE',
      'STANDING',
      'WITHDRAWN',
      'DISQUALIFIED',
      'ELECTED',
      'NOT_ELECTED',
      'REOPEN',
    ],
    transitions: {
      CONSENT: {
        from: ['NOMINATED', 'DECLINED'],
        to: ['CONSENTED'],
        guard: ({ election }, now) => areNominationsOpen(election, now),
      },
      DECLINE: { from: ['NOMINATED'], to: ['DECLINED'], guard: isBeforePublication },
      EDIT_STATEMENT: {
        from: ['CONSENTED', 'ELIGIBLE', 'INELIGIBLE'],
        to: ['CONSENTED', 'ELIGIBLE', 'INELIGIBLE'],
        guard: isBeforePublication,
      },
      WITHDRAW: { from: ['CONSENTED', 'ELIGIBLE', 'STANDING'], to: ['WITHDRAWN'], guard: isUndecided },
      SCREEN: {
        from: ['CONSENTED'],
        to: ['ELIGIBLE', 'INELIGIBLE'],
        guard: ({ election }) => election.status === 'SCREENING',
      },
      DISQUALIFY: { from: ['STANDING'], to: ['DISQUALIFIED'], guard: isUndecided },
      APPEAL: {
        from: ['INELIGIBLE', 'DISQUALIFIED'],
        to: ['INELIGIBLE', 'DISQUALIFIED'],
        guard: canBeAppealed,
      },
      DECIDE_APPEAL: {
        from: ['INELIGIBLE', 'DISQUALIFIED'],
        to: ['ELIGIBLE', 'INELIGIBLE', 'STANDING', 'DISQUALIFIED'],
        guard: hasOpenAppeal,
      },
      PUBLISH: { from: ['ELIGIBLE'], to: ['STANDING'] },
      DECLARE: { from: ['STANDING'], to: ['ELECTED', 'NOT_ELECTED'] },
    },
  },
  ({ candidate: { status } }) => status ?? 'REOPEN',
);
