/*
 * How quick is search? Run: pnpm --filter @guildhall/membership bench:search [members...] (20000 if left out). For each
 * size: an invented union, the answers compared with reading everything, then the times, interleaved.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { provisionDatabases, startEmbeddedServer } from '@guildhall/database';
import type { PersonActor } from '@guildhall/kernel';
import { createDataSource, createLogger, migrateService, systemClock, systemIds } from '@guildhall/subgraph';
import { AbstractLogger, type DataSource } from 'typeorm';
import { membership } from '../../src/app.js';
import type { MemberId } from '../../src/member/member.js';
import { searchKinds } from '../../src/search/search.js';
import { createSearchRepository } from '../../src/search/search.repository.js';
import { referencePeople } from './search-reference.js';
import { makeUnion } from './search-union.js';

const texts: Readonly<Record<string, string>> = {
  'a whole name': 'Rosa Okvekmar',
  'a first name': 'rosa',
  'a name being typed': 'ros',
  'two letters': 'ok',
  'a surname': 'okvekmar',
  'a word many share': 'chess',
  'two words': 'chess baking',
  'a name and a word': 'rosa chess',
  'a misspelt surname': 'okvekmra',
  'nobody at all': 'xylophone quartet',
  Chinese: '摄影',
};
const rounds = 15;
/** Reading every member of a large union takes minutes, so there fewer answers are compared. */
const manyMembers = 100_000;
const fewTexts = ['a surname', 'two words', 'a misspelt surname'];
const first = 20;

async function measure(size: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'guildhall-bench-'));
  const server = await startEmbeddedServer({ dataDir: folder, durable: false });
  const { membership: databaseUrl } = await provisionDatabases(server.superuserUrl, [
    { name: 'membership', password: 'bench' },
  ] as const);
  const options = { databaseUrl, poolSize: 1, clock: systemClock, ids: systemIds(systemClock), environment: {} };
  const logger = createLogger('membership', 'silent');
  const transport = { deliver: () => Promise.resolve() };
  await migrateService(membership, { ...options, logger, campusZone: 'Europe/London', transport });
  const dataSource = createDataSource({ url: databaseUrl, entities: membership.entities, migrations: [], poolSize: 1 });
  await dataSource.initialize();
  try {
    const started = performance.now();
    await makeUnion(dataSource, size);
    print(`${size} members made in ${Math.round((performance.now() - started) / 1000)} s`);
    const viewer = await viewerOf(dataSource);
    await compare(dataSource, viewer, size > manyMembers ? fewTexts : Object.keys(texts));
    await time(dataSource, viewer);
    await explain(dataSource, viewer);
  } finally {
    await dataSource.destroy();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** The first member, who has blocked ten others and is in a group. */
async function viewerOf(dataSource: DataSource): Promise<PersonActor & { readonly memberId: MemberId }> {
  const [row]: readonly { id: MemberId; groups: PersonActor['groupIds'] }[] = await dataSource.query(
    `select m.id, array(select group_id from group_membership g where g.member_id = m.id) as groups
     from member m join member_block b on b.blocker_id = m.id limit 1`,
  );
  if (row === undefined) throw new Error('the union has a member who blocks');
  return {
    kind: 'person',
    subject: 'bench-1',
    clientId: 'bench',
    scopes: [],
    memberId: row.id,
    groupIds: row.groups,
    constituencies: [],
    mandates: [],
    appointments: [],
    departmentPosts: [],
  };
}

/** Two pages of each text must be what reading everything gives. */
async function compare(
  dataSource: DataSource,
  viewer: PersonActor & { readonly memberId: MemberId },
  names: readonly string[],
): Promise<void> {
  const search = createSearchRepository(dataSource.manager);
  for (const name of names) {
    const text = texts[name] ?? '';
    const pageOne = await search.page(viewer, { text, kinds: ['PERSON'] }, { first, after: undefined });
    const last = pageOne.edges.at(-1)?.cursor;
    const rest =
      last === undefined || !pageOne.pageInfo.hasNextPage
        ? []
        : (await search.page(viewer, { text, kinds: ['PERSON'] }, { first, after: readCursor(last) })).edges;
    const found = [...pageOne.edges, ...rest].map(({ node }) => node.id);
    const expected = await referencePeople(dataSource, text, { viewer: viewer.memberId, limit: 2 * first });
    if (JSON.stringify(found) !== JSON.stringify(expected))
      throw new Error(
        `“${text}” (${name}) found ${found.length} people otherwise than reading everything, which finds ${expected.length}`,
      );
  }
  print(`${names.length} answers equal to reading every member`);
}

function readCursor(cursor: string): readonly string[] {
  return JSON.parse(decodeURIComponent(Buffer.from(cursor, 'base64url').toString())) as readonly string[];
}

async function time(dataSource: DataSource, viewer: PersonActor & { readonly memberId: MemberId }): Promise<void> {
  const search = createSearchRepository(dataSource.manager);
  const times = new Map<string, number[]>(Object.keys(texts).map((name) => [name, []]));
  for (let round = 0; round <= rounds; round += 1)
    for (const [name, text] of Object.entries(texts)) {
      const from = performance.now();
      await search.page(viewer, { text, kinds: searchKinds }, { first, after: undefined });
      // The first round warms caches up and is thrown away.
      if (round > 0) times.get(name)?.push(performance.now() - from);
    }
  const row = (list: readonly number[]) => {
    const sorted = list.toSorted((one, other) => one - other);
    const at = (share: number): string => (sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(1);
    return `median ${at(0.5)} ms, most ${at(1)} ms`;
  };
  for (const [name, list] of times) print(`${name.padEnd(20)} ${row(list)}`);
}

/** Remembers the last statement that looked for people, with its parameters. */
class PeopleStatement extends AbstractLogger {
  last: { readonly query: string; readonly parameters: unknown[] } | undefined;

  override logQuery(query: string, parameters?: unknown[]): void {
    if (query.includes('search_similar_people') && !query.startsWith('explain'))
      this.last = { query, parameters: parameters ?? [] };
  }

  protected override writeLog(): void {}
}

/** How the server goes about the two kinds of text that cost most. */
async function explain(dataSource: DataSource, viewer: PersonActor): Promise<void> {
  const statement = new PeopleStatement('all');
  dataSource.logger = statement;
  for (const name of ['a word many share', 'a misspelt surname']) {
    const request = { text: texts[name] ?? '', kinds: ['PERSON'] as const };
    await createSearchRepository(dataSource.manager).page(viewer, request, { first, after: undefined });
    if (statement.last === undefined) throw new Error('people were looked for');
    const plan: readonly { 'QUERY PLAN': string }[] = await dataSource.query(
      `explain (analyze, costs off, timing off, buffers off) ${statement.last.query}`,
      statement.last.parameters,
    );
    print(`\n${name}:\n${plan.map((line) => line['QUERY PLAN']).join('\n')}`);
  }
}

for (const size of process.argv.length > 2 ? process.argv.slice(2).map(Number) : [20_000]) await measure(size);
