import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type GraphQLSchema, parse } from 'graphql';
import { executeOn } from './test-graph.js';
import { serve, type TestSubgraphServer } from './test-subgraph-server.js';

const program = fileURLToPath(new URL('../dist/serve/main.js', import.meta.url));
const link =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@requires", "@external"])';
const shopSdl = `${link} type Query { books: [Book!]! } type Book @key(fields: "isbn") { isbn: ID! price: Int! }`;
const postSdl = `${link} type Book @key(fields: "isbn") { isbn: ID! price: Int! @external postage: Int @requires(fields: "price") again: Book }`;

type Book = { readonly isbn: string; readonly price: number };

const shopSchema = buildSubgraphSchema([
  {
    typeDefs: parse(shopSdl),
    resolvers: {
      Query: {
        books: (): Book[] => [
          { isbn: 'a', price: 30 },
          { isbn: 'b', price: 8 },
        ],
      },
    },
  },
]);
const postSchema = buildSubgraphSchema([
  {
    typeDefs: parse(postSdl),
    resolvers: {
      Book: {
        __resolveReference: (book: Book) => book,
        postage: ({ price }: Book) => (price > 20 ? 0 : 3),
        again: (book: Book) => book,
      },
    },
  },
]);

let folder: string;
let shop: TestSubgraphServer;
let post: TestSubgraphServer;
let supergraph: string;
const headersSeen: Record<string, unknown>[] = [];

function serveSchema(schema: GraphQLSchema): Promise<TestSubgraphServer> {
  return serve(async (request, response) => {
    headersSeen.push({ ...request.headers });
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { query, variables, operationName } = JSON.parse(Buffer.concat(chunks).toString());
    const call = { query, variables, operationName, caller: { kind: 'anonymous' as const }, requestId: 'test' };
    response.setHeader('content-type', 'application/json').end(JSON.stringify(await executeOn(schema, call)));
  });
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'serve-'));
  [shop, post] = await Promise.all([serveSchema(shopSchema), serveSchema(postSchema)]);
  const { supergraphSdl, errors } = composeServices([
    { name: 'shop', url: shop.url, typeDefs: parse(shopSdl) },
    { name: 'post', url: post.url, typeDefs: parse(postSdl) },
  ]);
  if (supergraphSdl === undefined) throw new Error(errors?.join('\n'));
  supergraph = supergraphSdl;
  writeFileSync(join(folder, 'supergraph.graphql'), supergraph);
});
afterAll(async () => {
  await Promise.all([shop.stop(), post.stop()]);
  rmSync(folder, { recursive: true });
});

type Served = {
  readonly child: ChildProcess;
  /** The first address it prints, or the empty text when it ends without one. */
  readonly url: Promise<string>;
  readonly ended: Promise<{ code: number | null; stderr: string }>;
};

function run(...args: string[]): Served {
  // Called as npm would call it: from the top of the workspace, with the folder of the caller beside it.
  const child = spawn(process.execPath, [program, ...args], { env: { ...process.env, INIT_CWD: folder } });
  const stderr: string[] = [];
  child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk.toString()));
  const url = new Promise<string>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => resolve(/http:\S+\/graphql/.exec(chunk.toString())?.[0] ?? ''));
    child.on('close', () => resolve(''));
  });
  return {
    child,
    url,
    ended: new Promise((resolve) => child.on('close', (code) => resolve({ code, stderr: stderr.join('') }))),
  };
}

async function ask(url: string, query: string, headers: Record<string, string> = {}): Promise<unknown> {
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  };
  return (await fetch(url, init)).json();
}

async function withServed(act: (url: string) => Promise<void>): Promise<void> {
  const { child, url, ended } = run('--supergraph', 'supergraph.graphql', '--port', '0');
  try {
    await act(await url);
  } finally {
    child.kill('SIGINT');
    expect(await ended).toEqual({ code: 0, stderr: '' });
  }
}

test('a supergraph is served from its file alone, to everybody, with introspection and whatever depth', async () => {
  await withServed(async (url) => {
    expect(await ask(url, '{ books { isbn postage } }', { authorization: 'Bearer not-a-token-of-anybody' })).toEqual({
      data: {
        books: [
          { isbn: 'a', postage: 0 },
          { isbn: 'b', postage: 3 },
        ],
      },
    });
    expect(await ask(url, '{ __schema { queryType { name } } }')).toEqual({
      data: { __schema: { queryType: { name: 'Query' } } },
    });
    const deep = `${'again { '.repeat(20)}isbn${' }'.repeat(20)}`;
    expect(await ask(url, `{ books { ${deep} } }`)).toMatchObject({ data: { books: [{ again: {} }, { again: {} }] } });
    expect((await fetch(new URL('/health', url))).status).toBe(200);
    expect(headersSeen.flatMap(Object.keys)).not.toContain('authorization');
    expect(headersSeen.flatMap(Object.keys).filter((name) => name.includes('identity'))).toEqual([]);
  });
});

test.each([
  [
    'a missing file',
    () => ['--supergraph', 'nothing.graphql', '--port', '0'],
    /^gateway: The supergraph .*nothing\.graphql cannot be read \(ENOENT\)\.\n$/,
  ],
  [
    'text that is no GraphQL',
    () => ['--supergraph', write('type Query {'), '--port', '0'],
    /^gateway: .* cannot be served: Syntax Error: .*\.\n$/,
  ],
  [
    'a schema that is no supergraph',
    () => ['--supergraph', write('type Query { a: Int }'), '--port', '0'],
    /cannot be served: it joins no services: there is no join__Graph in it\.\n$/,
  ],
  [
    'a service without an address',
    () => ['--supergraph', write(supergraph.replace(post.url, '')), '--port', '0'],
    /cannot be served: its service "post" has no http\(s\) address\.\n$/,
  ],
  [
    'a feature nobody knows',
    () => ['--supergraph', write(supergraph.replace('/join/v0.5', '/join/v9.5')), '--port', '0'],
    /^gateway: .* cannot be served: [^\n]+\.\n$/,
  ],
  [
    'a port in use',
    () => ['--supergraph', 'supergraph.graphql', '--port', new URL(shop.url).port],
    /^gateway: The port \d+ is in use\. Give --port a free one\.\n$/,
  ],
  [
    'a port that is none',
    () => ['--supergraph', 'supergraph.graphql', '--port', '70000'],
    /^gateway: --port must be a number from 0 to 65535\. Usage: .*\n$/,
  ],
  ['no supergraph', () => [], /^gateway: --supergraph FILE is missing\. Usage: .*\n$/],
  ['an unknown option', () => ['--super', 'x'], /^gateway: Unknown option '--super'\. Usage: .*\n$/],
])('%s is told in one sentence, and nothing is served', async (_case, args, sentence) => {
  const { code, stderr } = await run(...args()).ended;
  expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringMatching(sentence) });
});

function write(sdl: string): string {
  const file = join(folder, 'other.graphql');
  writeFileSync(file, sdl);
  return file;
}
