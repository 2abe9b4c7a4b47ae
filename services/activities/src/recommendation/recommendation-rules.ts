/*
 * The numbers by which activities are recommended, as versioned data. They put what is listed into an order and are shown
 * to nobody: people read the reasons.
 */
import type { RecommendationReason } from './recommendation.js';

/** One version of the numbers. */
export type RecommendationRules = {
  readonly version: number;
  /** What each reason counts for. */
  readonly weights: Readonly<Record<RecommendationReason, number>>;
  /** What each further day until the start takes away. */
  readonly perDay: number;
  /** A seat that is still free this many days before the start is worth telling. */
  readonly soonDays: number;
  /** How far ahead recommendations look, in days. */
  readonly aheadDays: number;
  /** How far back they look at where somebody took part, in days. */
  readonly backDays: number;
  /** How many activities are looked at, the soonest first. */
  readonly candidatesMax: number;
};

/** The numbers in force. A group somebody joined says most; a free seat alone says too little to recommend anything. */
export const recommendationRules: RecommendationRules = {
  version: 1,
  weights: { GROUP_MEMBER: 40, ATTENDED_ALIKE: 25, LANGUAGE: 10, FREE_SEATS_SOON: 5 },
  perDay: 0.5,
  soonDays: 7,
  aheadDays: 42,
  backDays: 366,
  candidatesMax: 300,
};
