/** The mutations of sealed ballots, whose expected failures ballot-outcomes.int.test.ts reaches. */
export const ballotMutationNames = ['castBallots', 'openBallots', 'registerTrusteeKey'] as const;
