/*
 * A rating: how useful one member found a resource that another wrote, and why.
 * Life: given once per member and resource, changed or taken back at any time. Owner: learning.
 */
import { FieldChecks, type Id, type Result, type ValidationError } from '@guildhall/kernel';
import type { ResourceId } from '../resource/resource.js';

/** Why a resource is rated as it is. */
export const ratingReasons = [
  'CLEAR',
  'USEFUL',
  'COMPLETE',
  'OUT_OF_DATE',
  'MISTAKES',
  'HARD_TO_FOLLOW',
  'OTHER',
] as const;

/** Why a resource is rated as it is. */
export type RatingReason = (typeof ratingReasons)[number];

/** From so many raters on the average and the distribution are shown: fewer would tell who gave what. */
export const ratersMin = 5;

/** What a member says about a resource. */
export type RatingContent = {
  /** 1 to 5. */
  readonly stars: number;
  readonly reason: RatingReason;
  readonly words: string | undefined;
};

/** A rating as stored. */
export type Rating = RatingContent & {
  readonly id: Id<'ResourceRating'>;
  readonly resourceId: ResourceId;
  readonly authorId: Id<'Member'>;
  readonly memberId: Id<'Member'>;
  readonly ratedAt: Date;
};

/** Checks a rating; another reason than the listed ones needs words. */
export function checkRating({ stars, reason, words }: RatingContent): Result<RatingContent, ValidationError> {
  const said = words?.trim() ?? '';
  return new FieldChecks()
    .whole('stars', stars, { min: 1, max: 5 })
    .text('words', said, { min: reason === 'OTHER' ? 1 : 0, max: 500 })
    .finish({ stars, reason, words: said === '' ? undefined : said });
}

/** How many ratings of a resource there are of each number of stars and reason. */
export type RatingCount = {
  readonly resourceId: ResourceId;
  readonly stars: number;
  readonly reason: RatingReason;
  readonly count: number;
};

/** What everybody may know of the ratings of one resource. */
export type RatingSummary = {
  readonly average: number;
  readonly raters: number;
  readonly stars: readonly { readonly stars: number; readonly count: number }[];
  readonly reasons: readonly { readonly reason: RatingReason; readonly count: number }[];
};

/** The summary of one resource's ratings; nothing with fewer than five raters. The average has one decimal place. */
export function summarise(counts: readonly RatingCount[]): RatingSummary | undefined {
  const raters = sum(counts);
  if (raters < ratersMin) return undefined;
  const total = counts.reduce((stars, one) => stars + one.stars * one.count, 0);
  return {
    average: Math.round((total / raters) * 10) / 10,
    raters,
    stars: [5, 4, 3, 2, 1].map((stars) => ({ stars, count: sum(counts.filter((one) => one.stars === stars)) })),
    reasons: ratingReasons
      .map((reason) => ({ reason, count: sum(counts.filter((one) => one.reason === reason)) }))
      .filter(({ count }) => count > 0),
  };
}

function sum(counts: readonly RatingCount[]): number {
  return counts.reduce((all, { count }) => all + count, 0);
}
