import { describe, expect, it } from '@jest/globals';
import { hanPairs } from './han-pairs.js';

describe('pairs of Chinese characters', () => {
  it('overlap, so that a word inside a longer one is found', () => {
    expect(hanPairs('图书馆开放时间')).toBe('图书 书馆 馆开 开放 放时 时间');
    expect(hanPairs('延长图书馆').split(' ')).toEqual(expect.arrayContaining(hanPairs('图书馆').split(' ')));
  });

  it('never join what other characters part, and keep a lone one', () => {
    expect(hanPairs('食堂 open 水')).toBe('食堂 水');
    expect(hanPairs('library')).toBe('');
  });

  it('count characters beyond the basic plane as one', () => {
    expect(hanPairs('𠮷野家')).toBe('𠮷野 野家');
  });
});
