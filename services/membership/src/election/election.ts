/*
 * An election: one or more contests with the same dates, roll and returning officer. Life: machine K; what happens at a
 * stated instant is a decision of the platform, everything else the returning officer's. Owner: membership.
 */
import { defineLifecycle, type Id } from '@guildhall/kernel';
import type { GroupId } from '../group/group.js';

/** The id of an election. */
export type ElectionId = Id<'Election'>;

/** Where an election is. */
export type ElectionStatus =
  | 'PLANNED'
  | 'NOMINATIONS'
  | 'SCREENING'
  | 'CANDIDATES_PUBLISHED'
  | 'CAMPAIGN'
  | 'VOTING'
  | 'CLOSED'
  | 'PROVISIONAL'
  | 'DECLARED'
  | 'SUSPENDED'
  | 'VOIDED';

/** The states that a halted election can go back to. */
export type LiveStatus = Exclude<ElectionStatus, 'DECLARED' | 'SUSPENDED' | 'VOIDED'>;

/** What was agreed for when; every instant is later than those above it. */
export type ElectionDates = {
  readonly nominationsOpenAt: Date;
  readonly nominationsCloseAt: Date;
  readonly campaignOpensAt: Date;
  readonly votingOpensAt: Date;
  readonly votingClosesAt: Date;
  readonly mandatesStartAt: Date;
};

/** An election as stored. */
export type Election = ElectionDates & {
  readonly id: ElectionId;
  readonly title: string;
  /** The group whose committee is elected; nothing for the whole union. */
  readonly groupId: GroupId | undefined;
  /** The election whose empty seats this one fills. */
  readonly fillsId: ElectionId | undefined;
  readonly status: ElectionStatus;
  /** Where it was when it was halted, and nothing otherwise. */
  readonly resumesTo: LiveStatus | undefined;
  /** Why it is halted or void. */
  readonly statusReason: string | undefined;
  readonly campaignRules: string;
  readonly rulesVersion: number;
  /** The account that planned it; any other returning officer can act for it. */
  readonly returningOfficer: string;
  /** The account that holds the second key of the ballots. */
  readonly secondTrustee: string;
  /** The seed of all lots; nobody is told it before the count. */
  readonly seed: string;
  readonly seedCommitment: string;
  /** Until when the provisional result can be complained about; known when it is counted. */
  readonly complaintsUntil: Date | undefined;
  readonly announcedAt: Date | undefined;
  readonly declaredAt: Date | undefined;
  readonly version: number;
};

/** What can be done about an election. The last six are done by the platform at the stated instants. */
export type ElectionAction =
  | 'EDIT'
  | 'EDIT_CONTESTS'
  | 'ANNOUNCE'
  | 'REGISTER_KEY'
  | 'NOMINATE'
  | 'PUBLISH_CANDIDATES'
  | 'VOTE'
  | 'OPEN_BALLOTS'
  | 'COMPLAIN'
  | 'RULE_ON_COMPLAINTS'
  | 'DECLARE'
  | 'SUSPEND'
  | 'RESUME'
  | 'VOID'
  | 'PLAN_BY_ELECTION'
  | PlatformAction;

/** What the platform does by itself. */
export type PlatformAction =
  | 'CLOSE_NOMINATIONS'
  | 'OPEN_CAMPAIGN'
  | 'OPEN_VOTING'
  | 'CLOSE_VOTING'
  | 'MARK_COUNTED'
  | 'RECOUNT';

/** Every state an election can be halted in and go back to, in their order. */
export const liveStates = [
  'PLANNED',
  'NOMINATIONS',
  'SCREENING',
  'CANDIDATES_PUBLISHED',
  'CAMPAIGN',
  'VOTING',
  'CLOSED',
  'PROVISIONAL',
] as const satisfies readonly LiveStatus[];

const beforeVoting = ['PLANNED', 'NOMINATIONS', 'SCREENING', 'CANDIDATES_PUBLISHED', 'CAMPAIGN'] as const;
const underComplaint = [
  'NOMINATIONS',
  'SCREENING',
  'CANDIDATES_PUBLISHED',
  'CAMPAIGN',
  'VOTING',
  'CLOSED',
  'PROVISIONAL',
] as const;

