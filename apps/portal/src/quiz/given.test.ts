import { describe, expect, it } from '@jest/globals';
import { givenFrom, isGiven, moved, nothingGiven, readNumber, toAnswer } from './given.js';

describe('an answer as it is typed', () => {
  it.each([
    ['12.5', 12.5],
    [' 12,5 ', 12.5],
    ['1 000', 1000],
    ['-.5', -0.5],
    ['twelve', undefined],
    ['1,2,3', undefined],
    ['', undefined],
  ])('%j reads as the number %j', (text, number) => {
    expect(readNumber(text)).toBe(number);
  });

  it('is sent as its question asks for, and not at all when it is no number', () => {
    expect(toAnswer('NUMERIC', { choices: [], text: '3,5' })).toEqual({ choices: [], number: 3.5 });
    expect(toAnswer('NUMERIC', { choices: [], text: 'x' })).toBeUndefined();
    expect(toAnswer('NUMERIC', nothingGiven)).toEqual({ choices: [] });
    expect(toAnswer('SHORT_TEXT', { choices: [], text: ' tea ' })).toEqual({ choices: [], text: 'tea' });
    expect(toAnswer('SHORT_TEXT', nothingGiven)).toEqual({ choices: [] });
    expect(toAnswer('ORDERING', { choices: [2, 1], text: '' })).toEqual({ choices: [2, 1] });
  });

  it('comes back as it was saved', () => {
    expect(givenFrom({ choices: [], number: 3.5, text: null })).toEqual({ choices: [], text: '3.5' });
    expect(givenFrom(null)).toEqual(nothingGiven);
    expect([isGiven(nothingGiven), isGiven({ choices: [1], text: '' })]).toEqual([false, true]);
  });

  it('moves one place at a time, and never off the list', () => {
    expect(moved([1, 2, 3], 1, -1)).toEqual([2, 1, 3]);
    expect(moved([1, 2, 3], 2, 1)).toEqual([1, 2, 3]);
    expect(moved([1, 2, 3], 0, -1)).toEqual([1, 2, 3]);
  });
});
