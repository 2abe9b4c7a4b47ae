/** A stretch of text, from `start` up to, not with, `end`, counted in UTF-16 code units. */
export type TextRange = { readonly start: number; readonly end: number };

/** A part of a text around the first words found in it, and where these stand in that part. */
export type Snippet = { readonly text: string; readonly ranges: readonly TextRange[] };

const lengthMax = 160;
const before = 40;

/** The part of a text in which what was typed is seen, at most 160 characters; its beginning when nothing can be pointed at. */
export function snippetOf(text: string, typed: string): Snippet {
  const ranges = rangesOf(text, typed);
  const from = startOf(text, ranges[0]?.start ?? 0);
  const part = text.slice(from, from + lengthMax).toWellFormed();
  return {
    text: part,
    ranges: ranges
      .map(({ start, end }) => ({ start: start - from, end: Math.min(end - from, part.length) }))
      .filter(({ start, end }) => start >= 0 && start < end),
  };
}

/** The whole text when it is short, else the beginning of a word a little before the first that was found. */
function startOf(text: string, first: number): number {
  if (text.length <= lengthMax || first <= before) return 0;
  const space = text.indexOf(' ', first - before);
  return space === -1 || space >= first ? first : space + 1;
}

/** Every word of the text that begins with a word that was typed or with the stem of it, and every run of Chinese characters that was typed. */
function rangesOf(text: string, typed: string): readonly TextRange[] {
  const asked = wordsOf(typed).map(({ word }) => word);
  return wordsOf(text).flatMap(({ word, start }) => {
    if (isHan(word))
      return asked
        .filter(isHan)
        .flatMap((one) =>
          placesOf(word, one).map((place) => ({ start: start + place, end: start + place + one.length })),
        );
    return asked.some((one) => isLike(word, one)) ? [{ start, end: start + word.length }] : [];
  });
}

/** Where one run of characters stands in another, from the first. */
function placesOf(run: string, asked: string): readonly number[] {
  const first = run.indexOf(asked);
  return first === -1 ? [] : [first];
}

function isLike(word: string, asked: string): boolean {
  return word.startsWith(asked) || (asked.length > 3 && word.startsWith(rootOf(asked)));
}

/** What most forms of an English word begin with; only highlighting depends on it. */
function rootOf(word: string): string {
  return word.replace(/(ies|ing|ed|es|s|y)$/u, '');
}

function isHan(word: string): boolean {
  return /^\p{Script=Han}/u.test(word);
}

type PlacedWord = { readonly word: string; readonly start: number };

/** Words in small letters with their places; a run of Chinese characters is one. */
function wordsOf(text: string): readonly PlacedWord[] {
  const found = text.toLowerCase().matchAll(/\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu);
  return [...found].map(({ 0: word, index }) => ({ word, start: index }));
}
