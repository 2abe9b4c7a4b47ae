/**
 * Those who are on the ballot paper of a contest, out of all its candidates that the viewer may know of: everybody up to
 * re-opening nominations, which comes last. The viewer's own candidacy may follow it although it did not come as far; with it
 * a ballot would be sealed for another paper than everybody else's.
 */
export function paperOf<Each extends { readonly isReopen: boolean }>(candidates: readonly Each[]): readonly Each[] {
  return candidates.slice(0, candidates.findIndex(({ isReopen }) => isReopen) + 1);
}
