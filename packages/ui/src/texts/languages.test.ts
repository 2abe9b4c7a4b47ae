import { globSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { errorCatalogue } from '@guildhall/kernel';
import type { Words } from './languages.js';
import { chooseLanguage } from './languages.js';

const source = join(import.meta.dirname, '..');
/** What every app loads, and what comes with a part. No two of them have a section of the same name. */
const read = (name: string): Words =>
  Object.assign(
    {},
    ...globSync(`**/locales/${name}`, { cwd: source }).map((file) =>
      JSON.parse(readFileSync(join(source, file), 'utf8')),
    ),
  );
const english = read('en.json');
const chinese = read('zh-CN.json');

const entries = (words: Words, prefix = ''): [string, string][] =>
  Object.entries(words).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${prefix}${key}`, value]] : entries(value, `${prefix}${key}.`),
  );
const keysOf = (words: Words): string[] => entries(words).map(([key]) => key);
const placeholders = (text: string): string[] => (text.match(/\{\{\w+\}\}/g) ?? []).toSorted();

describe('the words shared by the apps', () => {
  it('are the same in both languages, with the same placeholders', () => {
    expect(keysOf(chinese).toSorted()).toEqual(keysOf(english).toSorted());
    const inChinese = new Map(entries(chinese));
    for (const [key, text] of entries(english)) {
      expect([key, placeholders(inChinese.get(key) ?? '')]).toEqual([key, placeholders(text)]);
    }
  });

  it('are really translated: every Chinese text holds Chinese, no English one does', () => {
    const han = /\p{Script=Han}/u;
    expect(entries(chinese).filter(([key, text]) => !han.test(text) && key !== 'figure.suppressedShort')).toEqual([]);
    expect(entries(english).filter(([, text]) => han.test(text))).toEqual([]);
  });

  it('hold a sentence for every error of the catalogue', () => {
    const keys = new Set(keysOf(english));
    for (const { name } of errorCatalogue.topLevel) expect(keys).toContain(`errors.${name}`);
    for (const { name } of errorCatalogue.userErrors) expect(keys).toContain(`userErrors.${name}`);
  });

  it('hold every key the components ask for', () => {
    const keys = new Set(keysOf(english));
    const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /(?<!\.test)\.tsx?$/.test(name),
    );
    const asked = files.flatMap((name) =>
      [...readFileSync(join(source, name), 'utf8').matchAll(/\bt\(\s*'([\w.]+)'/g)].map((match) => match[1] ?? ''),
    );
    expect(asked.length).toBeGreaterThan(20);
    expect(asked.filter((key) => !keys.has(key) && !keys.has(`${key}_other`))).toEqual([]);
  });
});

describe('the language to begin with', () => {
  it.each([
    ['zh-CN', ['en'], 'zh-CN'],
    [null, ['zh-TW', 'en'], 'zh-CN'],
    [null, ['fr', 'en-GB'], 'en'],
    [null, ['fr'], 'en'],
    ['xx', ['zh'], 'zh-CN'],
  ])('for one who chose %j and whose browser asks for %j is %s', (remembered, wanted, expected) => {
    expect(chooseLanguage(remembered, wanted)).toBe(expected);
  });
});
