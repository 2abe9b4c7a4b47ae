/** The jobs of sealed ballots. */
export const ballotTasks = { openBallots: 'open-ballots' } as const;
