/*
 * The numbers by which elections are run, as versioned data. An election keeps the version it was planned under, so that
 * nothing changes for those who were told of it.
 */
import { addWorkingDays, type PositionKind } from '@guildhall/kernel';

/** One version of the numbers. */
export type ElectionRules = {
  readonly version: number;
  /** How many members must nominate a candidate besides the candidate, by the kind of position. */
  readonly nominatorsByKind: Readonly<Record<PositionKind, number>>;
  /** Working days to complain about a provisional result. */
  readonly complaintDays: number;
  /** Working days to appeal against being refused or taken out. */
  readonly appealDays: number;
  /** From how many ballots on a contest publishes them. */
  readonly publishedFrom: number;
  /** From how many people on turnout is told of a part of the electorate. */
  readonly partFrom: number;
  /** Characters of a candidate's statement in one language. */
  readonly statementMax: number;
  /** How many contests an election has at most. */
  readonly contestsMax: number;
  /** The shortest and the longest time of voting, in milliseconds. */
  readonly votingMinMs: number;
  readonly votingMaxMs: number;
};

/** Version 1: machine K for the time of complaints and the smallest part; the rest is our choice. */
const version1: ElectionRules = {
  version: 1,
  nominatorsByKind: {
    PRESIDENT: 2,
    TREASURER: 2,
    SECRETARY: 2,
    OFFICER: 2,
    WELFARE_LEAD: 2,
    UNION_OFFICER: 5,
    COURSE_REP: 2,
  },
  complaintDays: 3,
  appealDays: 2,
  publishedFrom: 10,
  partFrom: 10,
  statementMax: 2000,
  contestsMax: 50,
  votingMinMs: 3_600_000,
  votingMaxMs: 14 * 86_400_000,
};

const versions: ReadonlyMap<number, ElectionRules> = new Map([[version1.version, version1]]);

/** The version that new elections are planned under. */
export const currentElectionRules: ElectionRules = version1;

/** The numbers of one version; throws for a version that never was, because a stored election always has one. */
export function electionRulesOf({ rulesVersion }: { readonly rulesVersion: number }): ElectionRules {
  const rules = versions.get(rulesVersion);
  if (rules === undefined) throw new Error(`there are no rules of elections of version ${rulesVersion}`);
  return rules;
}

/** The last instant of the working day, Monday to Friday on campus, on which so many of them have passed since `start`. */
export function afterWorkingDays(start: Date, days: number, zone: string): Date {
  return addWorkingDays(start, days, { zone, workingWeekdays: [1, 2, 3, 4, 5], holidays: [], closures: [] });
}
