import { describe, expect, it } from '@jest/globals';
import { actors, groupId, whoMay } from '../../test/personas.js';
import { cursorOf, isSearchable, mergeHits, placeOf, type SearchHit } from './search.js';
import { searchScope } from './search.policy.js';
import { snippetOf } from './snippet.js';

const hit = (changes: Partial<SearchHit>): SearchHit => ({
  kind: 'PERSON',
  rank: 'NAME',
  key: 'ada',
  id: '1',
  texts: [],
  ...changes,
});

describe('a search', () => {
  it('needs two letters, or one Chinese character', () => {
    for (const text of ['', ' ', 'a', 'a!', '👍👍']) expect(isSearchable(text)).toBe(false);
    for (const text of ['ad', 'a 1', '图', 'é1']) expect(isSearchable(text)).toBe(true);
  });

  it('lists the better rank first, then people, groups and posts', () => {
    const lists = [
      [hit({ rank: 'NAME_BEGINS', id: 'person' }), hit({ rank: 'WORDS', id: 'worded person' })],
      [
        hit({ kind: 'GROUP', rank: 'EXACT_NAME', id: 'group' }),
        hit({ kind: 'GROUP', rank: 'WORDS', id: 'worded group' }),
      ],
      [hit({ kind: 'POST', rank: 'WORDS', id: 'post' })],
    ];
    expect(mergeHits(lists).map(({ id }) => id)).toEqual(['group', 'person', 'worded person', 'worded group', 'post']);
  });

  it('goes on in each kind behind the last hit of the page', () => {
    const after = cursorOf(hit({ kind: 'GROUP', rank: 'WORDS', key: 'chess', id: '7' }));
    expect(placeOf('PERSON', after)).toEqual({ rank: 4, key: undefined, id: undefined });
    expect(placeOf('GROUP', after)).toEqual({ rank: 3, key: 'chess', id: '7' });
    expect(placeOf('POST', after)).toEqual({ rank: 3, key: undefined, id: undefined });
    expect(placeOf('POST', undefined)).toEqual({ rank: 0, key: undefined, id: undefined });
  });
});

describe('who may find what', () => {
  it('is more for members than for others, and no more for those with an office', () => {
    expect(whoMay((actor) => searchScope(actor).audience === 'MEMBERS')).toEqual(['ada', 'omar', 'uma', 'rosa', 'mo']);
    expect(whoMay((actor) => searchScope(actor).groups.includes(groupId))).toEqual(['ada', 'omar', 'rosa']);
    expect(whoMay((actor) => searchScope(actor).postsOf.includes(groupId))).toEqual(['ada', 'omar', 'rosa']);
    expect(whoMay((actor) => searchScope(actor).campus)).toEqual(['ada', 'omar', 'uma', 'rosa', 'mo']);
    expect(searchScope(actors.sys)).toEqual({
      viewer: undefined,
      audience: 'PUBLIC',
      groups: [],
      proposed: [],
      postsOf: [],
      campus: false,
    });
  });
});

describe('a snippet', () => {
  const shown = (text: string, typed: string): readonly string[] => {
    const { text: part, ranges } = snippetOf(text, typed);
    return ranges.map(({ start, end }) => part.slice(start, end));
  };

  it('points at the words that were typed, their forms, and unfinished ones', () => {
    expect(shown('Chess and running clubs', 'chess run')).toEqual(['Chess', 'running']);
    expect(shown('A club for all', 'clubs')).toEqual(['club']);
    expect(shown('Nothing here', 'chess')).toEqual([]);
  });

  it('points at Chinese characters inside a longer run', () => {
    expect(shown('延长图书馆开放时间', '图书馆')).toEqual(['图书馆']);
  });

  it('is a part of at most 160 characters around the first word found', () => {
    const long = `${'word '.repeat(60)}treasure ${'word '.repeat(60)}`;
    const { text, ranges } = snippetOf(long, 'treasure');
    expect(text.length).toBeLessThanOrEqual(160);
    expect(ranges.map(({ start, end }) => text.slice(start, end))).toEqual(['treasure']);
  });
});
