import type { KeyElection } from './KeysPage.js';

/** The public half that the viewer gave for an election; an empty text before. */
export function ownPublicKey({ trustees, ballotKeys }: KeyElection): string {
  const role = trustees.find(({ isViewer }) => isViewer)?.role;
  return ballotKeys.find(({ trustee }) => trustee === role)?.publicKey ?? '';
}
