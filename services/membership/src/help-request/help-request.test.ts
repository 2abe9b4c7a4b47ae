import { describe, expect, it } from '@jest/globals';
import { fixedId, memberIds } from '../../test/personas.js';
import type { HelpMatch } from '../help-match/help-match.js';
import { checkMeeting, contactOpenIn, matchOf } from '../help-match/help-match.js';
import {
  helpOfferLifecycle,
  offerTo,
  renewOffer,
  stepOffer,
  type HelpOffer,
  type HelpOfferStatus,
} from '../help-offer/help-offer.js';
import { silenceMs } from './help-limits.js';
import {
  draftOf,
  helpLifecycle,
  repostOf,
  settle,
  standingOf,
  step,
  type HelpAction,
  type HelpFacts,
  type HelpRequest,
  type HelpStatus,
} from './help-request.js';

const now = new Date('2026-10-05T09:00:00Z');
const inDays = (days: number) => new Date(now.getTime() + days * 86_400_000);
const ask = {
  kind: 'BORROW' as const,
  title: 'Borrow a drill',
  words: 'For one afternoon, I bring it back clean.',
  language: 'en',
  place: undefined,
  windowFrom: undefined,
  windowTo: undefined,
  helpersWanted: 2,
  credits: 1,
  deadline: inDays(10),
};
const request: HelpRequest = {
  ...draftOf(ask, { id: fixedId<'HelpRequest'>(1), requesterId: memberIds.ada, now }),
  postedAt: now,
};
const facts = (changes: Partial<HelpRequest>, rest: Partial<HelpFacts> = {}): HelpFacts => ({
  request: { ...request, ...changes },
  helpers: [],
  waiting: 1,
  own: undefined,
  ...rest,
});
const match: HelpMatch = matchOf(facts({}), { id: fixedId<'HelpMatch'>(1), helperId: memberIds.mo, now });

