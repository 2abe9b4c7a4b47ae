/*
 * The numbers of the organising team. They bound what one activity can hold and have no deadline behind them, so that
 * rows need not keep the version they were made under.
 */

/** One version of the numbers. */
export type TeamRules = {
  readonly version: number;
  /** How many can be on the team of one activity or be asked to. */
  readonly teamMax: number;
};

/** Version 1: our choice; a festival has a crew of dozens. */
export const currentTeamRules: TeamRules = { version: 1, teamMax: 60 };
