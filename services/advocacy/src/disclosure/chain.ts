import type { Reading } from './disclosure.js';

/** One link as it is stored: the commitment hides the facts behind a salt, the hash covers the link and the one before it. */
export type Link = { readonly salt: Uint8Array; readonly commitment: Uint8Array; readonly hash: Uint8Array };

/** What of a stored link must agree; without a salt the facts were erased and only the chain is checked. */
export type StoredLink = {
  readonly salt: Uint8Array | undefined;
  readonly commitment: Uint8Array;
  readonly hash: Uint8Array;
  readonly reading: Reading | undefined;
};

/** Makes and checks the links of the ledger's chains. */
export interface Chain {
  /** The text of a reading's facts, as it is committed to. */
  facts(reading: Reading): string;
  /** The link of a reading after the hash of the link before it; the first one follows nothing. */
  link(reading: Reading, previous: Uint8Array | undefined): Link;
  /** Whether the links, in order from the first, are those that were written. */
  isIntact(links: readonly StoredLink[]): boolean;
}
