/*
 * What changed between two versions of a resource, in pieces of plain text: words of spaced scripts, characters of the
 * others. Life: one request. Owner: learning.
 */
import { diffArrays } from 'diff';
import type { ResourceContent } from '../resource/content.js';
import type { ResourceFile } from '../resource-file/resource-file.js';

/** Whether a piece stands in both texts, in the later one alone, or in the earlier one alone. */
export type DiffChange = 'SAME' | 'ADDED' | 'REMOVED';

/** A stretch of text, and which of the two texts it stands in. */
export type DiffPiece = { readonly text: string; readonly change: DiffChange };

/** What else than text can differ. */
export const factNames = ['kind', 'language', 'subject', 'licence', 'address', 'tags', 'file'] as const;

/** A fact that differs; absent where a version says nothing of it. */
export type FactChange = {
  readonly fact: (typeof factNames)[number];
  readonly before: string | undefined;
  readonly after: string | undefined;
};

/** The difference of two versions. */
export type VersionDiff = {
  readonly from: number;
  readonly to: number;
  readonly title: readonly DiffPiece[];
  readonly summary: readonly DiffPiece[];
  readonly body: readonly DiffPiece[];
  readonly facts: readonly FactChange[];
};

/** Han, kana and Hangul, as in the search document. */
const unspaced = String.raw`[\u2E80-\u2FDF\u3005\u3007\u3040-\u30FF\u3400-\u4DBF\u4E00-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF\u{20000}-\u{3FFFF}]`;
const letter = String.raw`(?:(?!${unspaced})[\p{L}\p{M}\p{N}])`;

/** One character of a script without spaces, a word with its apostrophes, a stretch of space, or any other sign. */
const token = new RegExp(`${unspaced}|${letter}+(?:['’]${letter}+)*|\\s+|.`, 'gsu');

/**
 * The search for the shortest difference costs the length of the texts times the number of changes, so it ends here and what
 * differs more is shown as removed and added whole. Paragraphs are compared first, which keeps long texts far below it.
 */
const changesMax = 1000;

/** The pieces of two texts in their order: equal, removed and added. */
export function diffTexts(before: string, after: string): readonly DiffPiece[] {
  const paragraphs = compare(paragraphsOf(before), paragraphsOf(after));
  const pieces = paragraphs.flatMap((piece, index): readonly DiffPiece[] => {
    const next = paragraphs[index + 1];
    const previous = paragraphs[index - 1];
    if (piece.change === 'REMOVED' && next?.change === 'ADDED')
      return compare(tokensOf(piece.text), tokensOf(next.text));
    return piece.change === 'ADDED' && previous?.change === 'REMOVED' ? [] : [piece];
  });
  return joinAlike(pieces);
}

function compare(before: readonly string[], after: readonly string[]): readonly DiffPiece[] {
  const found = diffArrays([...before], [...after], { maxEditLength: changesMax });
  if (found === undefined) return whole(before.join(''), after.join(''));
  return found.map(({ value, added, removed }) => ({
    text: value.join(''),
    change: changeOf(added, removed),
  }));
}

function changeOf(isAdded: boolean, isRemoved: boolean): DiffChange {
  if (isAdded) return 'ADDED';
  return isRemoved ? 'REMOVED' : 'SAME';
}

function whole(before: string, after: string): readonly DiffPiece[] {
  const pieces: readonly DiffPiece[] = [
    { text: before, change: 'REMOVED' },
    { text: after, change: 'ADDED' },
  ];
  return pieces.filter(({ text }) => text !== '');
}

function paragraphsOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n+|[^\n]+/gu) ?? [];
}

function tokensOf(text: string): readonly string[] {
  return text.match(token) ?? [];
}

function joinAlike(pieces: readonly DiffPiece[]): readonly DiffPiece[] {
  return pieces.reduce<readonly DiffPiece[]>((joined, piece) => {
    const last = joined.at(-1);
    if (last?.change !== piece.change) return [...joined, piece];
    return [...joined.slice(0, -1), { text: last.text + piece.text, change: last.change }];
  }, []);
}

type Compared = ResourceContent & {
  readonly number: number;
  /** What the file is called and how large it is, where there is one. */
  readonly file?: Pick<ResourceFile, 'name' | 'size'> | undefined;
};

/** What changed from one version to another. */
export function diffVersions(before: Compared, after: Compared): VersionDiff {
  return {
    from: before.number,
    to: after.number,
    title: diffTexts(before.title, after.title),
    summary: diffTexts(before.summary, after.summary),
    body: diffTexts(before.body, after.body),
    facts: factNames.flatMap((fact) => {
      const change = { fact, before: factOf(before, fact), after: factOf(after, fact) };
      const isSame = fact === 'file' ? before.fileId === after.fileId : change.before === change.after;
      return isSame ? [] : [change];
    }),
  };
}

function factOf(content: Compared, fact: FactChange['fact']): string | undefined {
  if (fact === 'file') return content.file && `${content.file.name} (${content.file.size} bytes)`;
  const value = fact === 'tags' ? content.tags.join(', ') : content[fact];
  return value === '' ? undefined : value;
}
