import type { ElectionId } from '../election/election.js';

/**
 * Holds both private keys of an election in the memory of this process from the moment the second is handed in until the
 * ballots are open. They are written nowhere: if the process ends, a trustee hands theirs in again.
 */
export interface KeyCustody {
  keep(electionId: ElectionId, privateKeys: readonly string[]): void;
  /** The keys in the order of sealing; nothing when this process does not hold them. */
  find(electionId: ElectionId): readonly string[] | undefined;
  forget(electionId: ElectionId): void;
}

/** A custody that holds nothing yet. */
export function createKeyCustody(): KeyCustody {
  const held = new Map<ElectionId, readonly string[]>();
  return {
    keep: (electionId, privateKeys) => void held.set(electionId, privateKeys),
    find: (electionId) => held.get(electionId),
    forget: (electionId) => void held.delete(electionId),
  };
}
