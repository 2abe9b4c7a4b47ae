import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { resolverTypes, writeResolverTypes } from '../src/resolver-types.mjs';

const root = path.resolve('.');
let service: string;

beforeAll(() => {
  const folder = mkdtempSync(path.join(tmpdir(), 'codegen-'));
  service = path.join(folder, 'services/library');
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
  cpSync(path.join(root, 'packages/tooling/test/fixtures/library'), service, { recursive: true });
  const base = path.join(root, 'tsconfig.base.json');
  const tsconfig = {
    extends: base,
    compilerOptions: { composite: false, declaration: false, declarationMap: false, noEmit: true },
    include: ['src'],
  };
  writeFileSync(path.join(service, 'tsconfig.json'), JSON.stringify(tsconfig));
});

afterAll(() => rmSync(path.resolve(service, '../..'), { recursive: true, force: true }));

function compileErrors(): string {
  return spawnSync(path.join(root, 'node_modules/.bin/tsc'), ['-p', service], { encoding: 'utf8' }).stdout;
}

function writeResolver(name: string, body: string): string {
  const file = path.join(service, 'src/book', name);
  writeFileSync(
    file,
    `import type { Resolvers } from '../generated/graphql.js';\nexport const attempt: Resolvers = ${body};\n`,
  );
  return file;
}

describe('resolver types of a service', () => {
  test('resolvers over domain types, a stub of another service and readonly lists compile', async () => {
    await writeResolverTypes(service);
    expect(compileErrors()).toBe('');
  });

  test('an unchanged schema leaves the file alone', async () => {
    await writeResolverTypes(service);
    await expect(writeResolverTypes(service)).resolves.toMatchObject({ changed: false });
  });

  test.each([
    ['a union member without its type name', `{ Mutation: { lendBook: () => ({ message: 'gone', kind: 'Book' }) } }`],
    [
      'a reference resolver that reads a field which is not in the key',
      `{ Member: { __resolveReference: ({ name }) => ({ id: name }) } }`,
    ],
    ['a reference resolver that answers with another type', `{ Book: { __resolveReference: () => ({ id: 'b1' }) } }`],
    ['an action that the domain does not have', `{ BookAction: { LEND: 'borrow', FALL_DUE: 'fallDue' } }`],
    ['a resolver for a field that the schema does not have', `{ Query: { books: () => [] } }`],
  ])('%s does not compile', async (_name, body) => {
    await writeResolverTypes(service);
    const file = writeResolver('attempt.ts', body);
    expect(compileErrors()).toContain('src/book/attempt.ts');
    rmSync(file);
  });

  test('a mapper for a type that the SDL does not have is refused', async () => {
    const other = path.join(path.dirname(service), 'other');
    mkdirSync(path.join(other, 'src'), { recursive: true });
    writeFileSync(path.join(other, 'src/member.graphql'), 'type Member @key(fields: "id") { id: ID! }');
    writeFileSync(path.join(other, 'codegen.mappers.json'), '{ "Novel": "../book.js#Book" }');
    await expect(resolverTypes(other)).rejects.toThrow('Novel');
  });

  test('a scalar without a TypeScript type is refused', async () => {
    const other = path.join(path.dirname(service), 'scalar');
    mkdirSync(path.join(other, 'src'), { recursive: true });
    writeFileSync(
      path.join(other, 'src/member.graphql'),
      'scalar Colour type Member @key(fields: "id") { id: ID! eyes: Colour }',
    );
    await expect(resolverTypes(other)).rejects.toThrow('Colour');
  });
});
