import { describe, expect, it } from '@jest/globals';
import { choosePageLanguage } from './page-language.js';

describe('the language of a page', () => {
  it.each([
    [undefined, 'en'],
    ['', 'en'],
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh-CN'],
    ['en-GB,en;q=0.9,zh;q=0.8', 'en'],
    ['en;q=0.2, ZH-hans;q=0.7', 'zh-CN'],
    ['zh;q=0, en', 'en'],
    ['fr, zh-TW;q=0.5', 'zh-CN'],
    ['fr', 'en'],
    ['zh;q=oops', 'en'],
  ] as const)('for Accept-Language %p is %s', (header, language) => {
    expect(choosePageLanguage(header)).toBe(language);
  });
});
