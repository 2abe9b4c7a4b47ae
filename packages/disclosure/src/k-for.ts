/**
 * Who will read a figure: people at their work for the union (an officer, an advice manager, a department's own staff),
 * an analyst who may combine many tables, or anybody.
 */
export type DisclosureAudience = 'OPERATIONAL' | 'ANALYST' | 'PUBLIC';

/**
 * The fewest distinct people a figure must stand for before this audience may see it: 5 for operational use, 10 for
 * analysts and the public, who see many cells at once and can compare them. The UK statistics office uses 10 for research outputs.
 */
export function kFor(audience: DisclosureAudience): number {
  return audience === 'OPERATIONAL' ? 5 : 10;
}
