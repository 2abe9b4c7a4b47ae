/*
 * How far a member's evidence goes towards the achievements in use. Derived from the facts each time it is asked, so that a
 * correction needs no second word. Life: none of its own. Owner: learning.
 */
import type { Achievement } from '../achievement/achievement.js';
import { progressOf, type Criterion } from '../achievement/criterion.js';
import type { Evidence } from '../record/evidence.js';
import type { Credential } from './credential.js';

/** How far evidence goes towards one achievement. */
export type Prospect = {
  readonly achievement: Achievement;
  readonly criteria: readonly { readonly criterion: Criterion; readonly reached: number }[];
  readonly isEligible: boolean;
};

/** Every achievement that no living credential is for, those that can be claimed first, in the order given otherwise. */
export function prospectsOf(
  achievements: readonly Achievement[],
  { living, standing }: { readonly living: readonly Credential[]; readonly standing: readonly Evidence[] },
  now: Date,
): readonly Prospect[] {
  const held = new Set<string>(living.map(({ seriesId }) => seriesId));
  const prospects = achievements
    .filter(({ seriesId }) => !held.has(seriesId))
    .map((achievement): Prospect => {
      const criteria = achievement.criteria.map((criterion) => ({
        criterion,
        reached: progressOf(criterion, standing, now).reached,
      }));
      return {
        achievement,
        criteria,
        isEligible: criteria.every(({ criterion, reached }) => reached >= criterion.amount),
      };
    });
  return [...prospects.filter(({ isEligible }) => isEligible), ...prospects.filter(({ isEligible }) => !isEligible)];
}
