import { isMember, type Actor } from '@guildhall/kernel';
import type { RecommendationChoice } from './recommendation.js';

/** Who may do what about recommendations. */
export const recommendationPolicy = {
  /** Members choose for themselves. */
  canChange: (actor: Actor, { memberId }: RecommendationChoice): boolean => isMember(actor, memberId),
};
