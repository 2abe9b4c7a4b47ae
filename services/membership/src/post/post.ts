/*
 * A post: what a member writes to the people of a group or to the whole union. Life: published until its author takes it
 * back or a moderator removes it with a reason; held back while one has still to decide (domain F2). Owner: membership.
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
import type { GroupId } from '../group/group.js';
import type { MemberId } from '../member/member.js';

/** The id of a post. */
export type PostId = Id<'Post'>;

/** What a post can be. */
export const postKinds = ['NOTICE', 'IDEA', 'QUESTION', 'THANKS'] as const;

/** What a post is. */
export type PostKind = (typeof postKinds)[number];

/** Where a post stands. */
export type PostStatus = 'PUBLISHED' | 'HELD' | 'WITHDRAWN' | 'REMOVED';

/** For so many minutes an author mends a post without its being marked as edited. */
export const quietEditMinutes = 30;

/** Notices that one space can have at its top at once. */
export const pinsMax = 3;

/** For how many days a notice can stay at the top. */
export const pinDaysMax = 60;

/** A post as stored. */
export type Post = {
  readonly id: PostId;
  /** Absent where it is for the whole union. */
  readonly groupId: GroupId | undefined;
  readonly authorId: MemberId;
  readonly kind: PostKind;
  /** The language it is written in, as a BCP 47 tag. */
  readonly language: string;
  readonly body: string;
  readonly status: PostStatus;
  readonly removalReason: string | undefined;
  readonly postedAt: Date;
  /** When it was last changed, if later than a moment after it was written. */
  readonly editedAt: Date | undefined;
  /** Which of the places at the top it has; one that is over is free again. */
  readonly pinSlot: number | undefined;
  readonly pinnedUntil: Date | undefined;
  /** The reply that answers a question, in its author's eyes. */
  readonly answerId: Id<'PostReply'> | undefined;
  readonly version: number;
};

/** What can happen to a post. */
export type PostAction =
  | 'WITHDRAW'
  | 'EDIT'
  | 'REPLY'
  | 'REACT'
  | 'MUTE'
  | 'MARK_ANSWERED'
  | 'PIN'
  | 'UNPIN'
  | 'HOLD'
  | 'RESTORE'
  | 'REMOVE'
  | 'RAISE'
  | 'ASK_TO_RAISE'
  | 'REPORT'
  | 'APPEAL';

const isPinned = ({ pinnedUntil }: Post, now: Date): boolean => pinnedUntil !== undefined && pinnedUntil > now;
const isIdea = ({ kind }: Post): boolean => kind === 'IDEA';
const stays = { from: ['PUBLISHED'], to: ['PUBLISHED'] } as const;

/** The life of a post. Raising makes a proposal or an issue of an idea elsewhere and leaves the post where it is. */
export const postLifecycle = defineLifecycle<Post, PostStatus, PostAction>(
  {
    name: 'Post',
    initial: ['PUBLISHED'],
    states: ['PUBLISHED', 'HELD', 'WITHDRAWN', 'REMOVED'],
    transitions: {
      WITHDRAW: { from: ['PUBLISHED', 'HELD'], to: ['WITHDRAWN'] },
      EDIT: stays,
      REPLY: stays,
      REACT: stays,
      MUTE: stays,
      MARK_ANSWERED: { ...stays, guard: ({ kind }) => kind === 'QUESTION' },
      PIN: { ...stays, guard: (post, now) => post.kind === 'NOTICE' && !isPinned(post, now) },
      UNPIN: { ...stays, guard: isPinned },
      HOLD: { from: ['PUBLISHED'], to: ['HELD'] },
      // Also after an appeal against its removal.
      RESTORE: { from: ['HELD', 'REMOVED'], to: ['PUBLISHED'] },
      REMOVE: { from: ['PUBLISHED', 'HELD'], to: ['REMOVED'] },
      RAISE: { ...stays, guard: isIdea },
      ASK_TO_RAISE: { ...stays, guard: isIdea },
      REPORT: stays,
      APPEAL: { from: ['REMOVED'], to: ['REMOVED'] },
    },
  },
  ({ status }) => status,
);

