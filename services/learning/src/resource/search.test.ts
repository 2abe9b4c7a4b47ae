import { describe, expect, it } from '@jest/globals';
import { excerptOf, parseSearch, runQuery, toPieces } from './search.js';

describe('reading a search', () => {
  it.each([
    [
      'two words',
      [
        [
          ['two', [], false],
          ['words', [], false],
        ],
      ],
    ],
    [
      '"two words" -not',
      [
        [
          ['two words', [], false],
          ['not', [], true],
        ],
      ],
    ],
    ['one or two', [[['one', [], false]], [['two', [], false]]]],
    ['or', [[['or', [], false]]]],
    ['GPA绩点', [[['GPA', ['绩点'], false]]]],
    ['-"论文 essay', [[['essay', ['论文'], true]]]],
    ['ＧＰＡ', [[['GPA', [], false]]]],
    ['-', [[['-', [], false]]]],
  ])('%s', (text, expected) => {
    expect(
      parseSearch(text)?.alternatives.map((terms) =>
        terms.map(({ words, runs, isExcluded }) => [words, runs, isExcluded]),
      ),
    ).toEqual(expected);
  });

  it.each(['', '   ', '\u0000\u0001'])('finds no search in %j', (text) => {
    expect(parseSearch(text)).toBeUndefined();
  });

  it('looks for at most 200 characters and 16 terms', () => {
    expect(parseSearch('x '.repeat(500))?.alternatives.flat()).toHaveLength(16);
    expect(parseSearch('学'.repeat(500))?.alternatives[0]?.[0]?.runs.join('')).toHaveLength(200);
  });

  it.each([
    ['学', ['学']],
    ['复习', ['复习']],
    ['讀書會', ['讀書會']],
    ['复习计划', ['复习', '计划']],
    ['间隔复习法', ['间隔', '复习法']],
    ['"复习计划"', ['复习计划']],
    ['-复习计划', ['复习计划']],
    ['GPA复习计划', ['复习', '计划']],
  ])('asks in %s for the runs %j', (text, runs) => {
    expect(parseSearch(text)?.alternatives[0]?.[0]?.runs).toEqual(runs);
  });

  it('asks for neighbouring characters in their order', () => {
    expect(runQuery('读书会')).toBe(`'读书' <-> '书会'`);
    expect(runQuery('书')).toBe(`'书':*`);
  });
});

describe('an excerpt', () => {
  it('begins before the first match and says what it leaves out', () => {
    const search = parseSearch('押金');
    if (search === undefined) throw new Error('a search was asked for');
    const text = `${'前'.repeat(100)}押金${'后'.repeat(300)}`;
    const excerpt = excerptOf(toPieces(text, search));
    expect(excerpt.map(({ isMatch }) => isMatch)).toEqual([false, true, false]);
    expect(excerpt[0]?.text).toBe(`…${'前'.repeat(60)}`);
    expect(excerpt[2]?.text).toBe(`${'后'.repeat(138)}…`);
  });

  it('is the beginning of the text when nothing matches', () => {
    const search = parseSearch('nothing');
    if (search === undefined) throw new Error('a search was asked for');
    expect(excerptOf(toPieces('Short.', search))).toEqual([{ text: 'Short.', isMatch: false }]);
  });
});
