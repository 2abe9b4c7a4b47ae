/*
 * A wish to be in a small circle: with which interests, in which languages, when, and in how large a circle at most.
 * Life: stands until its member takes it back, is in a circle, or leaves a proposal unanswered. Owner: membership; it is
 * shown to nobody but its member.
 */
import { FieldChecks, type Result, type ValidationError } from '@guildhall/kernel';
import type { MemberId } from '../member/member.js';

const weekDays = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const;

/** A morning or an afternoon of the week. */
export type HalfDay = `${(typeof weekDays)[number]}_${'MORNING' | 'AFTERNOON'}`;

/** Every half day of the week, Monday morning first. */
export const halfDays: readonly HalfDay[] = weekDays.flatMap((day) => [`${day}_MORNING`, `${day}_AFTERNOON`] as const);

/** How many people a circle has; domain 1.3 F. */
export const circleSize = { min: 4, max: 6 } as const;

/** A wish as stored. */
export type CircleWish = {
  readonly memberId: MemberId;
  readonly interests: readonly string[];
  readonly languages: readonly string[];
  readonly halfDays: readonly HalfDay[];
  /** The largest circle that is liked, 4 to 6. */
  readonly sizeMax: number;
  readonly wishedAt: Date;
  /** In how many rounds nothing came of it; who waited longest comes first. */
  readonly roundsWaited: number;
};

/** What somebody wishes. */
export type CircleWishDraft = Pick<CircleWish, 'interests' | 'languages' | 'halfDays' | 'sizeMax'>;

/** What a profile says that a wish may be made of. */
export type Wishable = { readonly interests: readonly string[]; readonly languages: readonly string[] };

/** Checks a wish against the profile it is made of: nothing is matched on that the member did not say of themselves. */
export function wishForCircle(
  draft: CircleWishDraft,
  {
    profile,
    before,
    memberId,
    now,
  }: {
    readonly profile: Wishable;
    readonly before: CircleWish | undefined;
    readonly memberId: MemberId;
    readonly now: Date;
  },
): Result<CircleWish, ValidationError> {
  const checks = new FieldChecks()
    .that(draft.interests.length > 0, 'interests', 'REQUIRED', 'Choose at least one of your interests.')
    .that(draft.languages.length > 0, 'languages', 'REQUIRED', 'Choose at least one of your languages.')
    .that(draft.halfDays.length > 0, 'halfDays', 'REQUIRED', 'Choose at least one half day.')
    .whole('sizeMax', draft.sizeMax, circleSize);
  for (const field of ['interests', 'languages'] as const)
    draft[field].forEach((chosen, index) =>
      checks.that(
        profile[field].includes(chosen),
        `${field}.${index}`,
        'UNKNOWN',
        'Choose from what your profile says.',
      ),
    );
  return checks.finish({
    memberId,
    interests: [...new Set(draft.interests)],
    languages: [...new Set(draft.languages)],
    halfDays: [...new Set(draft.halfDays)],
    sizeMax: draft.sizeMax,
    wishedAt: before?.wishedAt ?? now,
    roundsWaited: before?.roundsWaited ?? 0,
  });
}
