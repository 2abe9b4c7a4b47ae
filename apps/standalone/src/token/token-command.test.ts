import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { demoMachineClients, demoPeople } from '@guildhall/demo';
import { loadOrCreateKeys, rememberIssuer } from '@guildhall/identity';
import { runTokenCommand } from './token-command.js';

let dataFolder = '';
beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'guildhall-token-'));
});
afterEach(() => rmSync(dataFolder, { recursive: true }));

const run = (args: readonly string[], environment: Readonly<Record<string, string>> = {}) =>
  runTokenCommand({ args, environment, dataFolder });

const claimsOf = async (...given: Parameters<typeof run>): Promise<unknown> => {
  const outcome = await run(...given);
  if (outcome.exitCode !== 0) throw new Error(outcome.stderr);
  expect(outcome.stdout).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
  return JSON.parse(Buffer.from(outcome.stdout.split('.')[1] ?? '', 'base64url').toString());
};

describe('npm run token', () => {
  it.each(demoPeople.map(({ subject }) => subject))('prints a token for %s', async (subject) => {
    await loadOrCreateKeys(join(dataFolder, 'identity'));
    expect(await claimsOf([subject])).toMatchObject({ sub: subject, aud: 'guildhall', iss: 'http://127.0.0.1:4001' });
  });

  it.each(demoMachineClients)(
    'prints a token for the program $clientId with its scopes',
    async ({ clientId, scopes }) => {
      await loadOrCreateKeys(join(dataFolder, 'identity'));
      expect(await claimsOf(['--client', clientId])).toMatchObject({
        sub: clientId,
        client_id: clientId,
        scope: scopes.join(' '),
      });
    },
  );

  it('prints a line for each subject of the roll, and refuses names that are not a person’s', async () => {
    await loadOrCreateKeys(join(dataFolder, 'identity'));
    const outcome = await run(['--subject', 'student-1', '--subject', 'student-2']);
    expect(outcome.exitCode === 0 ? outcome.stdout.split('\n') : []).toHaveLength(2);
    expect(await claimsOf(['--subject', 'student-1'])).toMatchObject({ sub: 'student-1' });
    for (const name of ['anonymous', 'client:analytics', 'system:import', 'two words', ''])
      expect(await run(['--subject', name])).toMatchObject({ exitCode: 2 });
    expect(await run(['ada', '--subject', 'student-1'])).toMatchObject({ exitCode: 2 });
  });

  it('signs under the name the platform last ran under, unless a port is given', async () => {
    const folder = join(dataFolder, 'identity');
    await loadOrCreateKeys(folder);
    await rememberIssuer(folder, 'http://127.0.0.1:5001');
    expect(await claimsOf(['ada'])).toMatchObject({ iss: 'http://127.0.0.1:5001' });
    expect(await claimsOf(['ada'], { GUILDHALL_PORT: '6000' })).toMatchObject({ iss: 'http://127.0.0.1:6001' });
  });

  it.each([
    [[]],
    [['nobody']],
    [['ada', 'omar']],
    [['--client']],
    [['--client', 'nobody']],
    [['ada', '--client', 'analytics']],
    [['--else']],
  ])('answers %j with the names there are, and exit code 2', async (args) => {
    await loadOrCreateKeys(join(dataFolder, 'identity'));
    const outcome = await run(args);
    expect(outcome).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('ada, omar, uma, rosa') });
  });

  it('says to start the platform once when there are no keys', async () => {
    expect(await run(['ada'])).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('npm start') });
  });

  it('refuses in production', async () => {
    await loadOrCreateKeys(join(dataFolder, 'identity'));
    expect(await run(['ada'], { GUILDHALL_ENV: 'production' })).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('production'),
    });
  });
});
