import { isMember, memberOf, type Actor, type Id } from '@guildhall/kernel';

/** Whose credentials an actor may see; the repository turns this into SQL. */
export type CredentialScope = { readonly own: Id<'Member'> | undefined; readonly everything: boolean };

/** A credential is its holder's; others see it where the holder shows it. */
export function visibleCredentials(actor: Actor): CredentialScope {
  return { own: memberOf(actor), everything: actor.kind === 'system' };
}

/** Who may do what with credentials: nobody issues, suspends or revokes but the platform, which follows the facts. */
export const credentialPolicy = {
  /** One's own credentials, and nobody else's. */
  canRead: (actor: Actor, memberId: Id<'Member'>): boolean => isMember(actor, memberId),
  /** What one has earned is claimed by oneself or not at all. */
  canClaim: (actor: Actor): boolean => memberOf(actor) !== undefined,
};
