/*
 * The numbers that credentials and links follow. A new set gets a new version: a credential keeps what it was promised.
 * Life: changed with the code. Owner: learning.
 */

/** The rules in force. */
export const credentialRules = {
  version: 1,
  /** How long evidence may be mended before a suspended credential is revoked. */
  correctionDays: 14,
  /** Places in one status list: 16 KiB of bits, so that a place hides among many (Bitstring Status List 1.0, section 6.1). */
  listLength: 131_072,
  /** A list is left when half its places are taken, so that a free one is found at once by chance. */
  listFill: 65_536,
} as const;

const dayMs = 86_400_000;

/** When a credential that was suspended then is revoked unless its evidence came back. */
export function revokedAt(suspendedAt: Date): Date {
  return new Date(suspendedAt.getTime() + credentialRules.correctionDays * dayMs);
}

/** When a credential issued then ends, if it does. */
export function credentialEnds(issuedAt: Date, validDays: number | undefined): Date | undefined {
  return validDays === undefined ? undefined : new Date(issuedAt.getTime() + validDays * dayMs);
}
