const hanRuns = /\p{Script=Han}+/gu;

/**
 * The Chinese characters of a text as overlapping pairs, separated by spaces: 图书馆 becomes "图书 书馆". PostgreSQL's
 * parser takes a run of characters without spaces for one word; pairs let parts of it be found. A lone character stays.
 */
export function hanPairs(text: string): string {
  const runs = text.match(hanRuns) ?? [];
  return runs
    .flatMap((run) => {
      const characters = Array.from(run);
      if (characters.length === 1) return characters;
      return characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`);
    })
    .join(' ');
}
