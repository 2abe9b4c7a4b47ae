import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

test('a Node that is too old is told so in one sentence, with where to get a newer one', () => {
  const folder = mkdtempSync(join(tmpdir(), 'guildhall-old-node-'));
  const disguise = join(folder, 'old.cjs');
  writeFileSync(disguise, "Object.defineProperty(process.versions, 'node', { value: '16.20.2' });");
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--require', disguise, 'tools/run.mjs', 'start'], {
    encoding: 'utf8',
  });
  rmSync(folder, { recursive: true });
  expect({ status, stdout, stderr }).toEqual({
    status: 1,
    stdout: '',
    stderr: 'Guildhall needs Node 18 or later to begin; this is Node 16.20.2. See https://nodejs.org.\n',
  });
});
