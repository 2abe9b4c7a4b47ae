/*
 * A reply to a post, on one level. Life: as a post's, but that one which its author takes back leaves a gap without words,
 * so that what others replied still reads. Owner: membership.
 */
import {
  defineLifecycle,
  ok,
  type Id,
  type IllegalTransitionError,
  type Result,
  type ValidationError,
} from '@guildhall/kernel';
import type { MemberId } from '../member/member.js';
import { checkWords, editedAt, type PostId, type PostStatus, type Words } from '../post/post.js';

/** The id of a reply. */
export type PostReplyId = Id<'PostReply'>;

/** A reply as stored. */
export type PostReply = {
  readonly id: PostReplyId;
  readonly postId: PostId;
  readonly authorId: MemberId;
  /** The language it is written in, as a BCP 47 tag. */
  readonly language: string;
  readonly body: string;
  readonly status: PostStatus;
  readonly removalReason: string | undefined;
  readonly postedAt: Date;
  readonly editedAt: Date | undefined;
  readonly version: number;
};

/** What can happen to a reply. */
export type PostReplyAction = 'WITHDRAW' | 'EDIT' | 'HOLD' | 'RESTORE' | 'REMOVE' | 'REPORT' | 'APPEAL';

/** The life of a reply. */
export const postReplyLifecycle = defineLifecycle<PostReply, PostStatus, PostReplyAction>(
  {
    name: 'PostReply',
    initial: ['PUBLISHED'],
    states: ['PUBLISHED', 'HELD', 'WITHDRAWN', 'REMOVED'],
    transitions: {
      WITHDRAW: { from: ['PUBLISHED', 'HELD'], to: ['WITHDRAWN'] },
      EDIT: { from: ['PUBLISHED'], to: ['PUBLISHED'] },
      HOLD: { from: ['PUBLISHED'], to: ['HELD'] },
      // Also after an appeal against its removal.
      RESTORE: { from: ['HELD', 'REMOVED'], to: ['PUBLISHED'] },
      REMOVE: { from: ['PUBLISHED', 'HELD'], to: ['REMOVED'] },
      REPORT: { from: ['PUBLISHED'], to: ['PUBLISHED'] },
      APPEAL: { from: ['REMOVED'], to: ['REMOVED'] },
    },
  },
  ({ status }) => status,
);

/** Checks what somebody replies, and makes it a reply. */
export function replyTo(
  postId: PostId,
  words: Words,
  { id, authorId, now }: { readonly id: PostReplyId; readonly authorId: MemberId; readonly now: Date },
): Result<PostReply, ValidationError> {
  const checked = checkWords(words, 1);
  if (!checked.ok) return checked;
  return ok({
    id,
    postId,
    authorId,
    ...checked.value,
    status: 'PUBLISHED',
    removalReason: undefined,
    postedAt: now,
    editedAt: undefined,
    version: 1,
  });
}

/** Changes the words of a reply. */
export function editReply(
  reply: PostReply,
  words: Words,
  now: Date,
): Result<PostReply, IllegalTransitionError | ValidationError> {
  const status = postReplyLifecycle.next('EDIT', reply, now);
  if (!status.ok) return status;
  const checked = checkWords(words, 1);
  return checked.ok ? ok({ ...reply, ...checked.value, editedAt: editedAt(reply, now) }) : checked;
}

/** Takes a reply back; its words are gone with it. */
export function withdrawReply(reply: PostReply, now: Date): Result<PostReply, IllegalTransitionError> {
  const status = postReplyLifecycle.next('WITHDRAW', reply, now);
  return status.ok ? ok({ ...reply, status: status.value, body: '' }) : status;
}

/** Moves a reply as a moderator decided. One that is removed says why. */
export function moderateReply(
  reply: PostReply,
  decision: 'HOLD' | 'RESTORE' | 'REMOVE',
  { reason, now }: { readonly reason: string | undefined; readonly now: Date },
): Result<PostReply, IllegalTransitionError> {
  const status = postReplyLifecycle.next(decision, reply, now);
  return status.ok ? ok({ ...reply, status: status.value, removalReason: reason }) : status;
}
