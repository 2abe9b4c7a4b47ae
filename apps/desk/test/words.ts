import { readFileSync } from 'node:fs';
import type { Look } from '@guildhall/browser-testing';

/** The app's own words in a language, by their dotted key: what a test presses in every language. */
export function wordsOf(language: Look['language']): (key: string) => string {
  const file = new URL(`../src/locales/${language}.json`, import.meta.url);
  const words: unknown = JSON.parse(readFileSync(file, 'utf8'));
  return (key) => {
    const word = key.split('.').reduce<unknown>((inner, part) => (isWords(inner) ? inner[part] : undefined), words);
    if (typeof word !== 'string') throw new Error(`${language} has no word for ${key}`);
    return word;
  };
}

function isWords(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