describe('machine F', () => {
  const everywhere: Readonly<Record<HelpStatus, readonly HelpAction[]>> = {
    DRAFT: ['REVISE', 'POST', 'CANCEL'],
    OPEN: ['OFFER', 'CANCEL', 'RECOUNT', 'HOLD', 'REMOVE', 'REPORT'],
    OFFERED: ['OFFER', 'ACCEPT', 'CANCEL', 'RECOUNT', 'HOLD', 'REMOVE', 'REPORT'],
    MATCHED: [
      'OFFER',
      'ACCEPT',
      'PROPOSE_MEETING',
      'AGREE_MEETING',
      'UNMATCH',
      'CANCEL',
      'RECOUNT',
      'HOLD',
      'REMOVE',
      'REPORT',
    ],
    ARRANGED: ['PROPOSE_MEETING', 'UNMATCH', 'CLAIM_DONE', 'CANCEL', 'HOLD', 'REMOVE', 'REPORT'],
    DONE_CLAIMED: ['CONFIRM_DONE', 'DISPUTE', 'HOLD', 'REMOVE', 'REPORT'],
    DISPUTED: ['SETTLE', 'HOLD', 'REMOVE', 'REPORT'],
    COMPLETED: ['THANK', 'HOLD', 'REMOVE', 'REPORT'],
    EXPIRED: ['REPOST', 'HOLD', 'REMOVE', 'REPORT'],
    CANCELLED: ['HOLD', 'REMOVE', 'REPORT'],
    HELD: ['RESTORE', 'REMOVE'],
    REMOVED: ['RESTORE'],
  };
  it.each(helpLifecycle.states)('from %s leads where it should and nowhere else', (status) => {
    const subject = facts(
      { status, helpersFound: 1, meetingPlace: 'Library', meetingAt: inDays(1), doneAt: now },
      { helpers: [match] },
    );
    expect(helpLifecycle.possible(subject, now)).toEqual(
      helpLifecycle.actions.filter((action) => everywhere[status].includes(action)),
    );
  });

  it('goes by the clock: expiry from the deadline on, asking until then, silence after a week', () => {
    const can = (action: HelpAction, subject: HelpFacts, at: Date) => helpLifecycle.can(action, subject, at);
    for (const status of ['OPEN', 'OFFERED'] as const) {
      const subject = facts({ status });
      expect([can('EXPIRE', subject, inDays(9.99)), can('EXPIRE', subject, inDays(10))]).toEqual([false, true]);
      expect([can('OFFER', subject, inDays(9.99)), can('OFFER', subject, inDays(10))]).toEqual([true, false]);
    }
    expect(can('EXPIRE', facts({ status: 'MATCHED', helpersFound: 1 }), inDays(11))).toBe(false);
    expect(can('POST', facts({ status: 'DRAFT' }), inDays(10))).toBe(false);
    const claimed = facts({ status: 'DONE_CLAIMED', doneAt: now });
    const [before, after] = [new Date(now.getTime() + silenceMs - 1), new Date(now.getTime() + silenceMs)];
    expect([can('COMPLETE_UNANSWERED', claimed, before), can('COMPLETE_UNANSWERED', claimed, after)]).toEqual([
      false,
      true,
    ]);
    expect([can('DISPUTE', claimed, before), can('DISPUTE', claimed, after)]).toEqual([true, false]);
  });

  it('goes by the facts: free places, offers that wait, what is thanked and reposted already', () => {
    const can = (action: HelpAction, subject: HelpFacts) => helpLifecycle.can(action, subject, now);
    expect(can('OFFER', facts({ status: 'MATCHED', helpersFound: 2 }))).toBe(false);
    expect(can('ACCEPT', facts({ status: 'MATCHED', helpersFound: 2 }))).toBe(false);
    expect(can('ACCEPT', facts({ status: 'OFFERED' }, { waiting: 0 }))).toBe(false);
    expect(can('AGREE_MEETING', facts({ status: 'MATCHED' }))).toBe(false);
    expect(can('REPOST', facts({ status: 'EXPIRED', repostedAsId: request.id }))).toBe(false);
    const thanked = { ...match, thanks: 'Thanks', thankedAt: now };
    expect(can('THANK', facts({ status: 'COMPLETED' }, { helpers: [thanked] }))).toBe(false);
    const offer = offerTo(request, { id: fixedId<'HelpOffer'>(1), helperId: memberIds.mo, words: 'Yes', now });
    const own = (status: HelpOfferStatus) => facts({ status: 'OPEN' }, { own: { ...offer, status, declinedAt: now } });
    const free = (['OFFERED', 'DECLINED', 'WITHDRAWN', 'LAPSED', 'ACCEPTED'] as const).filter((status) =>
      can('OFFER', own(status)),
    );
    expect(free).toEqual(['WITHDRAWN', 'LAPSED']);
  });

  it('stands by who helps, who waits and what is agreed', () => {
    const meeting = { meetingPlace: 'Library', meetingAt: inDays(1) };
    const both = [memberIds.ada, memberIds.mo];
    expect(standingOf(facts({}, { waiting: 0 }))).toBe('OPEN');
    expect(standingOf(facts({}))).toBe('OFFERED');
    expect(standingOf(facts({}, { helpers: [match] }))).toBe('MATCHED');
    expect(standingOf(facts({ ...meeting, meetingAgreedBy: [memberIds.ada] }, { helpers: [match] }))).toBe('MATCHED');
    expect(standingOf(facts({ ...meeting, meetingAgreedBy: both }, { helpers: [match] }))).toBe('ARRANGED');
    const before = facts({ status: 'MATCHED', helpersFound: 1 }, { helpers: [match], waiting: 0 });
    const after = { ...before, helpers: [] };
    expect(settle(before, 'UNMATCH', { after, now })).toMatchObject({ value: { status: 'OPEN', helpersFound: 0 } });
    const late = facts({ status: 'DONE_CLAIMED' });
    expect(settle(late, 'UNMATCH', { after: late, now })).toMatchObject({ error: { state: 'DONE_CLAIMED' } });
  });

  it('comes back from a moderator to where it stood', () => {
    expect(step(facts({ status: 'HELD', heldFrom: 'ARRANGED' }), 'RESTORE', now, 'ARRANGED')).toMatchObject({
      value: { status: 'ARRANGED' },
    });
    expect(contactOpenIn).toEqual(['MATCHED', 'ARRANGED', 'DONE_CLAIMED', 'DISPUTED']);
  });

  it('is asked again as it was, for as long, without a time that is over', () => {
    const expired = {
      ...request,
      status: 'EXPIRED' as const,
      windowFrom: inDays(1),
      windowTo: inDays(2),
      statusReason: 'x',
      version: 7,
    };
    const again = repostOf(expired, fixedId<'HelpRequest'>(2), inDays(11));
    expect(again).toMatchObject({
      id: fixedId(2),
      status: 'OPEN',
      title: 'Borrow a drill',
      deadline: inDays(21),
      postedAt: inDays(11),
      helpersFound: 0,
      version: 1,
    });
    expect([again.windowFrom, again.windowTo, again.statusReason, again.repostedAsId]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('the life of an offer', () => {
  const offer: HelpOffer = offerTo(request, {
    id: fixedId<'HelpOffer'>(1),
    helperId: memberIds.mo,
    words: 'I have one.',
    now,
  });
  it('has these steps and no others', () => {
    const possible = (status: HelpOfferStatus) => helpOfferLifecycle.possible({ ...offer, status }, now);
    expect({
      OFFERED: possible('OFFERED'),
      DECLINED: possible('DECLINED'),
      WITHDRAWN: possible('WITHDRAWN'),
      LAPSED: possible('LAPSED'),
      ACCEPTED: possible('ACCEPTED'),
    }).toEqual({
      OFFERED: ['ACCEPT', 'DECLINE', 'WITHDRAW', 'LAPSE'],
      DECLINED: ['WITHDRAW', 'LAPSE'],
      WITHDRAWN: ['RENEW'],
      LAPSED: ['RENEW'],
      ACCEPTED: ['LAPSE'],
    });
  });

  it('remembers a no through taking back and offering again', () => {
    const declined = stepOffer(offer, 'DECLINE', now);
    if (!declined.ok) throw new Error('it could be declined');
    const back = stepOffer(declined.value, 'WITHDRAW', now);
    if (!back.ok) throw new Error('it could be taken back');
    expect(renewOffer(back.value, 'Please?', inDays(1))).toMatchObject({
      value: { status: 'DECLINED', words: 'Please?' },
    });
    expect(renewOffer({ ...offer, status: 'LAPSED' }, 'Again', now)).toMatchObject({ value: { status: 'OFFERED' } });
    expect(renewOffer(offer, 'Twice', now)).toMatchObject({ error: { __typename: 'IllegalTransitionError' } });
  });
});

describe('a match', () => {
  it('takes the lowest free seat', () => {
    const helpers = [
      { ...match, seat: 1 },
      { ...match, seat: 3 },
    ];
    expect(matchOf(facts({}, { helpers }), { id: match.id, helperId: memberIds.rosa, now }).seat).toBe(2);
  });

  it('meets at a place that is named, in the future', () => {
    expect(checkMeeting({ place: ' The café ', at: inDays(1) }, now)).toMatchObject({ value: { place: 'The café' } });
    expect(checkMeeting({ place: 'x', at: now }, now)).toMatchObject({
      error: { fields: [{ path: 'place' }, { path: 'at' }] },
    });
  });
});
