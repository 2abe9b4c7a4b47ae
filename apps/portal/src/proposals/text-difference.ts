/** A piece of a text: there in both versions, only in the former, or only in the new one. */
export type Piece = { readonly kind: 'same' | 'out' | 'in'; readonly words: string };

/** Words with the space after them; Chinese characters stand for themselves. */
const wordPattern = /\p{Script=Han}|[^\s\p{Script=Han}]+\s*|\s+/gu;

/** What changed between two texts, word by word: the fewest words out and in (longest common subsequence). */
export function differenceOf(before: string, after: string): readonly Piece[] {
  const a = before.match(wordPattern) ?? [];
  const b = after.match(wordPattern) ?? [];
  return join(stepsOf(a, b));
}

/** Walks through both texts: a word of both is kept; otherwise whichever step leaves more in common comes first. */
function stepsOf(a: readonly string[], b: readonly string[]): readonly Piece[] {
  const common = commonLengths(a, b);
  const left = (i: number, j: number): number => common[i]?.[j] ?? -1;
  const steps: Piece[] = [];
  for (let i = 0, j = 0; i < a.length || j < b.length;) {
    const [one = '', other = ''] = [a[i], b[j]];
    if (one === other) {
      steps.push({ kind: 'same', words: one });
      i += 1;
      j += 1;
    } else if (left(i + 1, j) >= left(i, j + 1)) {
      steps.push({ kind: 'out', words: one });
      i += 1;
    } else {
      steps.push({ kind: 'in', words: other });
      j += 1;
    }
  }
  return steps;
}

/** Neighbours of one kind become one piece. */
function join(steps: readonly Piece[]): readonly Piece[] {
  return steps.reduce<Piece[]>((pieces, step) => {
    const last = pieces.at(-1);
    if (last?.kind !== step.kind) return [...pieces, step];
    return [...pieces.slice(0, -1), { kind: last.kind, words: last.words + step.words }];
  }, []);
}

/** How many words the rests of both texts from each place on have in common. */
function commonLengths(a: readonly string[], b: readonly string[]): readonly (readonly number[])[] {
  const table = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const [row, next] = [table[i], table[i + 1]];
      if (row === undefined || next === undefined) continue;
      row[j] = a[i] === b[j] ? (next[j + 1] ?? 0) + 1 : Math.max(next[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return table;
}
