/*
 * Turnout by faculty, told with disclosure control: no figure stands for fewer people than the rules say, neither by itself
 * nor as what is left when the others are taken from the total, which everybody knows (domain 1.4.1, machine K).
 */

/** Turnout of a part of the electorate. */
export type TurnoutPart = { readonly faculty: string; readonly electorate: number; readonly cast: number };

/**
 * The parts that can be told, the largest first. Who voted, who did not, and who was on the roll must each be at least
 * `partFrom` people, in every part that is told and in all that are left out together; where only one part would be
 * left out, the smallest of the others is left out with it.
 */
export function toldParts(parts: readonly TurnoutPart[], partFrom: number): readonly TurnoutPart[] {
  const isSafe = ({ cast, electorate }: Omit<TurnoutPart, 'faculty'>): boolean =>
    cast >= partFrom && electorate - cast >= partFrom;
  const isTold = (part: TurnoutPart): boolean => part.faculty !== '' && isSafe(part);
  const told = parts.filter(isTold).toSorted((a, b) => b.electorate - a.electorate || (a.faculty < b.faculty ? -1 : 1));
  const hidden = parts.filter((part) => !isTold(part));
  while (told.length > 0 && hidden.length > 0 && (hidden.length === 1 || !isSafe(sumOf(hidden)))) {
    const smallest = told.pop();
    if (smallest !== undefined) hidden.push(smallest);
  }
  return told;
}

function sumOf(parts: readonly TurnoutPart[]): Omit<TurnoutPart, 'faculty'> {
  return parts.reduce(
    (sum, { electorate, cast }) => ({ electorate: sum.electorate + electorate, cast: sum.cast + cast }),
    { electorate: 0, cast: 0 },
  );
}
