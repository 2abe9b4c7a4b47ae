import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RegisteredClient, RunningIdentity } from '../src/index.js';
import { startIdentity } from '../src/index.js';
import { findFreePort, startIdentityUnderTest, type IdentityUnderTest } from './running-identity.js';

const digest = (secret: string): string => createHash('sha256').update(secret).digest('base64url');
const [first, second] = ['first-secret-of-the-program', 'second-secret-of-the-program'];
const program = (changes: Partial<RegisteredClient> = {}): RegisteredClient => ({
  clientId: 'department-one',
  displayName: 'Case system',
  scopes: ['referrals:read'],
  secretHashes: [digest(first)],
  ...changes,
});

const register = new Map<string, RegisteredClient>();
let base: IdentityUnderTest;
let identity: RunningIdentity;
beforeAll(async () => {
  base = await startIdentityUnderTest();
  const port = await findFreePort();
  const directory = {
    scopes: ['referrals:read', 'referrals:answer'],
    find: (clientId: string) => Promise.resolve(register.get(clientId)),
  };
  identity = await startIdentity({ ...base.options, port, issuer: `http://127.0.0.1:${port}`, directory });
});
afterAll(async () => {
  await identity.stop();
  await base.stop();
});

async function ask(clientId: string, secret: string, scope = 'referrals:read'): Promise<Record<string, unknown>> {
  const response = await fetch(`${identity.url}/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${clientId}:${secret}`)}` },
    body: new URLSearchParams({ grant_type: 'client_credentials', scope }),
  });
  return (await response.json()) as Record<string, unknown>;
}

describe('a program that is registered while the provider runs', () => {
  it('gets a token for its scopes and no other, with its secret only, until it is gone', async () => {
    expect(await ask('department-one', first)).toMatchObject({ error: 'invalid_client' });
    register.set('department-one', program());
    expect(await ask('department-one', first)).toMatchObject({ scope: 'referrals:read', token_type: 'Bearer' });
    expect(await ask('department-one', first, 'referrals:answer')).toMatchObject({ error: 'invalid_scope' });
    for (const wrong of [second, '', digest(first)])
      expect(await ask('department-one', wrong)).toMatchObject({ error: expect.stringMatching(/^invalid_/) });
    register.delete('department-one');
    expect(await ask('department-one', first)).toMatchObject({ error: 'invalid_client' });
  });

  it('may present either of two secrets during a rotation, and afterwards the new one alone', async () => {
    register.set('department-one', program({ secretHashes: [digest(second), digest(first)] }));
    for (const secret of [first, second])
      expect(await ask('department-one', secret)).toMatchObject({ token_type: 'Bearer' });
    expect(await ask('department-one', `${digest(second)} ${digest(first)}`)).toMatchObject({
      error: 'invalid_client',
    });
    register.set('department-one', program({ secretHashes: [digest(second)] }));
    expect(await ask('department-one', first)).toMatchObject({ error: 'invalid_client' });
    expect(await ask('department-one', second)).toMatchObject({ token_type: 'Bearer' });
  });

  it('changes nothing for those the provider was started with', async () => {
    const [analytics] = base.machines;
    expect(await ask('analytics', analytics?.clientSecret ?? '', 'insights:read')).toMatchObject({
      scope: 'insights:read',
    });
    expect(await ask('analytics', 'a-guess', 'insights:read')).toMatchObject({ error: 'invalid_client' });
  });
});
