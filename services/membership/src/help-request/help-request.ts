/*
 * An ask for help. Life: machine F, from a draft to thanks; it goes on asking while it has fewer helpers than it wants.
 * Owner: membership; nothing of it leaves as an event.
 */
import { defineLifecycle, ok, type Id, type IllegalTransitionError, type Result } from '@guildhall/kernel';
import type { HelpMatch } from '../help-match/help-match.js';
import type { HelpOffer } from '../help-offer/help-offer.js';
import type { MemberId } from '../member/member.js';
import type { HelpAsk } from './help-ask.js';
import { deadlineMaxMs, silenceMs } from './help-limits.js';

/** The id of a request. */
export type HelpRequestId = Id<'HelpRequest'>;

/** Where a request stands in machine F. */
export type HelpStatus =
  | 'DRAFT'
  | 'OPEN'
  | 'OFFERED'
  | 'MATCHED'
  | 'ARRANGED'
  | 'DONE_CLAIMED'
  | 'COMPLETED'
  | 'EXPIRED'
  | 'CANCELLED'
  | 'HELD'
  | 'REMOVED'
  | 'DISPUTED';

/** A request as stored. */
export type HelpRequest = HelpAsk & {
  readonly id: HelpRequestId;
  readonly requesterId: MemberId;
  readonly helpersFound: number;
  readonly status: HelpStatus;
  /** Where it stood before a moderator held or removed it. */
  readonly heldFrom: HelpStatus | undefined;
  readonly statusReason: string | undefined;
  readonly meetingPlace: string | undefined;
  readonly meetingAt: Date | undefined;
  readonly meetingAgreedBy: readonly MemberId[];
  readonly doneBy: MemberId | undefined;
  readonly doneAt: Date | undefined;
  readonly completedAt: Date | undefined;
  /** The request that was made of this one after it expired. */
  readonly repostedAsId: HelpRequestId | undefined;
  readonly draftedAt: Date;
  readonly postedAt: Date | undefined;
  readonly version: number;
};

/** What one may do with a request. */
export const helpViewerActions = [
  'REVISE',
  'POST',
  'OFFER',
  'ACCEPT',
  'PROPOSE_MEETING',
  'AGREE_MEETING',
  'UNMATCH',
  'CLAIM_DONE',
  'CONFIRM_DONE',
  'DISPUTE',
  'SETTLE',
  'THANK',
  'CANCEL',
  'REPOST',
  'REPORT',
] as const;

/** Something one may do with a request. */
export type HelpViewerAction = (typeof helpViewerActions)[number];

/** What can happen to a request; beyond what people do, what follows from offers, time and moderation. */
export type HelpAction =
  | HelpViewerAction
  | 'RECOUNT'
  | 'EXPIRE'
  | 'COMPLETE_UNANSWERED'
  | 'HOLD'
  | 'RESTORE'
  | 'REMOVE';

/** A request with what its guards and rights need. `own` is the offer of whoever asks. */
export type HelpFacts = {
  readonly request: HelpRequest;
  /** Who helps: the matches that stand. */
  readonly helpers: readonly HelpMatch[];
  /** How many offers wait for the requester. */
  readonly waiting: number;
  readonly own: HelpOffer | undefined;
};

const asking: readonly HelpStatus[] = ['OPEN', 'OFFERED', 'MATCHED'];
const holdable: readonly HelpStatus[] = [
  ...asking,
  'ARRANGED',
  'DONE_CLAIMED',
  'DISPUTED',
  'COMPLETED',
  'EXPIRED',
  'CANCELLED',
];

/** Whether the request still asks for helpers; the same in SQL is in the repository. */
export function isAsking(request: HelpRequest, now: Date): boolean {
  const { status, helpersFound, helpersWanted, deadline } = request;
  return asking.includes(status) && helpersFound < helpersWanted && deadline > now;
}

/** Nobody offers twice: a declined offer waits on for its helper, who is never told. */
const isFreeToOffer = ({ own }: HelpFacts): boolean =>
  own === undefined || own.status === 'WITHDRAWN' || own.status === 'LAPSED';

const isSilent = ({ request: { doneAt } }: HelpFacts, now: Date): boolean =>
  doneAt !== undefined && doneAt.getTime() + silenceMs <= now.getTime();

