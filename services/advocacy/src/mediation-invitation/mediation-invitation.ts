/*
 * An invitation to a side of a mediation that is known by name alone: a secret code that whoever it is handed to signs in
 * with. Life: made when the parties are invited, void once it was used, replaced or too late. Only a digest is stored.
 */
import type { Id, IdSource } from '@guildhall/kernel';
import type { MediationPartyKind } from '../mediation/mediation.js';
import { codeFrom, readCode } from '../receipt/receipt.js';
import type { Vault } from '../sealing/sealing.js';

/** What whoever holds a code may know before joining: no name and no word of the matter. */
export type MediationInvitation = {
  readonly kind: MediationPartyKind;
  readonly ruleVersion: number;
  readonly invitedUntil: Date;
};

/** A code that was just made, for the side it belongs to; it cannot be read again. */
export type MadeInvitation = { readonly partyId: Id<'MediationParty'>; readonly code: string };

/** A new code of 100 random bits, for who holds no key to guess one from. */
export function newInvitationCode(vault: Vault, ids: IdSource): string {
  return codeFrom(vault.digest({ newMediationInvitation: ids.random() }));
}

/** What is stored of a code, however it was typed. */
export function digestOfCode(vault: Vault, code: string): string {
  return vault.digest({ mediationInvitation: readCode(code) });
}
