/*
 * A needs profile: what a member needs in order to take part, entered once. Life: written and erased by the member, gone
 * for good with the membership. Others read it under a live consent alone, part by part. Owner: membership.
 */
import { FieldChecks, type Id, type Result, type ValidationError } from '@guildhall/kernel';
import type { ConsentField, ConsentPurpose } from '../consent/consent.js';
import type { GroupId } from '../group/group.js';
import type { MemberId } from '../member/member.js';

/** Which needs belong to which part of a profile; a consent names parts. */
export const needsOfField = {
  DIET: ['VEGETARIAN', 'VEGAN', 'HALAL', 'KOSHER', 'GLUTEN_FREE', 'DAIRY_FREE', 'NUT_ALLERGY', 'OTHER_DIET'],
  ACCESS: [
    'STEP_FREE',
    'WHEELCHAIR_SPACE',
    'HEARING_LOOP',
    'CAPTIONS',
    'SIGN_LANGUAGE',
    'LARGE_PRINT',
    'ASSISTANCE_DOG',
    'SEAT_NEAR_EXIT',
    'OTHER_ACCESS',
  ],
  LANGUAGE: ['INTERPRETER', 'PLAIN_ENGLISH'],
  QUIET_SPACE: ['QUIET_SPACE'],
} as const satisfies Readonly<Record<ConsentField, readonly string[]>>;

/** One thing that somebody needs. */
export type Need = (typeof needsOfField)[ConsentField][number];

/** Every need, part by part. */
export const needs: readonly Need[] = Object.values(needsOfField).flat();

/** What a member needs, in choices and a few words. */
export type NeedsProfile = {
  readonly needs: readonly Need[];
  readonly dietNote: string | undefined;
  readonly accessNote: string | undefined;
  readonly languageNote: string | undefined;
  readonly updatedAt: Date;
};

/** What a member says of themselves; an empty note is none. */
export type NeedsDraft = {
  readonly needs: readonly Need[];
  readonly dietNote: string;
  readonly accessNote: string;
  readonly languageNote: string;
};

/** How long a note may be, in characters: enough to say what, too little for a medical history. */
export const noteMax = 200;

/** Checks what a member says they need, and makes it their whole profile. */
export function writeNeeds(draft: NeedsDraft, now: Date): Result<NeedsProfile, ValidationError> {
  const chosen = needs.filter((need) => draft.needs.includes(need));
  const note = (text: string): string | undefined => text.trim() || undefined;
  return new FieldChecks()
    .text('dietNote', draft.dietNote, { min: 0, max: noteMax })
    .text('accessNote', draft.accessNote, { min: 0, max: noteMax })
    .text('languageNote', draft.languageNote, { min: 0, max: noteMax })
    .finish({
      needs: chosen,
      dietNote: note(draft.dietNote),
      accessNote: note(draft.accessNote),
      languageNote: note(draft.languageNote),
      updatedAt: now,
    });
}

/** What somebody lets a welfare lead know: the parts they share, and of these what they said. */
export type SharedNeeds = Omit<NeedsProfile, 'updatedAt'> & {
  readonly memberId: MemberId;
  readonly fields: readonly ConsentField[];
};

/** For which occasion needs are read: a purpose, the group that organises, and whom it is about when not its whole roster. */
export type Occasion = {
  readonly purpose: ConsentPurpose;
  readonly groupId: GroupId;
  /** Who takes part; the group's own people when left out. */
  readonly memberIds?: readonly MemberId[];
  /** When it ended; absent for what goes on. */
  readonly endedAt?: Date;
};

/** How long names are read after an occasion, in milliseconds (domain 1.2 and 1.3 D, point 9). */
export const namesAfterEndMs = 7 * 86_400_000;

/** The id of one reading. */
export type NeedsReadingId = Id<'NeedsReading'>;

/** One time that somebody read what a member needs. It never changes. */
export type NeedsReading = {
  readonly id: NeedsReadingId;
  readonly memberId: MemberId;
  readonly readerId: MemberId;
  readonly groupId: GroupId;
  readonly purpose: ConsentPurpose;
  /** Set where it was read for one activity. */
  readonly activityId: Id<'Activity'> | undefined;
  readonly fields: readonly ConsentField[];
  readonly readAt: Date;
};

/** Which consents in force to read by, as SQL with up to three parameters. */
export type ConsentSource = { readonly source: string; readonly parameters: readonly unknown[] };
