/**
 * What a voter wants to do in one contest of a ballot paper: rank some of those who stand, cast a blank ballot, or leave the
 * contest out for now. Ranking is kept while something else is chosen instead, so that a change of mind costs nothing.
 */
export type Choice = {
  /** Ids of candidates, the first preference first. */
  readonly ranking: readonly string[];
  /** What is done instead of ranking. */
  readonly instead?: 'BLANK' | 'SKIPPED';
};

/** How far a choice is: nothing said yet, ranked, blank on purpose, or left out on purpose. */
export type ChoiceState = 'UNDECIDED' | 'RANKED' | 'BLANK' | 'SKIPPED';

/** One press of the voter. */
export type ChoiceAction =
  | { readonly kind: 'ADD' | 'REMOVE' | 'UP' | 'DOWN'; readonly candidateId: string }
  | { readonly kind: 'CLEAR' | 'BLANK' | 'SKIP' | 'RANK' };

/** The choices of a ballot paper by the id of their contest. */
export type Choices = Readonly<Record<string, Choice>>;

/** A ballot as it is sealed; no preference at all is a blank one. */
export type Ballot = { readonly contestId: string; readonly preferences: readonly string[] };

/** The choice that every contest begins with. */
export const noChoice: Choice = { ranking: [] };

/**
 * The choice after a press. Whoever does not stand in the contest is never ranked and nobody is ranked twice; a press that
 * means nothing, such as moving the first one up, changes nothing.
 */
export function choose(choice: Choice, action: ChoiceAction, standing: readonly string[]): Choice {
  const { ranking } = choice;
  if (!('candidateId' in action)) return instead[action.kind](ranking);
  const { kind, candidateId } = action;
  const place = ranking.indexOf(candidateId);
  switch (kind) {
    case 'ADD':
      return place === -1 && standing.includes(candidateId) ? { ranking: [...ranking, candidateId] } : choice;
    case 'REMOVE':
      return place === -1 ? choice : { ...choice, ranking: ranking.toSpliced(place, 1) };
    case 'UP':
      return swap(choice, place - 1);
    case 'DOWN':
      return swap(choice, place);
  }
}

/** What becomes of a ranking when the contest as a whole is decided on. */
const instead = {
  CLEAR: (): Choice => noChoice,
  BLANK: (ranking: readonly string[]): Choice => ({ ranking, instead: 'BLANK' }),
  SKIP: (ranking: readonly string[]): Choice => ({ ranking, instead: 'SKIPPED' }),
  RANK: (ranking: readonly string[]): Choice => ({ ranking }),
};

/** Exchanges the preference at a place, from 0, with the next one. */
function swap(choice: Choice, place: number): Choice {
  const { ranking } = choice;
  const [upper, lower] = [ranking[place], ranking[place + 1]];
  if (place < 0 || upper === undefined || lower === undefined) return choice;
  return { ...choice, ranking: [...ranking.slice(0, place), lower, upper, ...ranking.slice(place + 2)] };
}

/** How far a choice is. */
export function stateOf({ ranking, instead }: Choice): ChoiceState {
  return instead ?? (ranking.length > 0 ? 'RANKED' : 'UNDECIDED');
}

/** What a voter said about a contest so far. */
export function choiceIn(choices: Choices, contestId: string): Choice {
  return choices[contestId] ?? noChoice;
}

/** The ballots to cast, in the order of the contests: a contest that is left out or undecided has none. */
export function ballotsOf(choices: Choices, contestIds: readonly string[]): readonly Ballot[] {
  return contestIds.flatMap((contestId) => {
    const choice = choiceIn(choices, contestId);
    const state = stateOf(choice);
    if (state === 'UNDECIDED' || state === 'SKIPPED') return [];
    return [{ contestId, preferences: state === 'BLANK' ? [] : choice.ranking }];
  });
}
