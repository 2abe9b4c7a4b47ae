/*
 * A post: what a member writes to the people of a group. Life: published until its author takes it back or a moderator
 * removes it with a reason; held back while one has still to decide (domain F2). Owner: membership.
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

/** A post as stored. */
export type Post = {
  readonly id: PostId;
  readonly groupId: GroupId;
  readonly authorId: MemberId;
  readonly kind: PostKind;
  /** The language it is written in, as a BCP 47 tag. */
  readonly language: string;
  readonly body: string;
  readonly status: PostStatus;
  readonly removalReason: string | undefined;
  readonly postedAt: Date;
  readonly version: number;
};

/** What can happen to a post. */
export type PostAction = 'WITHDRAW' | 'HOLD' | 'RESTORE' | 'REMOVE' | 'RAISE' | 'REPORT' | 'APPEAL';

/** The life of a post. Raising makes a proposal of an idea elsewhere and leaves the post where it is. */
export const postLifecycle = defineLifecycle<Post, PostStatus, PostAction>(
  {
    name: 'Post',
    initial: ['PUBLISHED'],
    states: ['PUBLISHED', 'HELD', 'WITHDRAWN', 'REMOVED'],
    transitions: {
      WITHDRAW: { from: ['PUBLISHED', 'HELD'], to: ['WITHDRAWN'] },
      HOLD: { from: ['PUBLISHED'], to: ['HELD'] },
      // Also after an appeal against its removal.
      RESTORE: { from: ['HELD', 'REMOVED'], to: ['PUBLISHED'] },
      REMOVE: { from: ['PUBLISHED', 'HELD'], to: ['REMOVED'] },
      RAISE: { from: ['PUBLISHED'], to: ['PUBLISHED'], guard: ({ kind }) => kind === 'IDEA' },
      REPORT: { from: ['PUBLISHED'], to: ['PUBLISHED'] },
      APPEAL: { from: ['REMOVED'], to: ['REMOVED'] },
    },
  },
  ({ status }) => status,
);

/** What somebody wants to post. */
export type Draft = Pick<Post, 'groupId' | 'kind' | 'language' | 'body'>;

const languageTag = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

/** Checks what somebody wants to post, and makes it a post. */
export function publishPost(
  { groupId, kind, language, body }: Draft,
  { id, authorId, now }: { readonly id: PostId; readonly authorId: MemberId; readonly now: Date },
): Result<Post, ValidationError> {
  return new FieldChecks()
    .text('body', body.trim(), { min: 3, max: 4000 })
    .that(languageTag.test(language), 'language', 'BAD_FORMAT', 'Use a language tag such as en or zh-CN.')
    .finish({
      id,
      groupId,
      authorId,
      kind,
      language,
      body: body.trim(),
      status: 'PUBLISHED' as const,
      removalReason: undefined,
      postedAt: now,
      version: 1,
    });
}

/** Takes a post back; its words are gone with it. */
export function withdrawPost(post: Post, now: Date): Result<Post, IllegalTransitionError> {
  const status = postLifecycle.next('WITHDRAW', post, now);
  return status.ok ? ok({ ...post, status: status.value, body: '' }) : status;
}

/** Moves a post as a moderator decided. A post that is removed says why. */
export function moderatePost(
  post: Post,
  decision: 'HOLD' | 'RESTORE' | 'REMOVE',
  { reason, now }: { readonly reason: string | undefined; readonly now: Date },
): Result<Post, IllegalTransitionError> {
  const status = postLifecycle.next(decision, post, now);
  return status.ok ? ok({ ...post, status: status.value, removalReason: reason }) : status;
}
