import { describe, expect, it } from '@jest/globals';
import { toId } from '@guildhall/kernel';
import { actors, authorId } from '../../test/actors.js';
import {
  mentorOfferLifecycle,
  type MentorOffer,
  type MentorOfferAction,
  type MentorOfferStatus,
} from './mentor-offer.js';
import {
  mentorPairLifecycle,
  takesPlace,
  type MentorPair,
  type MentorPairMove,
  type MentorPairStatus,
} from './mentor-pair.js';
import { mentorOfferPolicy, mentorPairPolicy, seenStatus } from './mentor-pair.policy.js';
import { reasonsFor, suggestMentors } from './mentor-reasons.js';

const now = new Date('2026-10-05T09:00:00.000Z');
const later = new Date('2026-11-05T09:00:00.000Z');
const menteeId = toId<'Member'>('018f0000-0000-7000-8000-00000000000b');
const pair = (status: MentorPairStatus): MentorPair => ({
  id: toId('018f0000-0000-4000-8000-0000000000d1'),
  offerId: toId('018f0000-0000-7000-8000-0000000000d2'),
  mentorId: authorId,
  menteeId,
  line: 'Could you help me?',
  status,
  askedAt: now,
  answerUntil: new Date('2026-11-04T09:00:00.000Z'),
  startedAt: status === 'ACTIVE' ? now : undefined,
  endedAt: undefined,
  version: 1,
});
const offer = (changes: Partial<MentorOffer> = {}): MentorOffer => ({
  id: toId('018f0000-0000-7000-8000-0000000000d2'),
  memberId: authorId,
  topics: ['Proofs', 'Essay writing'],
  courses: ['Logic'],
  languages: ['en', 'zh-Hans'],
  about: 'Glad to help.',
  menteesMax: 2,
  status: 'OPEN',
  offeredAt: now,
  version: 1,
  ...changes,
});

describe('the life of a pair', () => {
  it.each<[MentorPairStatus, readonly string[], readonly string[]]>([
    ['PROPOSED', ['WITHDRAW', 'ACCEPT', 'DECLINE'], ['LAPSE']],
    ['DECLINED', ['WITHDRAW'], ['LAPSE']],
    ['LAPSED', [], []],
    ['ACCEPTED', ['WITHDRAW', 'CONFIRM', 'END'], ['END', 'LAPSE']],
    ['ACTIVE', ['END', 'SET_GOALS', 'NOTE_MEETINGS'], ['END', 'SET_GOALS', 'NOTE_MEETINGS']],
    ['WITHDRAWN', [], []],
    ['ENDED', [], []],
  ])('allows in %s in time: %s, and afterwards: %s', (status, inTime, afterwards) => {
    expect(mentorPairLifecycle.possible(pair(status), now)).toEqual(inTime);
    expect(mentorPairLifecycle.possible(pair(status), later)).toEqual(afterwards);
  });

  it('takes a place of the mentor from their yes to the end', () => {
    const statuses = mentorPairLifecycle.states.filter((status) => takesPlace({ status }));
    expect(statuses).toEqual(['ACCEPTED', 'ACTIVE']);
  });

  it('never tells a decline from an ask that waits', () => {
    expect(mentorPairLifecycle.states.map((status) => seenStatus(pair(status)))).toEqual([
      'PROPOSED',
      'PROPOSED',
      'ENDED',
      'ACCEPTED',
      'ACTIVE',
      'ENDED',
      'ENDED',
    ]);
  });
});

describe('who may do what in a pair', () => {
  const mentor = ['author', 'authorRep', 'authorOfficer'];
  const mentee = ['member', 'president', 'rep', 'officer'];
  it.each<[MentorPairMove, readonly string[]]>([
    ['WITHDRAW', mentee],
    ['ACCEPT', mentor],
    ['DECLINE', mentor],
    ['CONFIRM', mentee],
    ['END', [...mentee, ...mentor]],
    ['SET_GOALS', [...mentee, ...mentor]],
    ['NOTE_MEETINGS', [...mentee, ...mentor]],
    ['LAPSE', ['system']],
  ])('lets %s: %s', (action, allowed) => {
    const able = Object.entries(actors).flatMap(([name, actor]) =>
      mentorPairPolicy.can(actor, action, pair('ACTIVE')) ? [name] : [],
    );
    expect(able).toEqual(allowed);
  });
});

describe('an offer to be a mentor', () => {
  it.each<[MentorOfferStatus, readonly string[]]>([
    ['OPEN', ['ASK', 'EDIT', 'PAUSE', 'WITHDRAW']],
    ['PAUSED', ['EDIT', 'RESUME', 'WITHDRAW']],
    ['WITHDRAWN', ['EDIT']],
  ])('allows while %s: %s', (status, possible) => {
    expect(mentorOfferLifecycle.possible(offer({ status }), now)).toEqual(possible);
  });

  const own = ['author', 'authorRep', 'authorOfficer'];
  it.each<[MentorOfferAction, readonly string[]]>([
    ['ASK', ['member', 'president', 'rep', 'officer']],
    ['EDIT', own],
    ['PAUSE', own],
    ['RESUME', own],
    ['WITHDRAW', own],
  ])('lets %s: %s', (action, allowed) => {
    const able = Object.entries(actors).flatMap(([name, actor]) =>
      mentorOfferPolicy.can(actor, action, offer()) ? [name] : [],
    );
    expect(able).toEqual(allowed);
  });
});

describe('the reasons for a mentor', () => {
  const seeker = { topics: ['proofs'], courses: ['logic'], languages: ['en-GB'] };

  it('are what the two have in common, whatever the spelling', () => {
    expect(reasonsFor({ offer: offer(), isSameProgramme: true }, seeker)).toEqual([
      { kind: 'TOPIC', about: 'Proofs' },
      { kind: 'COURSE', about: 'Logic' },
      { kind: 'SAME_PROGRAMME', about: undefined },
      { kind: 'LANGUAGE', about: 'en' },
    ]);
    expect(reasonsFor({ offer: offer(), isSameProgramme: false }, { topics: [], courses: [], languages: [] })).toEqual(
      [],
    );
  });

  it('suggest nobody for a language alone, and six at most', () => {
    const speaks = { offer: offer({ topics: [], courses: [] }), isSameProgramme: false };
    expect(suggestMentors([speaks], seeker)).toEqual([]);
    const many = Array.from({ length: 9 }, () => ({ offer: offer(), isSameProgramme: false }));
    expect(suggestMentors(many, seeker)).toHaveLength(6);
  });
});
