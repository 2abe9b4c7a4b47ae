/*
 * That somebody helps with a request. Life: stands until either side ends it, which needs no reason. Owner: membership.
 */
import { FieldChecks, type Id, type Result, type ValidationError } from '@guildhall/kernel';
import type { HelpFacts, HelpRequest, HelpRequestId, HelpStatus } from '../help-request/help-request.js';
import type { MemberId } from '../member/member.js';

/** The id of a match. */
export type HelpMatchId = Id<'HelpMatch'>;

/** A match as stored. Its seat is one of as many as helpers are wanted; the database lets nobody sit in two. */
export type HelpMatch = {
  readonly id: HelpMatchId;
  readonly requestId: HelpRequestId;
  readonly helpersWanted: number;
  readonly helperId: MemberId;
  readonly seat: number;
  readonly status: 'LIVE' | 'ENDED';
  readonly thanks: string | undefined;
  readonly thankedAt: Date | undefined;
  readonly matchedAt: Date;
  readonly endedAt: Date | undefined;
  readonly version: number;
};

/** The states of a request in which those matched see how to reach each other. */
export const contactOpenIn: readonly HelpStatus[] = ['MATCHED', 'ARRANGED', 'DONE_CLAIMED', 'DISPUTED'];

/** A match on the lowest free seat. */
export function matchOf(
  { request, helpers }: HelpFacts,
  { id, helperId, now }: { readonly id: HelpMatchId; readonly helperId: MemberId; readonly now: Date },
): HelpMatch {
  const taken = new Set(helpers.map(({ seat }) => seat));
  let seat = 1;
  while (taken.has(seat)) seat += 1;
  return {
    id,
    requestId: request.id,
    helpersWanted: request.helpersWanted,
    helperId,
    seat,
    status: 'LIVE',
    thanks: undefined,
    thankedAt: undefined,
    matchedAt: now,
    endedAt: undefined,
    version: 1,
  };
}

/** Where and when to meet, checked. */
export type Meeting = { readonly place: string; readonly at: Date };

/** Checks a proposed meeting. */
export function checkMeeting({ place, at }: Meeting, now: Date): Result<Meeting, ValidationError> {
  return new FieldChecks()
    .text('place', place, { min: 3, max: 200 })
    .that(at > now, 'at', 'OUT_OF_RANGE', 'Meet in the future.')
    .finish({ place: place.trim(), at });
}

/** Checks words of thanks. */
export function checkThanks(words: string): Result<string, ValidationError> {
  return new FieldChecks().text('words', words, { min: 3, max: 500 }).finish(words.trim());
}

/** Everybody who takes part: the requester and those who help. */
export function partiesOf({ request, helpers }: Pick<HelpFacts, 'request' | 'helpers'>): readonly MemberId[] {
  return [request.requesterId, ...helpers.map(({ helperId }) => helperId)];
}

/** Everybody who takes part but one. */
export function othersOf(facts: Pick<HelpFacts, 'request' | 'helpers'>, memberId: MemberId): readonly MemberId[] {
  return partiesOf(facts).filter((id) => id !== memberId);
}

/** The request without anything agreed with those who are gone. */
export function withoutMeetingOf(request: HelpRequest, leaver: MemberId, isLast: boolean): HelpRequest {
  const meetingAgreedBy = request.meetingAgreedBy.filter((id) => id !== leaver);
  return isLast
    ? { ...request, meetingPlace: undefined, meetingAt: undefined, meetingAgreedBy: [] }
    : { ...request, meetingAgreedBy };
}
