import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findWorkspace } from '../src/data-folder.js';
import { startTestPlatform, type TestPlatform } from './test-platform.js';

let platform: TestPlatform;
beforeAll(async () => {
  // As in production, where nothing but the operations of the client, its examples and the web apps runs.
  platform = await startTestPlatform([], { GUILDHALL_OPERATIONS: 'trusted' });
}, 120_000);
afterAll(() => platform.stop());

const run = promisify(execFile);

async function example(name: string, who: string): Promise<string> {
  const file = join(findWorkspace(import.meta.dirname), 'packages/client/examples', `${name}.ts`);
  const env = { ...process.env, GUILDHALL_URL: platform.url, GUILDHALL_TOKEN: await platform.token(who) };
  const { stdout } = await run(process.execPath, ['--no-warnings', file], { env });
  return stdout;
}

describe('the example programs of the client', () => {
  it('show a front-end team a home screen and a registration that is not made twice', async () => {
    const first = await example('front-end', 'ada');
    expect(first).toContain("Ada Okafor's home screen");
    expect(first).toMatch(/group .*Film and Theatre/);
    expect(first).toMatch(/Registered for|Nothing is open/);
  });

  it('show an analyst figures, the small ones withheld', async () => {
    const output = await example('analyst', 'nina');
    expect(output).toContain('figures for fewer than 10 people are withheld');
    expect(output).toMatch(/withheld registrations|: withheld/);
    expect(output).toMatch(/joined in the week of \d{4}-\d{2}-\d{2}: \d+/);
  });

  it('tell somebody without the right nothing', async () => {
    expect(await example('analyst', 'ada')).toBe('This token may not see aggregates.\n');
  });

  it('let anybody count a declared election again, and find every figure as it was published', async () => {
    const output = await example('recount', 'ada');
    const counted = output.split('\n').filter((line) => line.includes('counted again:'));
    expect(counted.length).toBeGreaterThan(0);
    for (const line of counted) expect(line).toMatch(/\d+ votes, .+ elected, counted again: equal in every figure$/);
  });

  it('are trusted, and an operation that nobody registered is not', async () => {
    const { errors } = await platform.post('ada', '{ viewer { member { displayName } } }');
    expect(errors).toMatchObject([{ extensions: { code: 'PERSISTED_OPERATION_REQUIRED' } }]);
  });

  it('show a department what was referred to it', async () => {
    const output = await example('partner', 'client:department-housing');
    expect(output).toContain('Referrals to Student Housing');
    expect(output).toMatch(/[1-9]\d* in all/);
  });
});
