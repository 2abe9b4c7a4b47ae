/*
 * How this service keeps words and names unreadable to anybody but whom they are for: sealed texts, pseudonyms, blind
 * indexes. Life: sealed when written, opened for one viewer at a time, gone when the data key of the case is destroyed.
 */
import type { Id } from '@guildhall/kernel';

/** What stands for a member in this service's tables: an HMAC of the member's id that only this service can make. */
export type Pseudonym = string & { readonly __kind: 'Pseudonym' };

/** The own key of a case or of another thing, wrapped by the master key that `keyId` names. */
export type WrappedKey = { readonly keyId: string; readonly dataKey: Uint8Array };

/** Where a sealed text belongs; it cannot be opened anywhere else. */
export type Place = { readonly caseId: Id<'Case'>; readonly place: string };

/** Where something sealed belongs that is no case's: the random id of its owner, whose key it is sealed with. */
export type OwnedPlace = { readonly ownerId: string; readonly place: string };

/**
 * Who may read a sealed text. CASE: the student and those who work on the case. RELEASED: the department of its referral
 * too. DEPARTMENT: that department alone. IDENTITY: the student, and the assigned worker while they opened it for a stated
 * purpose. INTERNAL: those who work on the case. PRIVATE: its author while they work on the case. SAFEGUARDING: those who
 * work on the case and the advice manager as the second person.
 */
export type Layer = 'CASE' | 'RELEASED' | 'DEPARTMENT' | 'IDENTITY' | 'INTERNAL' | 'PRIVATE' | 'SAFEGUARDING';

/** Layers of which the student never learns that they exist; readings of them are kept apart from the student's ledger. */
export const innerLayers: readonly Layer[] = ['INTERNAL', 'PRIVATE', 'SAFEGUARDING'];

/** For what an assigned worker may open the student's name and contact. */
export const identityPurposes = ['REACH_STUDENT', 'VERIFY_STUDENT', 'SAFEGUARDING', 'LEGAL_DUTY'] as const;

/** The purpose of one opening. */
export type IdentityPurpose = (typeof identityPurposes)[number];

/** The only holder of the service's keys. */
export interface Vault {
  /** The pseudonym of a member. */
  pseudonym(memberId: Id<'Member'>): Pseudonym;
  /** A keyed name for any actor, for the ledger and for idempotency records. */
  alias(actorKey: string): string;
  /** The same value for two spellings that {@link normaliseName} makes equal; tells nothing without the key. */
  nameIndex(name: string): string;
  /** What stands for the holder of a receipt code where a member's id would stand; nobody can make it without the code and the key. */
  receiptHolder(code: string): Id<'Member'>;
  /** A keyed digest of any value, so that nobody can test a guess against it. */
  digest(value: unknown): string;
  /** A new random key for a case, or for whatever else has words of its own; bound to its random id. */
  newKey(ownerId: string): Promise<WrappedKey>;
  /** The same key under the current master key; the words sealed with it stay as they are. */
  rewrap(key: WrappedKey, ownerId: string): Promise<WrappedKey>;
  /** The name of the master key that new keys are wrapped under now. */
  currentKeyId(): Promise<string>;
  /** Encrypts a text for one place; equal texts give different results of equal size classes. */
  seal(key: WrappedKey, place: Place | OwnedPlace, text: string): Promise<Uint8Array>;
  /** Decrypts a text of this place. Rejects when the key, the place or the content is not the one it was sealed with. */
  open(key: WrappedKey, place: Place | OwnedPlace, content: Uint8Array): Promise<string>;
  /** 32 bytes for one place that follow from the key of its case or owner, and are gone with it; for files and other streams. */
  deriveKey(key: WrappedKey, place: Place | OwnedPlace): Promise<Uint8Array>;
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
