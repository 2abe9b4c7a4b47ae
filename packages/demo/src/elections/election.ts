import type { Id } from '@guildhall/kernel';

/** What a candidate says to voters in one language. */
export type DemoStatement = { readonly language: 'en' | 'zh-CN'; readonly text: string };

/** Somebody who is nominated or stands; or, without a member, the choice to re-open nominations. */
export type DemoCandidate = {
  readonly id: Id<'Candidate'>;
  readonly memberId?: Id<'Member'>;
  readonly name: string;
  readonly answer: 'NOMINATED' | 'CONSENTED' | 'STANDING';
  readonly statements: readonly DemoStatement[];
  /** Who nominated the candidate; never the candidate. */
  readonly nominators: readonly Id<'Member'>[];
};

/** Who a voter ranked, first preference first; empty for a blank ballot. */
export type DemoPreferences = readonly Id<'Candidate'>[];

/** What is elected, who stands, who could vote and did, and what was voted. Nothing ties a voter to a ballot. */
export type DemoContest = {
  readonly id: Id<'Contest'>;
  readonly positionId: Id<'Position'>;
  readonly seats: number;
  readonly mandatesEndAt: Date;
  /** Those who stand or may come to stand, re-opening nominations last. */
  readonly candidates: readonly DemoCandidate[];
  /** Empty until voting opens. */
  readonly roll: readonly Id<'Member'>[];
  readonly voters: readonly Id<'Member'>[];
  /** As many as voters. */
  readonly ballots: readonly DemoPreferences[];
};

/** When what is or was to happen. */
export type DemoSchedule = {
  readonly nominationsOpenAt: Date;
  readonly nominationsCloseAt: Date;
  readonly campaignOpensAt: Date;
  readonly votingOpensAt: Date;
  readonly votingClosesAt: Date;
  /** When the ballots were counted; nothing where they are not. */
  readonly countedAt?: Date;
  readonly mandatesStartAt: Date;
};

/** A complaint about an election; without a ruling it waits for one. */
export type DemoElectionComplaint = {
  readonly id: Id<'ElectionComplaint'>;
  readonly byId: Id<'Member'>;
  readonly text: string;
  readonly madeAt: Date;
  readonly dismissedBecause?: string;
};

/** An election of the demo union. */
export type DemoElection = {
  readonly id: Id<'Election'>;
  readonly title: string;
  readonly groupId?: Id<'Group'>;
  readonly status: 'NOMINATIONS' | 'VOTING' | 'PROVISIONAL' | 'DECLARED';
  readonly schedule: DemoSchedule;
  readonly campaignRules: string;
  readonly returningOfficer: string;
  readonly secondTrustee: string;
  /** Decides what votes cannot: 32 bytes in hexadecimal digits. */
  readonly seed: string;
  readonly plannedAt: Date;
  readonly declaredAt?: Date;
  readonly contests: readonly DemoContest[];
  readonly complaints: readonly DemoElectionComplaint[];
};
