/*
 * The two keys that the ballots of an election are sealed with. Each trustee makes one on a device of their own and gives its
 * public half before voting; both private halves are needed to open a ballot, and are handed in after the close. Owner: membership.
 */
import type { Actor } from '@guildhall/kernel';
import type { Election, ElectionId } from '../election/election.js';
import { isSecondTrustee } from '../election/election-scope.js';

/** Which of the two trustees. */
export type TrusteeRole = 'RETURNING_OFFICER' | 'SECOND';

/** The trustees in the order in which a ballot is sealed. */
export const trusteeRoles = ['RETURNING_OFFICER', 'SECOND'] as const satisfies readonly TrusteeRole[];

/** A trustee's key as stored. */
export type TrusteeKey = {
  readonly electionId: ElectionId;
  readonly role: TrusteeRole;
  /** Who gave it, as `actorKey` names them; one person never holds both. */
  readonly holder: string;
  readonly publicKey: string;
  /** The private half, sealed with the other trustee's public one: where it waits, it opens nothing. */
  readonly sealedPrivateKey: string | undefined;
  readonly hasOpened: boolean;
};

/** As which of the two trustees somebody acts who may act as one: the second by name, everybody else for the office. */
export const trusteeRoleOf = (actor: Actor, election: Election): TrusteeRole =>
  isSecondTrustee(actor, election) ? 'SECOND' : 'RETURNING_OFFICER';
