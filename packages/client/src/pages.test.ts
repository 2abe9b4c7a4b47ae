import { describe, expect, it } from '@jest/globals';
import { walk } from './pages.js';

/** A list of which one page is given at a time, and the cursors it was asked with. */
function listOf(pages: readonly (readonly string[])[]) {
  const asked: (string | undefined)[] = [];
  const load = async (after: string | undefined) => {
    asked.push(after);
    const index = after === undefined ? 0 : Number(after) + 1;
    const edges = (pages[index] ?? []).map((node) => ({ node }));
    return { edges, pageInfo: { hasNextPage: index < pages.length - 1, endCursor: String(index) } };
  };
  return { asked, load };
}

async function collect<Node>(nodes: AsyncIterable<Node>): Promise<readonly Node[]> {
  const all: Node[] = [];
  for await (const node of nodes) all.push(node);
  return all;
}

describe('walk', () => {
  it('gives every node of every page in order, each page asked for once', async () => {
    const { asked, load } = listOf([['a', 'b'], [], ['c']]);
    expect(await collect(walk(load))).toEqual(['a', 'b', 'c']);
    expect(asked).toEqual([undefined, '0', '1']);
  });

  it('asks for no page that nobody wants', async () => {
    const { asked, load } = listOf([['a', 'b'], ['c']]);
    for await (const node of walk(load)) if (node === 'b') break;
    expect(asked).toEqual([undefined]);
  });

  it('ends when a page has no cursor, rather than begin again', async () => {
    let count = 0;
    const load = async () => ({ edges: [{ node: (count += 1) }], pageInfo: { hasNextPage: true, endCursor: null } });
    expect(await collect(walk(load))).toEqual([1]);
  });

  it('passes on what went wrong between two pages', async () => {
    const { load } = listOf([['a'], ['b']]);
    const breaking = async (after: string | undefined) => {
      if (after !== undefined) throw new Error('gone');
      return load(after);
    };
    await expect(collect(walk(breaking))).rejects.toThrow('gone');
  });
});

describe('walk over a list whose service gives no answer', () => {
  it('ends with an error instead of a list that looks whole', async () => {
    const { load } = listOf([['a'], ['b']]);
    const loadOnce = async (after: string | undefined) => (after === undefined ? load(after) : null);
    await expect(collect(walk(loadOnce))).rejects.toThrow(/no answer/);
  });
});
