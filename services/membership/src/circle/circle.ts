/*
 * A small circle: four to six people with an interest, a language and a free half day in common, proposed to them
 * without telling who the others are. Life: machine F, circle. Owner: membership; no other service learns of it.
 */
import { defineLifecycle, FieldChecks, type Id, type Result, type ValidationError } from '@guildhall/kernel';
import type { CircleGround } from '../circle-wish/match-wishes.js';
import type { GroupId, GroupProposal } from '../group/group.js';
import type { MemberId } from '../member/member.js';

/** The id of a circle. */
export type CircleId = Id<'Circle'>;

/** Where a circle stands. */
export type CircleStatus = 'PROPOSED' | 'FORMED' | 'MEETS' | 'CONTINUES' | 'ENDED';

/** Where somebody stands to a circle. `DONE` are those who were in it when it ended or became a group. */
export type SeatStatus = 'INVITED' | 'ACCEPTED' | 'DECLINED' | 'LAPSED' | 'LEFT' | 'DONE';

/** A circle as stored. */
export type Circle = CircleGround & {
  readonly id: CircleId;
  readonly status: CircleStatus;
  readonly proposedAt: Date;
  /** Until when those it is proposed to can accept. */
  readonly expiresAt: Date;
  readonly formedAt: Date | undefined;
  readonly endedAt: Date | undefined;
  /** The group that somebody of the circle would make of it. */
  readonly groupDraft: GroupProposal | undefined;
  readonly groupId: GroupId | undefined;
};

/** A seat in a circle, which its holder alone knows of before they accept. */
export type Seat = {
  readonly memberId: MemberId;
  readonly status: SeatStatus;
  /** Whether they agreed to go on as the group that is drafted. */
  readonly hasAgreed: boolean;
};

/** A circle with all its seats: what decisions are made on, and what is never shown as it is. */
export type CircleFacts = {
  readonly circle: Circle;
  readonly seats: readonly Seat[];
  readonly viewer: Seat | undefined;
};

/** A meeting of a circle. Who came is nobody's to record. */
export type Meeting = {
  readonly id: Id<'CircleMeeting'>;
  readonly circleId: CircleId;
  readonly meetsAt: Date;
  readonly place: string;
  readonly cancelledAt: Date | undefined;
};

/** Somebody of a circle as the others meet them: accepting was the consent to show the name. */
export type CircleMember = { readonly circleId: CircleId; readonly memberId: MemberId; readonly name: string };

/** What can happen to a circle. */
export type CircleAction =
  | 'ACCEPT'
  | 'DECLINE'
  | 'EXPIRE'
  | 'PLAN_MEETING'
  | 'CANCEL_MEETING'
  | 'PROPOSE_GROUP'
  | 'AGREE_TO_GROUP'
  | 'LEAVE';

/** How many must accept before a circle is there, and below how many it is no more; domain 1.3 F and our choice. */
export const circleMembersMin = 3;

/** How long a proposal waits for answers, in milliseconds; our choice. */
export const proposalMs = 7 * 86_400_000;

/** How many meetings of a circle can lie ahead; our choice. */
export const meetingsAheadMax = 10;

/** How far ahead a meeting can be planned, in milliseconds; our choice. */
export const meetingAheadMs = 183 * 86_400_000;

const isInvited = ({ circle, viewer }: CircleFacts, now: Date): boolean =>
  viewer?.status === 'INVITED' && now < circle.expiresAt;
const isIn = ({ viewer }: CircleFacts): boolean => viewer?.status === 'ACCEPTED';

/** Machine F, circle. Accepting and leaving lead where the number of those who accepted says. */
export const circleLifecycle = defineLifecycle<CircleFacts, CircleStatus, CircleAction>(
  {
    name: 'Circle',
    initial: ['PROPOSED'],
    states: ['PROPOSED', 'FORMED', 'MEETS', 'CONTINUES', 'ENDED'],
    transitions: {
      // Whoever accepts after the third joins a circle that is there already.
      ACCEPT: { from: ['PROPOSED', 'FORMED', 'MEETS'], to: ['PROPOSED', 'FORMED', 'MEETS'], guard: isInvited },
      DECLINE: { from: ['PROPOSED', 'FORMED', 'MEETS'], to: ['PROPOSED', 'FORMED', 'MEETS'], guard: isInvited },
      EXPIRE: {
        from: ['PROPOSED', 'FORMED', 'MEETS'],
        to: ['ENDED', 'FORMED', 'MEETS'],
        guard: ({ circle }, now) => circle.expiresAt <= now,
      },
      PLAN_MEETING: { from: ['FORMED', 'MEETS'], to: ['MEETS'], guard: isIn },
      CANCEL_MEETING: { from: ['MEETS'], to: ['MEETS'], guard: isIn },
      PROPOSE_GROUP: { from: ['MEETS'], to: ['MEETS'], guard: isIn },
      AGREE_TO_GROUP: {
        from: ['MEETS'],
        to: ['MEETS', 'CONTINUES'],
        guard: ({ circle, viewer }) =>
          viewer?.status === 'ACCEPTED' && circle.groupDraft !== undefined && !viewer.hasAgreed,
      },
      LEAVE: { from: ['PROPOSED', 'FORMED', 'MEETS'], to: ['PROPOSED', 'FORMED', 'MEETS', 'ENDED'], guard: isIn },
    },
  },
  ({ circle }) => circle.status,
);

/** Those who accepted and are in the circle now. */
export function membersOf({ seats }: CircleFacts): readonly MemberId[] {
  return seats.filter(({ status }) => status === 'ACCEPTED').map(({ memberId }) => memberId);
}

/** The facts with another seat for one of its members. */
export function withSeat(facts: CircleFacts, memberId: MemberId, change: Partial<Seat>): CircleFacts {
  const seats = facts.seats.map((seat) => (seat.memberId === memberId ? { ...seat, ...change } : seat));
  return { ...facts, seats, viewer: seats.find((seat) => seat.memberId === facts.viewer?.memberId) };
}

/** A circle after one more accepted: there with the third. */
export function afterAcceptance(facts: CircleFacts, now: Date): Circle {
  const { circle } = facts;
  const isFormed = circle.status === 'PROPOSED' && membersOf(facts).length >= circleMembersMin;
  return isFormed ? { ...circle, status: 'FORMED', formedAt: now } : circle;
}

/** A circle after somebody left: one that was there ends below three; a proposal goes on and tells nobody. */
export function afterLeaving(facts: CircleFacts, now: Date): Circle {
  const { circle } = facts;
  const isOver = circle.status !== 'PROPOSED' && membersOf(facts).length < circleMembersMin;
  // A draft of a group was agreed on with somebody who is gone.
  const rest = { ...circle, groupDraft: undefined };
  return isOver ? { ...rest, status: 'ENDED', endedAt: now } : rest;
}

/** Checks what somebody plans: a time ahead and a place. */
export function planMeeting(
  { meetsAt, place }: Pick<Meeting, 'meetsAt' | 'place'>,
  { id, circleId, now }: { readonly id: Meeting['id']; readonly circleId: CircleId; readonly now: Date },
): Result<Meeting, ValidationError> {
  const aheadMs = meetsAt.getTime() - now.getTime();
  return new FieldChecks()
    .that(aheadMs > 0, 'meetsAt', 'OUT_OF_RANGE', 'A meeting lies ahead.')
    .that(aheadMs <= meetingAheadMs, 'meetsAt', 'OUT_OF_RANGE', 'Plan at most half a year ahead.')
    .text('place', place, { min: 3, max: 120 })
    .finish({ id, circleId, meetsAt, place: place.trim(), cancelledAt: undefined });
}
