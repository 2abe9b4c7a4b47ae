/*
 * Why a mentor might suit somebody: reasons in words, never a score, and nothing about who either of them is.
 */
import { currentMentorRules } from './mentor-rules.js';
import type { MentorOffer } from './mentor-offer.js';

/** One reason that speaks for a mentor. */
export type MentorReason = {
  readonly kind: 'TOPIC' | 'COURSE' | 'SAME_PROGRAMME' | 'LANGUAGE';
  readonly about: string | undefined;
};

/** What is known of whoever looks for a mentor: what they named, and the study groups in which they have a seat. */
export type Seeker = {
  readonly topics: readonly string[];
  readonly courses: readonly string[];
  readonly languages: readonly string[];
};

/** An offer with whether its mentor studies what the seeker studies. */
export type SuitedOffer = { readonly offer: MentorOffer; readonly isSameProgramme: boolean };

const folded = (text: string): string => text.trim().toLowerCase();
const primary = (tag: string): string => folded(tag).split('-')[0] ?? '';

/** The reasons that speak for a mentor; none when nothing does. */
export function reasonsFor({ offer, isSameProgramme }: SuitedOffer, seeker: Seeker): readonly MentorReason[] {
  const matching = (offered: readonly string[], asked: readonly string[], fold: (text: string) => string) => {
    const wanted = new Set(asked.map(fold));
    return offered.filter((text) => wanted.has(fold(text)));
  };
  return [
    ...matching(offer.topics, seeker.topics, folded).map((about) => ({ kind: 'TOPIC', about }) as const),
    ...matching(offer.courses, seeker.courses, folded).map((about) => ({ kind: 'COURSE', about }) as const),
    ...(isSameProgramme ? [{ kind: 'SAME_PROGRAMME', about: undefined } as const] : []),
    ...matching(offer.languages, seeker.languages, primary).map((about) => ({ kind: 'LANGUAGE', about }) as const),
  ];
}

/**
 * The mentors to suggest. Whoever has something in common beyond a language comes first; a language alone is no reason to
 * suggest somebody. Those with as many kinds of reasons follow each other as they offered, longest waiting first.
 */
export function suggestMentors(offers: readonly SuitedOffer[], seeker: Seeker): readonly MentorOffer[] {
  return offers
    .map((suited) => ({ ...suited, kinds: new Set(reasonsFor(suited, seeker).map(({ kind }) => kind)) }))
    .filter(({ kinds }) => [...kinds].some((kind) => kind !== 'LANGUAGE'))
    .sort(
      (one, other) =>
        other.kinds.size - one.kinds.size ||
        one.offer.offeredAt.getTime() - other.offer.offeredAt.getTime() ||
        (one.offer.id < other.offer.id ? -1 : 1),
    )
    .slice(0, currentMentorRules.suggestionsMax)
    .map(({ offer }) => offer);
}
