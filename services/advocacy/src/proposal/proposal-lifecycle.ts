import { defineLifecycle } from '@guildhall/kernel';
import type { Proposal, ProposalFile, ProposalStatus } from './proposal.js';

/** What can happen to a proposal. */
export type ProposalAction =
  | 'EDIT'
  | 'INVITE_SECONDER'
  | 'ANSWER_SECONDING'
  | 'SUBMIT'
  | 'RETURN'
  | 'REFUSE'
  | 'APPEAL'
  | 'REJECT_APPEAL'
  | 'UPHOLD_APPEAL'
  | 'FILE'
  | 'OFFER_MERGE'
  | 'ACCEPT_MERGE'
  | 'DECLINE_MERGE'
  | 'AMEND'
  | 'ENDORSE'
  | 'WITHDRAW_ENDORSEMENT'
  | 'CLOSE_GATHERING'
  | 'REVIVE'
  | 'RECORD_COUNCIL'
  | 'ASSIGN'
  | 'ACKNOWLEDGE'
  | 'DRAFT_ANSWER'
  | 'ANSWER'
  | 'RATE'
  | 'START_DELIVERY'
  | 'COMPLETE_MILESTONE'
  | 'DELIVER'
  | 'VERIFY'
  | 'CLOSE_VERIFICATION'
  | 'WITHDRAW';

const isBefore = (instant: Date | undefined, now: Date): boolean => instant !== undefined && now < instant;
const isReached = (instant: Date | undefined, now: Date): boolean => instant !== undefined && now >= instant;

type Guard = (file: ProposalFile, now: Date) => boolean;

/** Closing instants are decided by the clock alone: a late job never lengthens a gathering. */
const isOpen: Guard = ({ proposal }, now) => isBefore(proposal.closesAt, now);

/** Who may still be asked for a second look rates first: a partly accepted answer waits for its raters, a final one does not. */
function mayDeliver({ decision, answerRound, ratedUntil, status }: Proposal, now: Date): boolean {
  if (status === 'REOPENED' || decision === 'ACCEPTED') return true;
  return decision === 'PARTLY' && (answerRound > 1 || isReached(ratedUntil, now));
}

const beforeQualified: readonly ProposalStatus[] = [
  'DRAFT',
  'SCREENING',
  'NOT_FILED',
  'APPEALED',
  'MERGE_OFFERED',
  'GATHERING',
];

/** Machine H. */
export const proposalLifecycle = defineLifecycle<ProposalFile, ProposalStatus, ProposalAction>(
  {
    name: 'Proposal',
    initial: ['DRAFT'],
    states: [
      'DRAFT',
      'SCREENING',
      'NOT_FILED',
      'APPEALED',
      'MERGE_OFFERED',
      'MERGED',
      'GATHERING',
      'QUALIFIED',
      'LAPSED',
      'ADOPTED',
      'NOT_ADOPTED',
      'REFERRED',
      'ACKNOWLEDGED',
      'ANSWERED',
      'RECONSIDERED',
      'IN_DELIVERY',
      'DELIVERED',
      'CLOSED',
      'REOPENED',
      'WITHDRAWN',
    ],
    transitions: {
      EDIT: { from: ['DRAFT'], to: ['DRAFT'] },
      INVITE_SECONDER: { from: ['DRAFT'], to: ['DRAFT'] },
      ANSWER_SECONDING: { from: ['DRAFT'], to: ['DRAFT'] },
      SUBMIT: { from: ['DRAFT'], to: ['SCREENING'] },
      RETURN: { from: ['SCREENING'], to: ['DRAFT'] },
      REFUSE: { from: ['SCREENING'], to: ['NOT_FILED'] },
      APPEAL: {
        from: ['NOT_FILED'],
        to: ['APPEALED'],
        guard: ({ proposal }) => proposal.appealedAt === undefined,
      },
      REJECT_APPEAL: { from: ['APPEALED'], to: ['NOT_FILED'] },
      UPHOLD_APPEAL: { from: ['APPEALED'], to: ['GATHERING'] },
      FILE: { from: ['SCREENING'], to: ['GATHERING'] },
      OFFER_MERGE: {
        from: ['SCREENING', 'GATHERING'],
        to: ['MERGE_OFFERED'],
        guard: (file, now) => file.proposal.status === 'SCREENING' || isOpen(file, now),
      },
      ACCEPT_MERGE: { from: ['MERGE_OFFERED'], to: ['MERGED'] },
      DECLINE_MERGE: { from: ['MERGE_OFFERED'], to: ['SCREENING', 'GATHERING'] },
      AMEND: { from: ['GATHERING'], to: ['GATHERING'], guard: isOpen },
      ENDORSE: { from: ['GATHERING'], to: ['GATHERING', 'QUALIFIED'], guard: isOpen },
      WITHDRAW_ENDORSEMENT: { from: ['GATHERING'], to: ['GATHERING'], guard: isOpen },
      CLOSE_GATHERING: {
        from: ['GATHERING', 'MERGE_OFFERED'],
        to: ['QUALIFIED', 'LAPSED'],
        guard: ({ proposal }, now) => isReached(proposal.closesAt, now),
      },
      REVIVE: {
        from: ['LAPSED'],
        to: ['SCREENING'],
        guard: ({ proposal }, now) => isReached(proposal.revivableAt, now),
      },
      RECORD_COUNCIL: {
        from: ['QUALIFIED'],
        to: ['ADOPTED', 'NOT_ADOPTED'],
        guard: ({ proposal }) => proposal.needsCouncil,
      },
      ASSIGN: {
        from: ['QUALIFIED', 'ADOPTED'],
        to: ['REFERRED'],
        guard: ({ proposal }) => proposal.status === 'ADOPTED' || !proposal.needsCouncil,
      },
      ACKNOWLEDGE: { from: ['REFERRED'], to: ['ACKNOWLEDGED'] },
      DRAFT_ANSWER: { from: ['ACKNOWLEDGED', 'RECONSIDERED'], to: ['ACKNOWLEDGED', 'RECONSIDERED'] },
      ANSWER: { from: ['ACKNOWLEDGED', 'RECONSIDERED'], to: ['ANSWERED'] },
      RATE: {
        from: ['ANSWERED'],
        to: ['ANSWERED', 'RECONSIDERED'],
        guard: ({ proposal }, now) => isBefore(proposal.ratedUntil, now),
      },
      START_DELIVERY: {
        from: ['ANSWERED', 'REOPENED'],
        to: ['IN_DELIVERY'],
        guard: ({ proposal }, now) => mayDeliver(proposal, now),
      },
      COMPLETE_MILESTONE: { from: ['IN_DELIVERY'], to: ['IN_DELIVERY'] },
      DELIVER: { from: ['IN_DELIVERY'], to: ['DELIVERED'] },
      VERIFY: {
        from: ['DELIVERED'],
        to: ['DELIVERED', 'REOPENED'],
        guard: ({ proposal }, now) => isBefore(proposal.verifiedUntil, now),
      },
      CLOSE_VERIFICATION: {
        from: ['DELIVERED'],
        to: ['CLOSED'],
        guard: ({ proposal }, now) => isReached(proposal.verifiedUntil, now),
      },
      WITHDRAW: { from: beforeQualified, to: ['WITHDRAWN'] },
    },
  },
  ({ proposal }) => proposal.status,
);
