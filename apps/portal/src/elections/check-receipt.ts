import { verifyInclusion } from '@guildhall/client';
import type { BallotInclusionQuery } from '../generated/graphql.js';

/** An election with what the graph answered about a receipt. */
export type AskedElection = Pick<NonNullable<BallotInclusionQuery['election']>, 'status' | 'contests'>;

const over: readonly string[] = ['PROVISIONAL', 'DECLARED', 'VOIDED'];

/** What a receipt turned out to be worth. */
export type ReceiptFinding =
  /** The proof leads from the receipt to the published root of this contest. */
  | { readonly kind: 'INCLUDED'; readonly position: string; readonly size: number; readonly root: string }
  /** The platform answered with a proof that does not lead there: something is wrong with the platform. */
  | { readonly kind: 'FALSE_PROOF'; readonly position: string }
  /** No contest of the election holds such a ballot. */
  | { readonly kind: 'ABSENT' }
  /** No root is published yet. */
  | { readonly kind: 'TOO_EARLY' }
  /** The election is over without sealed ballots on this platform, so that there is nothing to prove. */
  | { readonly kind: 'NO_ROOT' };

/** Computes the root again from a receipt and the proofs that the graph gave, here on the device. */
export function checkReceipt(receipt: string, { status, contests }: AskedElection): ReceiptFinding {
  if (contests.every(({ ballotRoot }) => !ballotRoot)) return { kind: over.includes(status) ? 'NO_ROOT' : 'TOO_EARLY' };
  const found = contests.find(({ inclusionProof }) => inclusionProof);
  if (!found?.inclusionProof || !found.ballotRoot) return { kind: 'ABSENT' };
  const { inclusionProof: proof, ballotRoot: root, position } = found;
  return verifyInclusion(receipt, proof, root)
    ? { kind: 'INCLUDED', position: position.title, size: proof.size, root }
    : { kind: 'FALSE_PROOF', position: position.title };
}
