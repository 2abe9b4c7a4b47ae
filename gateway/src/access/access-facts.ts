import type { Caller } from '@guildhall/service-identity';
import type { Requirement } from './access-rules.js';

/** Decides one `@policy` by facts of the token. It must answer at once and must not throw; names it does not know are denied. */
export type DecidePolicy = (name: string, caller: Caller) => boolean;

/** What the gateway knows of a caller from the token alone; no role is among it, roles are dated mandates of the services. */
export type AccessFacts = {
  readonly isAuthenticated: boolean;
  readonly holdsScope: (name: string) => boolean;
  readonly holdsPolicy: (name: string) => boolean;
};

/**
 * The policies of this graph. Each is a plain fact of the token: `person` and `machine` say whose token it is. What a person may do is
 * decided by the policies of the services and never here.
 */
export const decideTokenPolicy: DecidePolicy = (name, caller) =>
  (name === 'person' || name === 'machine') && caller.kind === name;

/** The facts of one request; policies are only asked when a field needs them. */
export function factsOf(caller: Caller, decide: DecidePolicy): AccessFacts {
  return {
    isAuthenticated: caller.kind === 'person' || caller.kind === 'machine',
    holdsScope: (name) => 'scopes' in caller && caller.scopes.includes(name),
    holdsPolicy: (name) => decide(name, caller),
  };
}

/** Whether the facts meet one requirement. */
export function meets(requirement: Requirement, facts: AccessFacts): boolean {
  switch (requirement.kind) {
    case 'authenticated':
      return facts.isAuthenticated;
    case 'scopes':
      return requirement.anyOf.some((names) => names.every(facts.holdsScope));
    case 'policies':
      return requirement.anyOf.some((names) => names.every(facts.holdsPolicy));
  }
}