/** Machine F. */
export const helpLifecycle = defineLifecycle<HelpFacts, HelpStatus, HelpAction>(
  {
    name: 'HelpRequest',
    initial: ['DRAFT', 'OPEN'],
    states: ['DRAFT', ...holdable, 'HELD', 'REMOVED'],
    transitions: {
      REVISE: { from: ['DRAFT'], to: ['DRAFT'] },
      POST: { from: ['DRAFT'], to: ['OPEN'], guard: ({ request }, now) => request.deadline > now },
      OFFER: {
        from: asking,
        to: asking,
        guard: (facts, now) => isAsking(facts.request, now) && isFreeToOffer(facts),
      },
      ACCEPT: {
        from: ['OFFERED', 'MATCHED'],
        to: ['MATCHED'],
        guard: ({ request, waiting }, now) => isAsking(request, now) && waiting > 0,
      },
      PROPOSE_MEETING: { from: ['MATCHED', 'ARRANGED'], to: ['MATCHED'] },
      AGREE_MEETING: {
        from: ['MATCHED'],
        to: ['MATCHED', 'ARRANGED'],
        guard: ({ request }) => request.meetingAt !== undefined,
      },
      // Those who stay keep what they have agreed on.
      UNMATCH: { from: ['MATCHED', 'ARRANGED'], to: ['OPEN', 'OFFERED', 'MATCHED', 'ARRANGED'] },
      CLAIM_DONE: { from: ['ARRANGED'], to: ['DONE_CLAIMED'] },
      CONFIRM_DONE: { from: ['DONE_CLAIMED'], to: ['COMPLETED'] },
      DISPUTE: { from: ['DONE_CLAIMED'], to: ['DISPUTED'], guard: (facts, now) => !isSilent(facts, now) },
      SETTLE: { from: ['DISPUTED'], to: ['COMPLETED', 'CANCELLED'] },
      THANK: {
        from: ['COMPLETED'],
        to: ['COMPLETED'],
        guard: ({ helpers }) => helpers.some(({ thankedAt }) => thankedAt === undefined),
      },
      CANCEL: { from: ['DRAFT', ...asking, 'ARRANGED'], to: ['CANCELLED'] },
      REPOST: {
        from: ['EXPIRED'],
        to: ['EXPIRED'],
        guard: ({ request }) => request.repostedAsId === undefined,
      },
      // What others say of it changes nothing by itself; moderation decides.
      REPORT: { from: holdable, to: holdable },
      RECOUNT: { from: asking, to: asking },
      EXPIRE: { from: ['OPEN', 'OFFERED'], to: ['EXPIRED'], guard: ({ request }, now) => request.deadline <= now },
      COMPLETE_UNANSWERED: { from: ['DONE_CLAIMED'], to: ['COMPLETED'], guard: isSilent },
      HOLD: { from: holdable, to: ['HELD'] },
      // A removal that an appeal undoes, too.
      RESTORE: { from: ['HELD', 'REMOVED'], to: holdable },
      REMOVE: { from: [...holdable, 'HELD'], to: ['REMOVED'] },
    },
  },
  ({ request }) => request.status,
);

/** Where a request stands by who helps, who waits and what is agreed. */
export function standingOf({ request, helpers, waiting }: HelpFacts): HelpStatus {
  if (helpers.length === 0) return waiting > 0 ? 'OFFERED' : 'OPEN';
  const parties = [request.requesterId, ...helpers.map(({ helperId }) => helperId)];
  const areAgreed = request.meetingAt !== undefined && parties.every((id) => request.meetingAgreedBy.includes(id));
  return areAgreed ? 'ARRANGED' : 'MATCHED';
}

/** Takes a step of machine F; `target` where it can lead to several states. */
export function step(
  facts: HelpFacts,
  action: HelpAction,
  now: Date,
  target?: HelpStatus,
): Result<HelpRequest, IllegalTransitionError> {
  const status = helpLifecycle.next(action, facts, now, target);
  return status.ok ? ok({ ...facts.request, status: status.value }) : status;
}

/** Takes a step that leads to where the request stands `after` it, by who helps and who waits then. */
export function settle(
  before: HelpFacts,
  action: HelpAction,
  { after, now }: { readonly after: HelpFacts; readonly now: Date },
): Result<HelpRequest, IllegalTransitionError> {
  const status = helpLifecycle.next(action, before, now, standingOf(after));
  return status.ok ? ok({ ...after.request, status: status.value, helpersFound: after.helpers.length }) : status;
}

/** A draft of what somebody asks for. */
export function draftOf(
  ask: HelpAsk,
  { id, requesterId, now }: { readonly id: HelpRequestId; readonly requesterId: MemberId; readonly now: Date },
): HelpRequest {
  return {
    ...ask,
    id,
    requesterId,
    helpersFound: 0,
    status: 'DRAFT',
    heldFrom: undefined,
    statusReason: undefined,
    meetingPlace: undefined,
    meetingAt: undefined,
    meetingAgreedBy: [],
    doneBy: undefined,
    doneAt: undefined,
    completedAt: undefined,
    repostedAsId: undefined,
    draftedAt: now,
    postedAt: undefined,
    version: 1,
  };
}

/** The same ask again, for as long as it was asked the first time, at most 60 days. */
export function repostOf(expired: HelpRequest, id: HelpRequestId, now: Date): HelpRequest {
  const { deadline, postedAt = expired.draftedAt, windowFrom, windowTo } = expired;
  const lengthMs = Math.min(deadline.getTime() - postedAt.getTime(), deadlineMaxMs);
  const isWindowAhead = windowTo === undefined ? windowFrom !== undefined && windowFrom > now : windowTo > now;
  return {
    ...draftOf(expired, { id, requesterId: expired.requesterId, now }),
    windowFrom: isWindowAhead ? windowFrom : undefined,
    windowTo: isWindowAhead ? windowTo : undefined,
    deadline: new Date(now.getTime() + lengthMs),
    status: 'OPEN',
    postedAt: now,
  };
}
