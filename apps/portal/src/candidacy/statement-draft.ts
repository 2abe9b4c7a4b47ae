import type { FormValues } from '@guildhall/ui';

/** What is written in one language. */
export type WrittenStatement = { readonly language: string; readonly text: string };

/** In how many languages a statement may be written. */
export const statementLanguagesMax = 5;

/** Languages that are offered for statements: the two of the apps first, then those that many students bring along. */
export const statementLanguages = [
  'en',
  'zh-CN',
  'ar',
  'bn',
  'cy',
  'de',
  'es',
  'fr',
  'hi',
  'it',
  'ja',
  'ko',
  'pa',
  'pl',
  'pt',
  'tr',
  'uk',
  'ur',
  'zh-TW',
] as const;

/** The fields of a statement by the names under which the service tells what is wrong with them. */
export const fieldOf = (index: number, part: keyof WrittenStatement): string => `statements.${index}.${part}`;

/** The statement of so many languages as it stands in the fields. */
export function readFields(values: FormValues, count: number): readonly WrittenStatement[] {
  return Array.from({ length: count }, (_each, index) => ({
    language: textOf(values[fieldOf(index, 'language')]),
    text: textOf(values[fieldOf(index, 'text')]),
  }));
}

/** The same without one of its languages: those after it move up by one. */
export function withoutOne(statements: readonly WrittenStatement[], left: number): readonly WrittenStatement[] {
  return statements.filter((_statement, index) => index !== left);
}

/** The language to offer next: the first that is not written in yet. */
export function nextLanguage(statements: readonly WrittenStatement[], reader: string): string {
  const written = new Set(statements.map(({ language }) => language));
  return [reader, ...statementLanguages].find((tag) => !written.has(tag)) ?? '';
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** How many characters are left of those allowed, counted as the service counts them; below zero when there are too many. */
export function charactersLeft(text: unknown, most: number): number {
  return most - Array.from(textOf(text).trim()).length;
}
