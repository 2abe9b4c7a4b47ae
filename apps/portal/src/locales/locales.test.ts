import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

type Words = { readonly [key: string]: string | Words };

/** The words of all pages, and of each part that brings its own. */
const folders = globSync('**/locales/en.json', { cwd: join(import.meta.dirname, '..') }).map((file) =>
  join(import.meta.dirname, '..', file, '..'),
);
const merge = (one: Words, other: Words): Words =>
  Object.fromEntries(
    [...new Set([...Object.keys(one), ...Object.keys(other)])].map((key) => {
      const [mine, theirs] = [one[key], other[key]];
      return [
        key,
        typeof mine === 'object' && typeof theirs === 'object' ? merge(mine, theirs) : (mine ?? theirs ?? ''),
      ];
    }),
  );
const read = (name: string): Words =>
  folders
    .map((folder): Words => JSON.parse(readFileSync(join(folder, name), 'utf8')))
    .reduce((all, words) => merge(all, words), {});
const entries = (words: Words, prefix = ''): [string, string][] =>
  Object.entries(words).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${prefix}${key}`, value]] : entries(value, `${prefix}${key}.`),
  );
const english = entries(read('en.json'));
const chinese = entries(read('zh-CN.json'));
const placeholders = (text: string): string[] => (text.match(/\{\{\w+\}\}/g) ?? []).toSorted();
/** Chinese has one form for any number. */
const withoutSingular = (keys: string[]): string[] => keys.filter((key) => !key.endsWith('_one')).toSorted();
const nameless = new Set(['app.name', 'home.step', 'home.goes']);

describe('the words of the portal', () => {
  it('are the same in both languages, with the same placeholders', () => {
    expect(chinese.map(([key]) => key).toSorted()).toEqual(withoutSingular(english.map(([key]) => key)));
    const inEnglish = new Map(english);
    for (const [key, text] of chinese)
      expect([key, placeholders(text)]).toEqual([key, placeholders(inEnglish.get(key) ?? '')]);
  });

  it('name what is filled in between double braces', () => {
    const single = /(?<!\{)\{\w+\}(?!\})/;
    expect([...english, ...chinese].filter(([, text]) => single.test(text))).toEqual([]);
  });

  it('are really translated', () => {
    const han = /\p{Script=Han}/u;
    // Punctuation around what is filled in has nothing to translate.
    const hasWords = (text: string): boolean => /\p{L}/u.test(text.replaceAll(/\{\{\w+\}\}/g, ''));
    expect(chinese.filter(([key, text]) => hasWords(text) && !han.test(text) && !nameless.has(key))).toEqual([]);
    expect(english.filter(([, text]) => han.test(text))).toEqual([]);
  });
});
