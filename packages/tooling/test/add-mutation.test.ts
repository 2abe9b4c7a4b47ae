import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { addMutation } from '../src/add-mutation.mjs';
import { writeResolverTypes } from '../src/resolver-types.mjs';

const root = path.resolve('.');
const request = {
  service: 'membership',
  aggregate: 'group',
  verbNoun: 'adopt-group',
  does: 'Puts a group into the care of another.',
};
let copy: string;

beforeEach(() => {
  copy = mkdtempSync(path.join(tmpdir(), 'mutation-'));
  mkdirSync(path.join(copy, 'services'));
  const skip = (file: string) => !file.endsWith('/dist');
  cpSync(path.join(root, 'services/membership'), path.join(copy, 'services/membership'), {
    recursive: true,
    verbatimSymlinks: true,
    filter: skip,
  });
  for (const shared of ['node_modules', 'packages', 'tsconfig.base.json'])
    symlinkSync(path.join(root, shared), path.join(copy, shared));
});
afterEach(() => rmSync(copy, { recursive: true, force: true }));

const read = (file: string): string => readFileSync(path.join(copy, 'services/membership', file), 'utf8');

function compileErrors(): string[] {
  const args = ['-p', path.join(copy, 'services/membership'), '--noEmit', '--composite', 'false', '--pretty', 'false'];
  const { stdout } = spawnSync(path.join(root, 'node_modules/.bin/tsc'), args, {
    cwd: path.join(copy, 'services/membership'),
    encoding: 'utf8',
  });
  return stdout.split('\n').filter((line) => /^\S+\(\d+/.test(line));
}

describe('a generated mutation', () => {
  test('stands in the SDL, the use cases, the resolvers and the tests under one name', () => {
    const { files } = addMutation(copy, request);
    expect(files.every((file) => existsSync(path.join(copy, file)))).toBe(true);
    expect(read('src/group/group.graphql')).toContain('adoptGroup(input: AdoptGroupInput!): AdoptGroupResult!');
    expect(read('src/use-cases.ts')).toMatch(/import \{ adoptGroup \}[\s\S]*bindUseCases[\s\S]*adoptGroup,/);
    expect(read('src/group/group.resolvers.ts')).toContain(`toResult('AdoptGroupSuccess'`);
    expect(read('test/adopt-group.int.test.ts')).toContain(`describe('adoptGroup'`);
  });

  test('compiles everywhere but in the use case, which waits for its decision and its right', async () => {
    addMutation(copy, request);
    await writeResolverTypes(path.join(copy, 'services/membership'));
    const errors = compileErrors();
    expect(errors.filter((line) => !line.startsWith('src/group/use-cases/adopt-group.ts'))).toEqual([]);
    expect(errors.join('\n')).toMatch(/adoptGroup[\s\S]*"ADOPT"/);
  });

  test.each([
    ['an unknown service', { service: 'catering' }],
    ['an unknown aggregate', { aggregate: 'choir' }],
    ['a name that is not kebab-case', { verbNoun: 'adoptGroup' }],
    ['a name without a noun', { verbNoun: 'adopt' }],
    ['a mutation that exists', { verbNoun: 'join-group' }],
    ['no sentence', { does: 'adopts' }],
  ])('%s is refused and nothing is written', (_name, change) => {
    const before = read('src/use-cases.ts');
    expect(() => addMutation(copy, { ...request, ...change })).toThrow(/\."?$/);
    expect(read('src/use-cases.ts')).toBe(before);
  });
});
