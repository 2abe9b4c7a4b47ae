import { describe, expect, it } from '@jest/globals';
import { actors, fixedId, memberIds, whoMay, type ActorName } from '../../test/personas.js';
import { matchOf } from '../help-match/help-match.js';
import { helpOfferPolicy } from '../help-offer/help-offer.policy.js';
import { offerTo, type HelpOfferAction, type HelpOfferStatus } from '../help-offer/help-offer.js';
import { helpSettingPolicy } from '../help-setting/help-setting.policy.js';
import { draftOf, helpLifecycle, type HelpAction, type HelpFacts, type HelpStatus } from './help-request.js';
import { helpPolicy, visibleHelp } from './help-request.policy.js';

const now = new Date(0);
const request = draftOf(
  {
    kind: 'BORROW',
    title: 'Borrow a drill',
    words: 'For one afternoon.',
    language: 'en',
    place: undefined,
    windowFrom: undefined,
    windowTo: undefined,
    helpersWanted: 2,
    credits: 0,
    deadline: now,
  },
  { id: fixedId<'HelpRequest'>(1), requesterId: memberIds.ada, now },
);
const bare: HelpFacts = { request, helpers: [], waiting: 0, own: undefined };
const match = matchOf(bare, { id: fixedId<'HelpMatch'>(1), helperId: memberIds.mo, now });
const facts: HelpFacts = { ...bare, helpers: [match] };
const at = (status: HelpStatus, rest: Partial<HelpFacts['request']> = {}): HelpFacts => ({
  ...facts,
  request: { ...request, status, ...rest },
});

describe('who may do what with a request of ada’s that mo helps with', () => {
  const expected: Readonly<Record<HelpAction, readonly ActorName[]>> = {
    REVISE: ['ada'],
    POST: ['ada'],
    OFFER: ['omar', 'uma', 'rosa'],
    ACCEPT: ['ada'],
    PROPOSE_MEETING: ['ada', 'mo'],
    AGREE_MEETING: ['ada', 'mo'],
    UNMATCH: ['ada', 'mo'],
    CLAIM_DONE: ['ada', 'mo'],
    CONFIRM_DONE: ['ada'],
    DISPUTE: ['ada'],
    SETTLE: ['uma'],
    THANK: ['ada'],
    CANCEL: ['ada'],
    REPOST: ['ada'],
    REPORT: ['omar', 'uma', 'rosa', 'mo'],
    RECOUNT: ['system'],
    EXPIRE: ['system'],
    COMPLETE_UNANSWERED: ['system'],
    HOLD: ['system'],
    RESTORE: ['system'],
    REMOVE: ['system'],
  };
  it.each(helpLifecycle.actions)('%s', (action) => {
    const claimed = at('DONE_CLAIMED', { doneBy: memberIds.mo });
    expect(whoMay((actor) => helpPolicy.can(actor, action, claimed))).toEqual(expected[action]);
  });

  it('the side that called it done does not confirm or dispute it', () => {
    const claimed = at('DONE_CLAIMED', { doneBy: memberIds.ada });
    for (const action of ['CONFIRM_DONE', 'DISPUTE'] as const)
      expect(whoMay((actor) => helpPolicy.can(actor, action, claimed))).toEqual(['mo']);
  });

  it('nobody agrees twice, and an officer who takes part decides nothing', () => {
    const agreed = at('MATCHED', { meetingAgreedBy: [memberIds.mo] });
    expect(whoMay((actor) => helpPolicy.can(actor, 'AGREE_MEETING', agreed))).toEqual(['ada']);
    const helpers = [{ ...match, helperId: memberIds.uma }];
    expect(whoMay((actor) => helpPolicy.can(actor, 'SETTLE', { ...facts, helpers }))).toEqual([]);
  });

  it('members ask', () => {
    expect(whoMay(helpPolicy.canAsk)).toEqual(['ada', 'omar', 'uma', 'rosa', 'mo']);
    expect(whoMay(helpSettingPolicy.canChange)).toEqual(['ada', 'omar', 'uma', 'rosa', 'mo']);
    expect(whoMay((actor) => helpSettingPolicy.canNoteMinor(actor, { subject: 'ada' }))).toEqual(['sys']);
    expect(whoMay((actor) => helpSettingPolicy.canNoteMinor(actor, { subject: 'sys' }))).toEqual([]);
  });
});

