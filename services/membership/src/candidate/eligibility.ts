/*
 * Who may be nominated and stand, as data: what must hold, in which order it is told, and what no appeal can mend.
 */

/** What of a member decides whether they may stand in a contest. */
export type Eligibility = {
  /** Whether they are an active member of the contest's electorate. */
  readonly isElector: boolean;
  /** Whether they run elections. */
  readonly isReturningOfficer: boolean;
  readonly nominationCount: number;
  readonly nominationsNeeded: number;
};

/** A rule that is not met, in words for who decides. `isFinal` when no appeal gets around it. */
export type Ineligibility = { readonly message: string; readonly isFinal: boolean };

const rules: readonly (Ineligibility & { readonly isMet: (facts: Eligibility) => boolean })[] = [
  {
    isMet: ({ isReturningOfficer }) => !isReturningOfficer,
    message: 'Nobody stands in an election who runs elections.',
    isFinal: true,
  },
  {
    isMet: ({ isElector }) => isElector,
    message: 'This person is not an active member of those who elect.',
    isFinal: true,
  },
  {
    isMet: ({ nominationCount, nominationsNeeded }) => nominationCount >= nominationsNeeded,
    message: 'This person was not nominated by as many members as are needed.',
    isFinal: false,
  },
];

/** The rules that somebody does not meet, the weightiest first. */
export function ineligibilities(facts: Eligibility): readonly Ineligibility[] {
  return rules.filter(({ isMet }) => !isMet(facts)).map(({ message, isFinal }) => ({ message, isFinal }));
}

/** Why somebody cannot even be nominated; how many nominate them shows later. */
export function unfitToBeNominated(facts: Pick<Eligibility, 'isElector' | 'isReturningOfficer'>): string | undefined {
  return ineligibilities({ ...facts, nominationCount: 0, nominationsNeeded: 0 })[0]?.message;
}
