import type { Choice, ChoiceAction } from './ballot-choice.js';

/** A button of the ballot paper: what it does and for whom. */
export type PaperButton = { readonly does: 'ADD' | 'REMOVE' | 'UP' | 'DOWN'; readonly candidateId: string };

/**
 * Where the focus goes after a press whose button may be gone: after adding to the next candidate to add, after taking out to
 * the one who took the place, after moving with whoever moved. Nowhere when the press left the buttons as they were.
 */
export function nextFocus(
  action: ChoiceAction,
  { before, after }: { readonly before: Choice; readonly after: Choice },
  standing: readonly string[],
): PaperButton | undefined {
  if (!('candidateId' in action)) return undefined;
  const { kind, candidateId } = action;
  if (kind === 'UP' || kind === 'DOWN') return { does: kind, candidateId };
  if (kind === 'ADD') {
    const left = standing.filter((id) => !after.ranking.includes(id));
    const next = left.find((id) => standing.indexOf(id) > standing.indexOf(candidateId)) ?? left[0];
    return next === undefined ? { does: 'REMOVE', candidateId } : { does: 'ADD', candidateId: next };
  }
  const place = before.ranking.indexOf(candidateId);
  const follower = after.ranking[place] ?? after.ranking.at(-1);
  return follower === undefined ? { does: 'ADD', candidateId } : { does: 'REMOVE', candidateId: follower };
}

/** The mark by which a button is found on the page. */
export function markOf({ does, candidateId }: PaperButton): string {
  return `${does}:${candidateId}`;
}
