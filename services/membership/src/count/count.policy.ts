import type { Actor } from '@guildhall/kernel';

/** Whose counts an actor may read; the repository turns this into SQL. */
export type CountScope = { readonly everything: boolean };

/**
 * Everybody reads how a contest was counted, and nobody does before its election has a provisional result: while some contests are
 * counted and others are not, their figures are the platform's own business.
 */
export function visibleCounts(actor: Actor): CountScope {
  return { everything: actor.kind === 'system' };
}
