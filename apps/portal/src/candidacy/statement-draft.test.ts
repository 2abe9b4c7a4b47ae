import { describe, expect, it } from '@jest/globals';
import { charactersLeft, nextLanguage, readFields, withoutOne } from './statement-draft.js';

describe('a statement that is being written', () => {
  it('counts characters as the service does: trimmed, an emoji of one code point once', () => {
    expect(charactersLeft('  复议😀 ', 10)).toBe(7);
    expect(charactersLeft('four', 3)).toBe(-1);
    expect(charactersLeft(undefined, 3)).toBe(3);
  });

  it('is read from as many fields as there are languages, and no more', () => {
    const values = {
      'statements.0.language': 'en',
      'statements.0.text': 'Hello',
      'statements.1.language': 'zh-CN',
      'statements.1.text': '',
      'statements.2.language': 'de',
      'statements.2.text': 'left over',
    };
    expect(readFields(values, 2)).toEqual([
      { language: 'en', text: 'Hello' },
      { language: 'zh-CN', text: '' },
    ]);
  });

  it('closes the gap when a language is taken out', () => {
    const [en, de, fr] = ['en', 'de', 'fr'].map((language) => ({ language, text: language }));
    expect(
      withoutOne(
        [en, de, fr].flatMap((one) => one ?? []),
        1,
      ),
    ).toEqual([en, fr]);
  });

  it('offers the language of the reader first, and then one that is not written in yet', () => {
    expect(nextLanguage([], 'zh-CN')).toBe('zh-CN');
    expect(nextLanguage([{ language: 'zh-CN', text: '' }], 'zh-CN')).toBe('en');
  });
});
