/*
 * What a member offers as a mentor. There is one of each member.
 * Life: open, paused, taken back, and open again when they offer anew. Owner: learning.
 */
import {
  defineLifecycle,
  FieldChecks,
  ok,
  type Id,
  type IllegalTransitionError,
  type Result,
  type ValidationError,
} from '@guildhall/kernel';

/** The id of an offer to be a mentor. */
export type MentorOfferId = Id<'MentorOffer'>;

/** Where an offer stands. */
export type MentorOfferStatus = 'OPEN' | 'PAUSED' | 'WITHDRAWN';

/** What a mentor says. */
export type MentorOfferContent = {
  readonly topics: readonly string[];
  readonly courses: readonly string[];
  readonly languages: readonly string[];
  readonly about: string;
  readonly menteesMax: number;
};

/** An offer as stored. */
export type MentorOffer = MentorOfferContent & {
  readonly id: MentorOfferId;
  readonly memberId: Id<'Member'>;
  readonly status: MentorOfferStatus;
  readonly offeredAt: Date;
  readonly version: number;
};

/** What can happen to an offer. */
export type MentorOfferAction = 'ASK' | 'EDIT' | 'PAUSE' | 'RESUME' | 'WITHDRAW';

/** The life of an offer. */
export const mentorOfferLifecycle = defineLifecycle<MentorOffer, MentorOfferStatus, MentorOfferAction>(
  {
    name: 'MentorOffer',
    initial: ['OPEN'],
    states: ['OPEN', 'PAUSED', 'WITHDRAWN'],
    transitions: {
      ASK: { from: ['OPEN'], to: ['OPEN'] },
      EDIT: { from: ['OPEN', 'PAUSED', 'WITHDRAWN'], to: ['OPEN', 'PAUSED'] },
      PAUSE: { from: ['OPEN'], to: ['PAUSED'] },
      RESUME: { from: ['PAUSED'], to: ['OPEN'] },
      WITHDRAW: { from: ['OPEN', 'PAUSED'], to: ['WITHDRAWN'] },
    },
  },
  ({ status }) => status,
);

const languageTag = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}$/;

/** Checks what a mentor says; texts are trimmed and each is kept once. */
export function checkMentorOffer(content: MentorOfferContent): Result<MentorOfferContent, ValidationError> {
  const topics = unique(content.topics);
  const courses = unique(content.courses);
  const languages = unique(content.languages);
  const about = content.about.trim();
  return new FieldChecks()
    .that(topics.length > 0, 'topics', 'REQUIRED', 'Name at least one topic.')
    .textList('topics', topics, { max: 10, maxLength: 60 })
    .textList('courses', courses, { max: 10, maxLength: 80 })
    .that(languages.length > 0 && languages.length <= 6, 'languages', 'OUT_OF_RANGE', 'Name one to six languages.')
    .that(
      languages.every((tag) => languageTag.test(tag)),
      'languages',
      'BAD_FORMAT',
      'Use tags such as en or zh-Hans.',
    )
    .text('about', about, { min: 10, max: 1000 })
    .whole('menteesMax', content.menteesMax, { min: 1, max: 10 })
    .finish({ topics, courses, languages, about, menteesMax: content.menteesMax });
}

function unique(texts: readonly string[]): readonly string[] {
  return [
    ...new Map(
      texts
        .map((text) => text.trim())
        .filter(Boolean)
        .map((text) => [text.toLowerCase(), text]),
    ).values(),
  ];
}

/** Changes what is offered; one that was taken back is open again, one that rests goes on resting. */
export function editMentorOffer(offer: MentorOffer, content: MentorOfferContent, now: Date): MentorOffer {
  const isBack = offer.status === 'WITHDRAWN';
  return { ...offer, ...content, status: isBack ? 'OPEN' : offer.status, offeredAt: isBack ? now : offer.offeredAt };
}

/** Moves an offer along its life. */
export function moveMentorOffer(
  offer: MentorOffer,
  action: 'PAUSE' | 'RESUME' | 'WITHDRAW',
  now: Date,
): Result<MentorOffer, IllegalTransitionError> {
  const status = mentorOfferLifecycle.next(action, offer, now);
  return status.ok ? ok({ ...offer, status: status.value }) : status;
}
