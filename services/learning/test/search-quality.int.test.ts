import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { planDemoUnion } from '@guildhall/demo';
import { startTestService, testStart, type TestService } from '@guildhall/testing';
import { loadLibrary } from '../seeds/load-library.js';
import { ask } from './ask.js';
import { learning } from './fixture.js';
import { labelledSearches, type LabelledSearch } from './search-labels.js';

/** How good answers to searches are, each from 0 to 1; the mean over the searches. */
type Quality = { readonly precision5: number; readonly recall10: number; readonly reciprocalRank: number };

let test: TestService;
let published: ReadonlySet<string>;

beforeAll(async () => {
  test = await startTestService(learning);
  const anchor = new Date(testStart);
  const union = planDemoUnion({ anchor, size: 'full' });
  await test.dataSource.transaction((manager) => loadLibrary(manager, union, { anchor, environment: {} }));
  const rows: { title: string }[] = await test.dataSource.query(
    `select title from resource where status = 'PUBLISHED'`,
  );
  published = new Set(rows.map(({ title }) => title));
}, 60_000);
afterAll(() => test.stop());

const ours = async (text: string): Promise<readonly string[]> => {
  const { resources } = await ask<{ resources: { edges: { node: { title: string } }[] } }>(
    test,
    undefined,
    'query ($search: String) { resources(search: $search, first: 10) { edges { node { title } } } }',
    { search: text },
  );
  return resources.edges.map(({ node }) => node.title);
};

/** What PostgreSQL does without our search document: its `simple` words, its own reading of a search box and its rank. */
const plain = async (text: string): Promise<readonly string[]> => {
  const rows: { title: string }[] = await test.dataSource.query(
    `select title from (
       select id, title, setweight(to_tsvector('simple', title), 'A') || setweight(to_tsvector('simple', subject || ' ' || summary), 'B')
         || to_tsvector('simple', body) as words from resource where status = 'PUBLISHED') plain
     where words @@ websearch_to_tsquery('simple', $1) order by ts_rank(words, websearch_to_tsquery('simple', $1)) desc, id desc limit 10`,
    [text],
  );
  return rows.map(({ title }) => title);
};

/** Precision counts places that could be right: a search with one right answer is not worse for having only one. */
function judge(found: readonly string[], relevant: readonly string[]): Quality {
  const isRight = (title: string) => relevant.includes(title);
  const first = found.findIndex(isRight);
  return {
    precision5: found.slice(0, 5).filter(isRight).length / Math.min(5, Math.max(relevant.length, 1)),
    recall10: found.filter(isRight).length / relevant.length,
    reciprocalRank: first < 0 ? 0 : 1 / (first + 1),
  };
}

async function measure(
  searches: readonly LabelledSearch[],
  search: (text: string) => Promise<readonly string[]>,
): Promise<Quality> {
  const judged: Quality[] = [];
  for (const { text, relevant } of searches) {
    const known = relevant.filter((title) => published.has(title));
    if (known.length > 0) judged.push(judge(await search(text), known));
  }
  const mean = (of: keyof Quality) =>
    Math.round((judged.reduce((sum, one) => sum + one[of], 0) / judged.length) * 1000) / 1000;
  return { precision5: mean('precision5'), recall10: mean('recall10'), reciprocalRank: mean('reciprocalRank') };
}

describe('the search over the labelled demo library', () => {
  it('has labels that exist', () => {
    const all = Object.values(labelledSearches).flat();
    expect(all.length).toBeGreaterThanOrEqual(50);
    const missing = all.filter(({ relevant }) => relevant.every((title) => !published.has(title)));
    expect(missing.length).toBeLessThanOrEqual(5);
  });

  it.each([
    ['en', { precision5: 0.9, recall10: 0.9, reciprocalRank: 0.85 }],
    ['zh-Hans', { precision5: 0.9, recall10: 0.9, reciprocalRank: 0.85 }],
  ] as const)('in %s is at least as good as its floors, and better than plain words', async (language, floors) => {
    const found = await measure(labelledSearches[language], ours);
    const without = await measure(labelledSearches[language], plain);
    process.stdout.write(`search quality ${language}: ${JSON.stringify(found)}, simple: ${JSON.stringify(without)}\n`);
    if (process.env['SEARCH_QUALITY_DETAIL'] !== undefined)
      for (const { text, relevant } of labelledSearches[language]) {
        const titles = await ours(text);
        if (!relevant.every((title) => titles.includes(title)))
          process.stdout.write(`${text} -> ${JSON.stringify(titles.slice(0, 5))}\n`);
      }
    for (const measured of ['precision5', 'recall10', 'reciprocalRank'] as const) {
      expect(found[measured]).toBeGreaterThanOrEqual(floors[measured]);
      expect(found[measured]).toBeGreaterThan(without[measured]);
    }
  });
});
