/** The sizes that hold for complaints about elections; our choice. */
export const electionComplaintRules = {
  version: 1,
  /** How many complaints one member can make about one election: enough for every contest of a usual one. */
  perMemberMax: 20,
  wordsMax: 4000,
  rulingMax: 2000,
} as const;