/** The life of an election. Guards are about time alone; what else must hold is asked by the step itself. */
export const electionLifecycle = defineLifecycle<Election, ElectionStatus, ElectionAction>(
  {
    name: 'Election',
    initial: ['PLANNED'],
    states: [...liveStates, 'DECLARED', 'SUSPENDED', 'VOIDED'],
    transitions: {
      EDIT: { from: beforeVoting, to: beforeVoting },
      EDIT_CONTESTS: { from: ['PLANNED'], to: ['PLANNED'] },
      ANNOUNCE: { from: ['PLANNED'], to: ['NOMINATIONS'] },
      REGISTER_KEY: { from: beforeVoting, to: beforeVoting, guard: (election, now) => now < election.votingOpensAt },
      NOMINATE: {
        from: ['NOMINATIONS'],
        to: ['NOMINATIONS'],
        guard: (election, now) => now >= election.nominationsOpenAt && now < election.nominationsCloseAt,
      },
      CLOSE_NOMINATIONS: {
        from: ['NOMINATIONS'],
        to: ['SCREENING'],
        guard: (election, now) => now >= election.nominationsCloseAt,
      },
      PUBLISH_CANDIDATES: {
        from: ['SCREENING'],
        to: ['CANDIDATES_PUBLISHED', 'CAMPAIGN'],
        guard: (election, now) => now < election.votingOpensAt,
      },
      OPEN_CAMPAIGN: {
        from: ['CANDIDATES_PUBLISHED'],
        to: ['CAMPAIGN'],
        guard: (election, now) => now >= election.campaignOpensAt,
      },
      OPEN_VOTING: {
        from: ['CAMPAIGN'],
        to: ['VOTING'],
        guard: (election, now) => now >= election.votingOpensAt && now < election.votingClosesAt,
      },
      VOTE: { from: ['VOTING'], to: ['VOTING'], guard: (election, now) => now < election.votingClosesAt },
      CLOSE_VOTING: { from: ['VOTING'], to: ['CLOSED'], guard: (election, now) => now >= election.votingClosesAt },
      OPEN_BALLOTS: { from: ['CLOSED'], to: ['CLOSED'] },
      MARK_COUNTED: { from: ['CLOSED'], to: ['PROVISIONAL'] },
      RECOUNT: { from: ['PROVISIONAL'], to: ['PROVISIONAL'] },
      COMPLAIN: { from: underComplaint, to: underComplaint, guard: canStillComplain },
      RULE_ON_COMPLAINTS: { from: underComplaint, to: underComplaint },
      DECLARE: { from: ['PROVISIONAL'], to: ['DECLARED'], guard: (election, now) => !canStillComplain(election, now) },
      SUSPEND: { from: liveStates, to: ['SUSPENDED'] },
      RESUME: { from: ['SUSPENDED'], to: liveStates },
      VOID: { from: [...liveStates, 'SUSPENDED'], to: ['VOIDED'] },
      PLAN_BY_ELECTION: { from: ['DECLARED', 'VOIDED'], to: ['DECLARED', 'VOIDED'] },
    },
  },
  ({ status }) => status,
);

/** Whether the time for complaints is not over; before the count there is no end of it. */
function canStillComplain({ complaintsUntil }: Election, now: Date): boolean {
  return complaintsUntil === undefined || now <= complaintsUntil;
}

/** The seed of all lots, once the ballots are counted: nobody can aim at it then. */
export function revealedSeed({ seed, complaintsUntil }: Election): string | undefined {
  return complaintsUntil === undefined ? undefined : seed;
}

/** What somebody has to do with an election that bears on their rights over it. */
export type ElectionStanding = {
  /** Whether they stand in it, or nominated or were nominated in it. */
  readonly isParty: boolean;
  /** Whether they elect in a contest of it: on its roll, or before that is frozen one of those who would be. */
  readonly isElector: boolean;
  /** Whether they are on a roll of it and have not voted there. */
  readonly hasBallotLeft: boolean;
};

/** Nothing at all. */
export const noStanding: ElectionStanding = { isParty: false, isElector: false, hasBallotLeft: false };

/** What waits for a decision before an election can go on. */
export type OpenMatters = {
  /** Who agreed to stand and is not screened. */
  readonly unscreened: number;
  /** Who was refused and can still appeal: a paper that is published leaves no room for them. */
  readonly appealable: number;
  readonly openAppeals: number;
  readonly openComplaints: number;
};

/** Nothing waits. */
export const noOpenMatters: OpenMatters = { unscreened: 0, appealable: 0, openAppeals: 0, openComplaints: 0 };

/** Whether what waits for a decision keeps an election from a step. */
export function isHeldBy(matters: OpenMatters, action: ElectionAction): boolean {
  const { unscreened, appealable, openAppeals, openComplaints } = matters;
  if (action === 'PUBLISH_CANDIDATES') return unscreened + appealable + openAppeals > 0;
  return action === 'DECLARE' && openAppeals + openComplaints > 0;
}
