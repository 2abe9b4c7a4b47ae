/*
 * A search as a person types it: words, "phrases", -excluded words, alternatives joined by `or`, in any script.
 * Life: one request. Owner: learning.
 */

/** One thing to look for: words in their order, and runs of characters from scripts without spaces. */
export type SearchTerm = { readonly words: string; readonly runs: readonly string[]; readonly isExcluded: boolean };

/** A search: any one of the alternatives must hold, and in it every term. */
export type Search = { readonly alternatives: readonly (readonly SearchTerm[])[] };

/** Longer input is cut: nobody types more, and each term costs a look-up. */
const lengthMax = 200;
const termsMax = 16;

/** Han, kana and Hangul. The function that makes the search document has the same ranges. */
const unspaced =
  /[\u2E80-\u2FDF\u3005\u3007\u3040-\u30FF\u3400-\u4DBF\u4E00-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF\u{20000}-\u{3FFFF}]+/gu;

/** Reads any text as a search; nothing when there is no text. Never fails: what is not understood is looked for as it stands. */
export function parseSearch(text: string): Search | undefined {
  const clean = Array.from(text.normalize('NFKC').replace(/\p{C}/gu, ' ')).slice(0, lengthMax).join('').trim();
  if (clean === '') return undefined;
  const parts = (clean.match(/-?"[^"]*"?|\S+/gu) ?? []).slice(0, termsMax);
  const alternatives: SearchTerm[][] = [[]];
  parts.forEach((part, index) => {
    const isBetween = index > 0 && index < parts.length - 1;
    if (part.toLowerCase() === 'or' && isBetween) alternatives.push([]);
    else alternatives.at(-1)?.push(toTerm(part));
  });
  return { alternatives: alternatives.filter((terms) => terms.length > 0) };
}

function toTerm(part: string): SearchTerm {
  const isExcluded = part.length > 1 && part.startsWith('-');
  const text = part.replace(isExcluded ? /^-/ : '', '').replaceAll('"', ' ');
  const runs = text.match(unspaced) ?? [];
  const isExact = isExcluded || part.includes('"');
  return { words: text.replace(unspaced, ' ').trim(), runs: isExact ? runs : runs.flatMap(shortRuns), isExcluded };
}

/**
 * What is typed without spaces is often two words, such as 复习计划, which a text has in two places. Most words have two
 * characters, so a long run asks for each two, the last three when one is left over; in quotes it stays as it stands.
 * A text with the whole run has its parts too, so nothing is lost, and stands first because they are next to each other.
 */
function shortRuns(run: string): readonly string[] {
  const characters = Array.from(run);
  const count = Math.max(1, Math.floor(characters.length / 2));
  return Array.from({ length: count }, (_, index) =>
    characters.slice(index * 2, index === count - 1 ? undefined : index * 2 + 2).join(''),
  );
}

/**
 * The lexemes of one run of an unspaced script, as a query: neighbouring pairs in their order, or a single character as the
 * beginning of a pair. The run holds letters of these scripts alone, so quoting needs no escapes.
 */
export function runQuery(run: string): string {
  const characters = Array.from(run);
  if (characters.length === 1) return `'${run}':*`;
  return characters
    .slice(1)
    .map((character, index) => `'${characters[index] ?? ''}${character}'`)
    .join(' <-> ');
}

/** A stretch of text, and whether it is what was looked for. */
export type TextPiece = { readonly text: string; readonly isMatch: boolean };

/**
 * Marks that surround a match, and stand-ins for angle brackets, because the parser would skip what looks like a tag. A text
 * never contains them: they are taken out first.
 */
export const matchMarks = { start: '\u0001', end: '\u0002', less: '\u0003', greater: '\u0004' } as const;

/** Cuts a text with marked words into pieces, and marks in it the runs of unspaced scripts that were looked for. */
export function toPieces(marked: string, search: Search): readonly TextPiece[] {
  const runs = search.alternatives
    .flat()
    .filter((term) => !term.isExcluded)
    .flatMap((term) => term.runs);
  const plain = marked.replaceAll(matchMarks.less, '<').replaceAll(matchMarks.greater, '>');
  const pieces = plain.split(matchMarks.start).flatMap((part, index) => {
    const [match = '', rest = ''] = index === 0 ? ['', part] : part.split(matchMarks.end);
    return [{ text: match, isMatch: true }, ...markRuns(rest, runs)];
  });
  return joinNeighbours(pieces.filter(({ text }) => text !== ''));
}

function markRuns(text: string, runs: readonly string[]): readonly TextPiece[] {
  if (runs.length === 0) return [{ text, isMatch: false }];
  const longestFirst = [...runs].sort((one, other) => other.length - one.length);
  const parts = text.split(new RegExp(`(${longestFirst.join('|')})`, 'u'));
  return parts.map((part, index) => ({ text: part, isMatch: index % 2 === 1 }));
}

function joinNeighbours(pieces: readonly TextPiece[]): readonly TextPiece[] {
  return pieces.reduce<readonly TextPiece[]>((joined, piece) => {
    const last = joined.at(-1);
    if (last?.isMatch !== piece.isMatch) return [...joined, piece];
    return [...joined.slice(0, -1), { text: last.text + piece.text, isMatch: last.isMatch }];
  }, []);
}

const beforeMatch = 60;
const excerptLength = 200;

/** About 200 characters of a text around its first match, or its beginning when nothing matches; an ellipsis stands for what is left out. */
export function excerptOf(pieces: readonly TextPiece[]): readonly TextPiece[] {
  const first = pieces.findIndex((piece) => piece.isMatch);
  const lead = pieces.slice(0, Math.max(first, 0)).reduce((length, piece) => length + Array.from(piece.text).length, 0);
  const from = Math.max(0, lead - beforeMatch);
  let place = 0;
  const cut = pieces.flatMap(({ text, isMatch }) => {
    const characters = Array.from(text);
    const kept = characters.slice(Math.max(0, from - place), Math.max(0, from + excerptLength - place)).join('');
    place += characters.length;
    return kept === '' ? [] : [{ text: kept, isMatch }];
  });
  const before = from > 0 ? [{ text: '…', isMatch: false }] : [];
  const after = place > from + excerptLength ? [{ text: '…', isMatch: false }] : [];
  return joinNeighbours([...before, ...cut, ...after]);
}
