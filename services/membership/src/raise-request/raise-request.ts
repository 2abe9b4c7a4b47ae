/*
 * A request to raise somebody's idea, and the consent that its author gives or does not give. Life: waiting, agreed or
 * declined; an author takes a consent back while nothing was made of it. Owner: membership.
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
import type { MemberId } from '../member/member.js';
import type { PostId } from '../post/post.js';

/** The id of a request to raise an idea. */
export type RaiseRequestId = Id<'RaiseRequest'>;

/** What an idea can be raised as. */
export type RaiseTarget = 'ISSUE' | 'PROPOSAL';

/** Where a request stands. */
export type RaiseRequestStatus = 'WAITING' | 'AGREED' | 'DECLINED' | 'TAKEN_BACK';

/** A request as stored. */
export type RaiseRequest = {
  readonly id: RaiseRequestId;
  readonly postId: PostId;
  readonly askedBy: MemberId;
  readonly target: RaiseTarget;
  readonly note: string | undefined;
  readonly status: RaiseRequestStatus;
  /** Whether what is made of the idea says whose it was. */
  readonly authorNamed: boolean;
  readonly askedAt: Date;
  readonly decidedAt: Date | undefined;
  readonly version: number;
};

/** What can happen to a request. */
export type RaiseRequestAction = 'AGREE' | 'DECLINE' | 'TAKE_BACK' | 'RAISE';

/** The life of a request. */
export const raiseRequestLifecycle = defineLifecycle<RaiseRequest, RaiseRequestStatus, RaiseRequestAction>(
  {
    name: 'RaiseRequest',
    initial: ['WAITING'],
    states: ['WAITING', 'AGREED', 'DECLINED', 'TAKEN_BACK'],
    transitions: {
      AGREE: { from: ['WAITING'], to: ['AGREED'] },
      DECLINE: { from: ['WAITING'], to: ['DECLINED'] },
      TAKE_BACK: { from: ['AGREED'], to: ['TAKEN_BACK'] },
      RAISE: { from: ['AGREED'], to: ['AGREED'] },
    },
  },
  ({ status }) => status,
);

/** Checks what somebody asks for, and makes it a request. */
export function askToRaise(
  { postId, target, note }: Pick<RaiseRequest, 'postId' | 'target' | 'note'>,
  { id, askedBy, now }: { readonly id: RaiseRequestId; readonly askedBy: MemberId; readonly now: Date },
): Result<RaiseRequest, ValidationError> {
  const words = note?.trim() ?? '';
  return new FieldChecks().text('note', words, { min: 0, max: 500 }).finish({
    id,
    postId,
    askedBy,
    target,
    note: words === '' ? undefined : words,
    status: 'WAITING' as const,
    authorNamed: false,
    askedAt: now,
    decidedAt: undefined,
    version: 1,
  });
}

/** Decides a request, as the author of the idea. */
export function decideRaise(
  request: RaiseRequest,
  action: 'AGREE' | 'DECLINE' | 'TAKE_BACK',
  { authorNamed, now }: { readonly authorNamed: boolean; readonly now: Date },
): Result<RaiseRequest, IllegalTransitionError> {
  const status = raiseRequestLifecycle.next(action, request, now);
  if (!status.ok) return status;
  return ok({
    ...request,
    status: status.value,
    authorNamed: status.value === 'AGREED' && authorNamed,
    decidedAt: now,
  });
}