describe('who is shown what of it', () => {
  it('how far it has come is for those who take part, and for officers while it is disputed', () => {
    expect(whoMay((actor) => helpPolicy.canSeeCourse(actor, at('MATCHED')))).toEqual(['system', 'ada', 'mo']);
    expect(whoMay((actor) => helpPolicy.canSeeCourse(actor, at('DISPUTED')))).toEqual(['system', 'ada', 'uma', 'mo']);
    expect(whoMay((actor) => helpPolicy.shownStatus(actor, at('OFFERED')) === 'OFFERED')).toEqual([
      'system',
      'ada',
      'mo',
    ]);
  });

  it('the reason of a call-off is for all who take part, that of a removal for who asked', () => {
    expect(whoMay((actor) => helpPolicy.canSeeReason(actor, at('CANCELLED')))).toEqual(['ada', 'mo']);
    expect(whoMay((actor) => helpPolicy.canSeeReason(actor, at('REMOVED')))).toEqual(['ada']);
  });

  it('contact opens to the two who are matched, from the match to its end', () => {
    const open = helpLifecycle.states.filter(
      (status) =>
        whoMay((actor) =>
          helpPolicy.canSeeContact(actor, { request: at(status).request, helperId: memberIds.mo }),
        ).join() === 'ada,mo',
    );
    expect(open.toSorted()).toEqual(['ARRANGED', 'DISPUTED', 'DONE_CLAIMED', 'MATCHED']);
    expect(
      whoMay((actor) => helpPolicy.canSeeContact(actor, { request: at('OPEN').request, helperId: memberIds.mo })),
    ).toEqual([]);
  });

  it('everything is the platform’s, disputes are officers’, and without a membership nothing', () => {
    expect(whoMay((actor) => visibleHelp(actor).everything)).toEqual(['system']);
    expect(whoMay((actor) => visibleHelp(actor).disputes)).toEqual(['uma']);
    expect(whoMay((actor) => visibleHelp(actor).member !== undefined)).toEqual(['ada', 'omar', 'uma', 'rosa', 'mo']);
  });
});

describe('who may do what with an offer of mo’s to ada', () => {
  const offer = offerTo(request, { id: fixedId<'HelpOffer'>(1), helperId: memberIds.mo, words: 'Yes', now });
  const expected: Readonly<Record<HelpOfferAction, readonly ActorName[]>> = {
    ACCEPT: ['ada'],
    DECLINE: ['ada'],
    WITHDRAW: ['mo'],
    LAPSE: ['system'],
    RENEW: ['mo'],
  };
  it.each(Object.keys(expected) as HelpOfferAction[])('%s', (action) => {
    expect(whoMay((actor) => helpOfferPolicy.can(actor, action, offer))).toEqual(expected[action]);
  });

  it('is called the same to its helper whether it was declined or not', () => {
    const shown = (status: HelpOfferStatus, isAsking: boolean) =>
      helpOfferPolicy.shownStatus(actors.mo, { ...offer, status }, isAsking);
    for (const isAsking of [true, false]) expect(shown('DECLINED', isAsking)).toBe(shown('OFFERED', isAsking));
    expect([shown('OFFERED', true), shown('OFFERED', false), shown('LAPSED', true)]).toEqual([
      'OFFERED',
      'CLOSED',
      'CLOSED',
    ]);
    expect(helpOfferPolicy.shownStatus(actors.ada, { ...offer, status: 'DECLINED' }, true)).toBe('CLOSED');
  });
});
