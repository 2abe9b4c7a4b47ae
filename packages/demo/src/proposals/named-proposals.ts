import { fixedId } from '../fixed-id.js';
import { demoMembers } from '../people/demo-people.js';
import type { ProposalSketch } from './proposals.js';

/** Proposals that tests and documents quote; the ids are the same for every anchor and size. */
export const demoProposals = {
  /** Ada's, open for support and nearly there. */
  lateLibrary: fixedId<'Proposal'>('proposal/late-library'),
  /** Ada's draft: Omar seconds it, Rosa is asked to. */
  draft: fixedId<'Proposal'>('proposal/draft'),
  /** Open; its text changed after Ada endorsed it, so she is asked again. */
  changedText: fixedId<'Proposal'>('proposal/changed-text'),
  /** Waits for the screening committee. */
  screening: fixedId<'Proposal'>('proposal/screening'),
  /** Its author appealed; another officer than Uma refused it. */
  appealed: fixedId<'Proposal'>('proposal/appealed'),
  /** Rosa's, with Student Housing, which keeps a draft of its answer. */
  withDraft: fixedId<'Proposal'>('proposal/with-draft'),
  /** Referred to Student Housing and not looked at. */
  referred: fixedId<'Proposal'>('proposal/referred'),
  /** Declined by Student Housing; Ada endorsed it and may rate the answer. */
  declined: fixedId<'Proposal'>('proposal/declined'),
  /** Student Housing considers its answer once more. */
  reconsidered: fixedId<'Proposal'>('proposal/reconsidered'),
  /** Student Housing delivers it step by step. */
  inDelivery: fixedId<'Proposal'>('proposal/in-delivery'),
  /** Delivered; Ada may say whether it works. */
  delivered: fixedId<'Proposal'>('proposal/delivered'),
  /** Did not work for enough of its supporters, and is reopened. */
  reopened: fixedId<'Proposal'>('proposal/reopened'),
  /** You said, we did. */
  closed: fixedId<'Proposal'>('proposal/closed'),
  /** Ada's, closed with too little support more than six months ago. */
  lapsed: fixedId<'Proposal'>('proposal/lapsed'),
  /** Joined the one for a late library. */
  merged: fixedId<'Proposal'>('proposal/merged'),
  /** Makes policy and waits for the council. */
  council: fixedId<'Proposal'>('proposal/council'),
} as const;

const { ada, omar, rosa } = demoMembers;
const byAda = { authorId: ada.memberId, seconders: [omar.memberId, rosa.memberId] };
const withAda = { endorsers: [ada.memberId] };

/** What is different about each; the rest follows from its state. Templates are named by the beginning of their title. */
export const namedSketches: readonly ProposalSketch[] = [
  {
    id: demoProposals.lateLibrary,
    template: 'Keep the study space',
    status: 'GATHERING',
    ageDays: 20,
    ...byAda,
    share: 0.85,
  },
  { id: demoProposals.draft, template: 'A quiet room', status: 'DRAFT', ageDays: 2, ...byAda },
  {
    id: demoProposals.changedText,
    template: 'Light the path',
    status: 'GATHERING',
    ageDays: 18,
    ...withAda,
    share: 0.4,
    texts: 2,
  },
  { id: demoProposals.screening, template: 'Captions in', status: 'SCREENING', ageDays: 3 },
  { id: demoProposals.appealed, template: 'Paid placements', status: 'APPEALED', ageDays: 12 },
  {
    id: demoProposals.withDraft,
    template: 'Repair reports',
    status: 'ACKNOWLEDGED',
    ageDays: 50,
    authorId: rosa.memberId,
    ...withAda,
    hasDraft: true,
  },
  { id: demoProposals.referred, template: '延长', status: 'REFERRED', ageDays: 40, authorId: omar.memberId },
  {
    id: demoProposals.declined,
    template: 'Let tenants',
    status: 'ANSWERED',
    ageDays: 55,
    decision: 'DECLINED',
    isFresh: true,
    ...withAda,
    ratings: { yes: 6, no: 5 },
  },
  {
    id: demoProposals.reconsidered,
    template: 'A drying room',
    place: 1,
    status: 'RECONSIDERED',
    ageDays: 90,
    decision: 'DECLINED',
    ratings: { yes: 4, no: 11 },
  },
  {
    id: demoProposals.inDelivery,
    template: 'Repair reports',
    place: 2,
    status: 'IN_DELIVERY',
    ageDays: 120,
    ...withAda,
  },
  {
    id: demoProposals.delivered,
    template: 'A drying room',
    status: 'DELIVERED',
    ageDays: 150,
    ...withAda,
    verdicts: { yes: 9, no: 2 },
  },
  {
    id: demoProposals.reopened,
    template: '延长',
    place: 3,
    status: 'REOPENED',
    ageDays: 200,
    verdicts: { yes: 8, no: 6 },
  },
  {
    id: demoProposals.closed,
    template: 'Step-free',
    status: 'CLOSED',
    ageDays: 260,
    ...byAda,
    verdicts: { yes: 14, no: 1 },
  },
  { id: demoProposals.lapsed, template: 'A night bus', status: 'LAPSED', ageDays: 240, ...byAda, share: 0.7 },
  {
    id: demoProposals.merged,
    template: 'Keep the study space',
    place: 3,
    status: 'MERGED',
    ageDays: 16,
    ...withAda,
    share: 0.3,
    mergeIntoId: demoProposals.lateLibrary,
  },
  { id: demoProposals.council, template: 'Exam timetables', status: 'QUALIFIED', ageDays: 45, needsCouncil: true },
];
