/** The sizes that hold for candidacies, besides the numbers of the election's own rules. */
export type CandidateRules = {
  readonly version: number;
  /** In how many languages a candidate may write a statement. */
  readonly statementLanguagesMax: number;
  /** The longest reason of a decision, in characters. */
  readonly reasonMax: number;
  /** The longest appeal, in characters. */
  readonly appealMax: number;
};

/** Version 1; our choice. */
export const candidateRules: CandidateRules = {
  version: 1,
  statementLanguagesMax: 5,
  reasonMax: 1000,
  appealMax: 4000,
};
