import { describe, expect, it } from '@jest/globals';
import type { Id } from '@guildhall/kernel';
import { recommendationRules } from './recommendation-rules.js';
import { recommend, type Candidate, type Interests } from './recommendation.js';

const now = new Date('2026-10-05T09:00:00.000Z');
const inDays = (days: number): Date => new Date(now.getTime() + days * 86_400_000);
const chess = 'chess' as Id<'Group'>;
const choir = 'choir' as Id<'Group'>;

const candidate = (id: string, changes: Partial<Candidate> = {}): Candidate => ({
  id: id as Id<'Activity'>,
  groupId: choir,
  kind: 'SOCIAL',
  startsAt: inDays(10),
  languages: [],
  hasFreeSeat: true,
  isLimited: true,
  ...changes,
});
const nobody: Interests = { groupIds: [], attended: [], languages: [] };
const ranked = (candidates: readonly Candidate[], interests: Partial<Interests>) =>
  recommend(candidates, { ...nobody, ...interests }, { now, rules: recommendationRules });

describe('what is recommended', () => {
  it('is nothing to somebody of whom nothing is known', () => {
    expect(ranked([candidate('a'), candidate('b', { startsAt: inDays(1) })], {})).toEqual([]);
  });

  it('names every reason, the most telling first', () => {
    const evening = candidate('a', { groupId: chess, startsAt: inDays(2), languages: ['zh-CN'] });
    expect(
      ranked([evening], { groupIds: [chess], attended: [{ groupId: choir, kind: 'SOCIAL' }], languages: ['zh'] }),
    ).toEqual([{ id: 'a', reasons: ['GROUP_MEMBER', 'ATTENDED_ALIKE', 'LANGUAGE', 'FREE_SEATS_SOON'] }]);
  });

  it('puts groups somebody joined before kinds they took part in, and these before languages', () => {
    const list = [
      candidate('language', { kind: 'SPORT', languages: ['fr'] }),
      candidate('kind', { kind: 'TRAINING' }),
      candidate('group', { groupId: chess, kind: 'SPORT' }),
      candidate('nothing', { kind: 'SPORT' }),
    ];
    const interests = {
      groupIds: [chess],
      attended: [{ groupId: chess, kind: 'TRAINING' as const }],
      languages: ['fr'],
    };
    expect(ranked(list, interests).map(({ id }) => id)).toEqual(['group', 'kind', 'language']);
  });

  it('puts the sooner first among equals, and is the same every time', () => {
    const list = [candidate('b'), candidate('later', { startsAt: inDays(20) }), candidate('a')];
    const order = ranked(list, { groupIds: [choir] }).map(({ id }) => id);
    expect(order).toEqual(['a', 'b', 'later']);
    expect(ranked(list.toReversed(), { groupIds: [choir] }).map(({ id }) => id)).toEqual(order);
  });

  it('never tells of a free seat where everybody may come, where none is free, or where there is time', () => {
    const reasons = (changes: Partial<Candidate>) =>
      ranked([candidate('a', { startsAt: inDays(1), ...changes })], { groupIds: [choir] })[0]?.reasons;
    expect(reasons({})).toEqual(['GROUP_MEMBER', 'FREE_SEATS_SOON']);
    expect(reasons({ isLimited: false })).toEqual(['GROUP_MEMBER']);
    expect(reasons({ hasFreeSeat: false })).toEqual(['GROUP_MEMBER']);
    expect(reasons({ startsAt: inDays(8) })).toEqual(['GROUP_MEMBER']);
  });
});
