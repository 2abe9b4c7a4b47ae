/*
 * A mentor and a mentee: asked, accepted by both, at work, ended by either without a reason.
 * Life: machine M. A decline and a silence look alike to whoever asked: the ask waits, then it is gone. Owner: learning.
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
import type { MentorOfferId } from './mentor-offer.js';
import { currentMentorRules } from './mentor-rules.js';

/** The id of a pair. */
export type MentorPairId = Id<'MentorPair'>;

/** Where a pair stands. Of `DECLINED` and `LAPSED` the mentee never hears, of the mentee's `WITHDRAWN` the mentor does not. */
export type MentorPairStatus = 'PROPOSED' | 'DECLINED' | 'LAPSED' | 'ACCEPTED' | 'ACTIVE' | 'WITHDRAWN' | 'ENDED';

/** A pair as stored. Whoever has to answer can until `answerUntil`. */
export type MentorPair = {
  readonly id: MentorPairId;
  readonly offerId: MentorOfferId;
  readonly mentorId: Id<'Member'>;
  readonly menteeId: Id<'Member'>;
  readonly line: string;
  readonly status: MentorPairStatus;
  readonly askedAt: Date;
  readonly answerUntil: Date;
  readonly startedAt: Date | undefined;
  readonly endedAt: Date | undefined;
  readonly version: number;
};

/** A goal the two agreed on. */
export type MentorGoal = {
  readonly id: Id<'MentorGoal'>;
  readonly pairId: MentorPairId;
  readonly words: string;
  readonly addedAt: Date;
  readonly reachedAt: Date | undefined;
};

/** A meeting of the two. */
export type MentorMeeting = {
  readonly id: Id<'MentorMeeting'>;
  readonly pairId: MentorPairId;
  readonly startsAt: Date;
  readonly minutes: number;
  readonly words: string | undefined;
};

/** What one of the two may do. */
export type MentorPairAction = 'WITHDRAW' | 'ACCEPT' | 'DECLINE' | 'CONFIRM' | 'END' | 'SET_GOALS' | 'NOTE_MEETINGS';

/** What can happen to a pair: what the two do, and silence, which is the clock's. */
export type MentorPairMove = MentorPairAction | 'LAPSE';

const isInTime = ({ answerUntil }: MentorPair, now: Date): boolean => now < answerUntil;

/** The life of a pair. A mentee may take back what was declined, since in their eyes it waits. */
export const mentorPairLifecycle = defineLifecycle<MentorPair, MentorPairStatus, MentorPairMove>(
  {
    name: 'MentorPair',
    initial: ['PROPOSED'],
    states: ['PROPOSED', 'DECLINED', 'LAPSED', 'ACCEPTED', 'ACTIVE', 'WITHDRAWN', 'ENDED'],
    transitions: {
      WITHDRAW: { from: ['PROPOSED', 'DECLINED', 'ACCEPTED'], to: ['WITHDRAWN'], guard: isInTime },
      ACCEPT: { from: ['PROPOSED'], to: ['ACCEPTED'], guard: isInTime },
      DECLINE: { from: ['PROPOSED'], to: ['DECLINED'], guard: isInTime },
      CONFIRM: { from: ['ACCEPTED'], to: ['ACTIVE'], guard: isInTime },
      END: { from: ['ACCEPTED', 'ACTIVE'], to: ['ENDED'] },
      SET_GOALS: { from: ['ACTIVE'], to: ['ACTIVE'] },
      NOTE_MEETINGS: { from: ['ACTIVE'], to: ['ACTIVE'] },
      LAPSE: {
        from: ['PROPOSED', 'DECLINED', 'ACCEPTED'],
        to: ['LAPSED'],
        guard: (pair, now) => !isInTime(pair, now),
      },
    },
  },
  ({ status }) => status,
);

/** Whether the pair takes one of the mentor's places. */
export function takesPlace({ status }: Pick<MentorPair, 'status'>): boolean {
  return status === 'ACCEPTED' || status === 'ACTIVE';
}

/** Makes an ask. */
export function askMentor(
  made: Pick<MentorPair, 'id' | 'offerId' | 'mentorId' | 'menteeId' | 'line'>,
  now: Date,
): Result<MentorPair, ValidationError> {
  const line = made.line.trim();
  return new FieldChecks().text('line', line, { min: 10, max: 500 }).finish({
    ...made,
    line,
    status: 'PROPOSED',
    askedAt: now,
    answerUntil: new Date(now.getTime() + currentMentorRules.answerMs),
    startedAt: undefined,
    endedAt: undefined,
    version: 1,
  });
}

/** Moves a pair along its life. Saying yes gives the mentee time of their own to confirm. */
export function moveMentorPair(
  pair: MentorPair,
  action: Exclude<MentorPairMove, 'SET_GOALS' | 'NOTE_MEETINGS'>,
  now: Date,
): Result<MentorPair, IllegalTransitionError> {
  const status = mentorPairLifecycle.next(action, pair, now);
  if (!status.ok) return status;
  const moved = { ...pair, status: status.value };
  if (action === 'ACCEPT') return ok({ ...moved, answerUntil: new Date(now.getTime() + currentMentorRules.confirmMs) });
  if (action === 'CONFIRM') return ok({ ...moved, startedAt: now });
  return ok(action === 'END' ? { ...moved, endedAt: now } : moved);
}

/** Checks a goal. */
export function checkGoal(words: string): Result<string, ValidationError> {
  return new FieldChecks().text('words', words, { min: 3, max: 300 }).finish(words.trim());
}

/** Checks a meeting. */
export function checkMeeting(
  meeting: Pick<MentorMeeting, 'startsAt' | 'minutes' | 'words'>,
): Result<Pick<MentorMeeting, 'startsAt' | 'minutes' | 'words'>, ValidationError> {
  const words = meeting.words?.trim();
  return new FieldChecks()
    .whole('minutes', meeting.minutes, { min: 10, max: 480 })
    .text('words', words ?? '', { min: 0, max: 1000 })
    .finish({ ...meeting, words: words === '' ? undefined : words });
}