/** What somebody wants to post. */
export type Draft = Pick<Post, 'groupId' | 'kind' | 'language' | 'body'>;

/** What a post and a reply say. */
export type Words = Pick<Post, 'language' | 'body'>;

const languageTag = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

/** Checks what somebody wrote. A reply may be as short as a word. */
export function checkWords({ language, body }: Words, min: number): Result<Words, ValidationError> {
  return new FieldChecks()
    .text('body', body.trim(), { min, max: 4000 })
    .that(languageTag.test(language), 'language', 'BAD_FORMAT', 'Use a language tag such as en or zh-CN.')
    .finish({ language, body: body.trim() });
}

/** Checks what somebody wants to post, and makes it a post. */
export function publishPost(
  { groupId, kind, ...words }: Draft,
  { id, authorId, now }: { readonly id: PostId; readonly authorId: MemberId; readonly now: Date },
): Result<Post, ValidationError> {
  const checked = checkWords(words, 3);
  if (!checked.ok) return checked;
  return ok({
    id,
    groupId,
    authorId,
    kind,
    ...checked.value,
    status: 'PUBLISHED',
    removalReason: undefined,
    postedAt: now,
    editedAt: undefined,
    pinSlot: undefined,
    pinnedUntil: undefined,
    answerId: undefined,
    version: 1,
  });
}

/** When a change is to be shown: not one of the first minutes. */
export function editedAt(
  { postedAt, editedAt: before }: Pick<Post, 'postedAt' | 'editedAt'>,
  now: Date,
): Date | undefined {
  return now.getTime() - postedAt.getTime() > quietEditMinutes * 60_000 ? now : before;
}

/** Changes the words of a post. */
export function editPost(post: Post, words: Words, now: Date): Result<Post, IllegalTransitionError | ValidationError> {
  const status = postLifecycle.next('EDIT', post, now);
  if (!status.ok) return status;
  const checked = checkWords(words, 3);
  return checked.ok ? ok({ ...post, ...checked.value, editedAt: editedAt(post, now) }) : checked;
}

const unpinned = { pinSlot: undefined, pinnedUntil: undefined } as const;

/** Takes a post back; its words are gone with it. */
export function withdrawPost(post: Post, now: Date): Result<Post, IllegalTransitionError> {
  const status = postLifecycle.next('WITHDRAW', post, now);
  return status.ok ? ok({ ...post, ...unpinned, status: status.value, body: '' }) : status;
}

/** Moves a post as a moderator decided. A post that is removed says why. */
export function moderatePost(
  post: Post,
  decision: 'HOLD' | 'RESTORE' | 'REMOVE',
  { reason, now }: { readonly reason: string | undefined; readonly now: Date },
): Result<Post, IllegalTransitionError> {
  const status = postLifecycle.next(decision, post, now);
  return status.ok ? ok({ ...post, ...unpinned, status: status.value, removalReason: reason }) : status;
}

/** Puts a notice at the top until an instant, at the free place `slot`. */
export function pinPost(
  post: Post,
  { until, slot, now }: { readonly until: Date; readonly slot: number; readonly now: Date },
): Result<Post, IllegalTransitionError | ValidationError> {
  const status = postLifecycle.next('PIN', post, now);
  if (!status.ok) return status;
  const last = new Date(now.getTime() + pinDaysMax * 86_400_000);
  return new FieldChecks()
    .that(until > now && until <= last, 'until', 'OUT_OF_RANGE', `Choose a time within the next ${pinDaysMax} days.`)
    .finish({ ...post, pinSlot: slot, pinnedUntil: until });
}

/** Takes a notice from the top. */
export function unpinPost(post: Post, now: Date): Result<Post, IllegalTransitionError> {
  const status = postLifecycle.next('UNPIN', post, now);
  return status.ok ? ok({ ...post, ...unpinned }) : status;
}

/** Marks the reply that answered a question, or none. */
export function markAnswered(post: Post, answerId: Post['answerId'], now: Date): Result<Post, IllegalTransitionError> {
  const status = postLifecycle.next('MARK_ANSWERED', post, now);
  return status.ok ? ok({ ...post, answerId }) : status;
}
