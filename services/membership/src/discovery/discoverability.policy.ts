import { isMember, type Actor } from '@guildhall/kernel';
import type { Discoverability } from './discoverability.js';

/** Who may do what to a choice about being found. */
export const discoverabilityPolicy = {
  /** Members choose for themselves. */
  canChange: (actor: Actor, { memberId }: Discoverability): boolean => isMember(actor, memberId),
};
