import { hasAppointment, type Actor } from '@guildhall/kernel';
import type { Election } from './election.js';

/**
 * Which elections an actor may see; the repository turns this into SQL. From the announcement on everybody sees them; plans
 * are seen by who runs elections and by the election's second trustee.
 */
export type ElectionScope = { readonly plans: boolean; readonly trustee: string | undefined };

/** What the repository asks for on behalf of an actor. */
export function visibleElections(actor: Actor): ElectionScope {
  return {
    plans: actor.kind === 'system' || hasAppointment(actor, 'RETURNING_OFFICER'),
    trustee: actor.kind === 'person' ? actor.subject : undefined,
  };
}

/** Whether the actor is who holds the second key of the ballots of this election. */
export function isSecondTrustee(actor: Actor, { secondTrustee }: Pick<Election, 'secondTrustee'>): boolean {
  return actor.kind === 'person' && actor.subject === secondTrustee;
}
