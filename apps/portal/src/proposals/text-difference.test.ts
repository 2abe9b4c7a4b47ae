import { describe, expect, it } from '@jest/globals';
import { differenceOf } from './text-difference.js';

const shown = (before: string, after: string): string =>
  differenceOf(before, after)
    .map(({ kind, words }) => ({ same: words, out: `[-${words}]`, in: `[+${words}]` })[kind])
    .join('');

describe('the difference of two texts', () => {
  it('is told in whole words', () => {
    expect(shown('Open until ten at night', 'Open until midnight in term')).toBe(
      'Open until [-ten at night][+midnight in term]',
    );
    expect(shown('Keep one floor open', 'Keep the ground floor open')).toBe('Keep [-one ][+the ground ]floor open');
  });

  it('is told in single Chinese characters', () => {
    expect(shown('开放到九点', '开放到十二点')).toBe('开放到[-九][+十二]点');
  });

  it('is none between equal texts, and everything between a text and none', () => {
    expect(shown('The same words', 'The same words')).toBe('The same words');
    expect(shown('', 'New words')).toBe('[+New words]');
    expect(shown('Old words', '')).toBe('[-Old words]');
  });
});
