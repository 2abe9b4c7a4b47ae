import { describe, expect, it } from '@jest/globals';
import { chooseStatement } from './choose-statement.js';

const said = (...languages: readonly string[]) => languages.map((language) => ({ language, text: `in ${language}` }));

describe('a statement', () => {
  it.each([
    ['zh-CN', ['en', 'zh-TW', 'zh-CN'], 'zh-CN'],
    ['zh-CN', ['en', 'zh-TW'], 'zh-TW'],
    ['en', ['cy', 'en-GB'], 'en-GB'],
    ['en', ['cy', 'zh-CN'], 'cy'],
  ])('for a reader of %s out of %j is the one in %s', (reader, languages, shown) => {
    expect(chooseStatement(said(...languages), reader)?.language).toBe(shown);
  });

  it('is none where none was written', () => {
    expect(chooseStatement([], 'en')).toBeUndefined();
  });
});
