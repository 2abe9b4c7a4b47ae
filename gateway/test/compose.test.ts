import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { composeSupergraph } from '../src/compose-supergraph.js';
import { readSubgraphs } from '../src/read-subgraph-sdl.js';
import { servicesOf } from '../src/services-of.js';
import { stripAccessDirectives } from '../src/strip-access-directives.js';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'compose-'));
});
afterEach(() => rmSync(root, { recursive: true }));

const link =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@authenticated"])';

function write(file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}

function writeService(name: string, sdl: string): void {
  write(`services/${name}/package.json`, '{}');
  write(`services/${name}/src/thing/thing.graphql`, sdl);
}

test('the shared types stand in every service, and both committed files come out', () => {
  write(
    'packages/subgraph/shared.graphql',
    `${link}\n"Where a page ends." type PageInfo @shareable { endCursor: String }`,
  );
  writeService('alpha', 'type Query { alpha: PageInfo }');
  writeService('beta', 'type Query { beta: PageInfo @authenticated }');
  const composition = composeSupergraph(readSubgraphs(root));
  if (!composition.ok) throw new Error(composition.problems.join('\n'));
  expect(servicesOf(composition.supergraphSdl)).toEqual(['alpha', 'beta']);
  expect(composition.supergraphSdl).toContain('url: "http://alpha.subgraph"');
  expect(composition.apiSdl).toContain('alpha: PageInfo');
  expect(composition.apiSdl).not.toContain('join__');
});

test('access directives stay in the supergraph and leave only the copy for the gateway library', () => {
  write('packages/subgraph/shared.graphql', link);
  writeService('alpha', 'type Query { alpha: String @authenticated }');
  const composition = composeSupergraph(readSubgraphs(root));
  if (!composition.ok) throw new Error(composition.problems.join('\n'));
  expect(composition.supergraphSdl).toContain('@authenticated');
  expect(stripAccessDirectives(composition.supergraphSdl)).not.toContain('authenticated');
});

test('a problem names its code, its file and its line', () => {
  write('packages/subgraph/shared.graphql', link);
  writeService('alpha', 'type Query { a: Int }\ntype Book @key(fields: "id") { id: ID! title: String }');
  writeService('beta', 'type Query { b: Int }\n\ntype Book @key(fields: "id") { id: ID! title: Int }');
  const composition = composeSupergraph(readSubgraphs(root));
  if (composition.ok) throw new Error('composed');
  const text = composition.problems.join('\n');
  expect(text).toContain('FIELD_TYPE_MISMATCH');
  expect(text).toMatch(/services\/beta\/src\/thing\/thing\.graphql:3/);
});

test('a service without a schema is named', () => {
  write('services/gamma/package.json', '{}');
  expect(() => readSubgraphs(root)).toThrow('The service gamma has no *.graphql file');
});

test('a file that is not GraphQL is named with its line', () => {
  writeService('alpha', 'type Query {');
  expect(() => readSubgraphs(root)).toThrow(/Syntax Error/);
});

test('a file that is no supergraph is refused in one sentence', () => {
  expect(() => servicesOf('type Query { a: Int }')).toThrow('not a supergraph');
});
