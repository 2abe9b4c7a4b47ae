/*
 * How this service keeps words and names unreadable to anybody but whom they are for: sealed texts, pseudonyms, blind
 * indexes. Life: sealed when written, opened for one viewer at a time, gone when the data key of the case is destroyed.
 */
import type { Id } from '@guildhall/kernel';

/** What stands for a member in this service's tables: an HMAC of the member's id that only this service can make. */
export type Pseudonym = string & { readonly __kind: 'Pseudonym' };

/** A case's own key, wrapped by the master key that `keyId` names. */
export type WrappedKey = { readonly keyId: string; readonly dataKey: Uint8Array };

/** Where a sealed text belongs; it cannot be opened anywhere else. */
export type Place = { readonly caseId: Id<'Case'>; readonly place: string };

/** Who may read a sealed text: the student and the assigned worker, the department of its referral too, or that department alone. */
export type Layer = 'CASE' | 'RELEASED' | 'DEPARTMENT';

/** The only holder of the service's keys. */
export interface Vault {
  /** The pseudonym of a member. */
  pseudonym(memberId: Id<'Member'>): Pseudonym;
  /** A keyed name for any actor, for the ledger and for idempotency records. */
  alias(actorKey: string): string;
  /** The same value for two spellings that {@link normaliseName} makes equal; tells nothing without the key. */
  nameIndex(name: string): string;
  /** A keyed digest of any value, so that nobody can test a guess against it. */
  digest(value: unknown): string;
  /** A new random key for a case. */
  newKey(caseId: Id<'Case'>): WrappedKey;
  /** Encrypts a text for one place; equal texts give different results of equal size classes. */
  seal(key: WrappedKey, place: Place, text: string): Uint8Array;
  /** Decrypts a text of this place. Throws when the key, the place or the content is not the one it was sealed with. */
  open(key: WrappedKey, place: Place, content: Uint8Array): string;
}

/** A name without case, accents, punctuation, spacing and the order of its parts. */
export function normaliseName(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== '')
    .sort()
    .join(' ');
}
