import { createServer } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { generateKeyPair, SignJWT } from 'jose';
import { startTestGateway, type TestGateway } from './test-gateway.js';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway();
});
afterAll(() => gateway.stop());

async function callerOf(token?: string): Promise<unknown> {
  const answer = await gateway.ask('{ whoami }', {
    headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
  });
  return JSON.parse(String(answer.body.data?.['whoami'])).caller;
}

describe('who is asking', () => {
  test('a request without a token is anonymous', async () => {
    expect(await callerOf()).toEqual({ kind: 'anonymous' });
  });

  test('a token with a subject is a person, with scopes and the time of authentication', async () => {
    expect(await callerOf(await gateway.issuer.token())).toEqual({
      kind: 'person',
      subject: 'ada',
      clientId: 'portal',
      scopes: ['openid', 'graph'],
      authenticatedAt: '2023-11-14T22:13:20.000Z',
    });
  });

  test('a token without a time of authentication never counts as fresh', async () => {
    const token = await gateway.issuer.token({ claims: { auth_time: undefined } });
    expect(await callerOf(token)).toMatchObject({ authenticatedAt: '1970-01-01T00:00:00.000Z' });
  });

  test.each([
    ['without a subject', undefined],
    ['whose subject is the client itself', 'department-housing'],
  ])('a token %s is a machine', async (_name, sub) => {
    const token = await gateway.issuer.token({
      claims: { sub, client_id: 'department-housing', scope: 'referrals:read' },
    });
    expect(await callerOf(token)).toEqual({
      kind: 'machine',
      clientId: 'department-housing',
      scopes: ['referrals:read'],
    });
  });
});

describe('a token that is not good is refused with 401 before anything runs', () => {
  const cases: [string, () => Promise<string>][] = [
    ['expired', () => gateway.issuer.token({ expiresIn: -30 })],
    ['of another issuer', () => gateway.issuer.token({ issuer: 'https://elsewhere.test' })],
    ['for another audience', () => gateway.issuer.token({ audience: 'another-api' })],
    ['that is an identity token, not an access token', () => gateway.issuer.token({ typ: 'JWT' })],
    ['signed by another key', async () => gateway.issuer.token({ key: (await generateKeyPair('RS256')).privateKey })],
    ['of a person named like nobody', () => gateway.issuer.token({ claims: { sub: 'anonymous' } })],
    ['of a person named like a program', () => gateway.issuer.token({ claims: { sub: 'client:analytics' } })],
    ['of a client without a name', () => gateway.issuer.token({ claims: { client_id: undefined } })],
    [
      'without a signature',
      async () =>
        `${Buffer.from('{"alg":"none","typ":"at+jwt"}').toString('base64url')}.${(await gateway.issuer.token()).split('.')[1]}.`,
    ],
    ['signed with the public key as if it were a shared secret', () => symmetricToken()],
    ['that is not a token', async () => 'open-sesame'],
    ['with a changed subject', async () => tampered(await gateway.issuer.token())],
  ];

  test.each(cases)('a token %s', async (_name, makeToken) => {
    const answer = await gateway.ask('{ whoami }', { headers: { authorization: `Bearer ${await makeToken()}` } });
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toContain('Bearer');
    expect(answer.body.errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED');
    expect(answer.body.data).toBeUndefined();
  });

  test.each(['Basic YWRhOnNlY3JldA==', 'Bearer', 'Bearer a b'])('the header "%s"', async (authorization) => {
    expect((await gateway.ask('{ whoami }', { headers: { authorization } })).status).toBe(401);
  });
});

test('keys read from an address are fetched once, and 503 says when they cannot be had', async () => {
  let reads = 0;
  const keys = createServer((_request, response) => {
    reads += 1;
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys: [gateway.issuer.jwk] }));
  });
  const url = await listen(keys);
  const remote = await startTestGateway({ auth: { ...gateway.issuer.auth, jwks: { url } } });
  const unreachable = await startTestGateway({
    auth: { ...gateway.issuer.auth, jwks: { url: 'http://127.0.0.1:9/jwks' } },
  });
  try {
    const headers = { authorization: `Bearer ${await gateway.issuer.token()}` };
    expect((await remote.ask('{ whoami }', { headers })).status).toBe(200);
    expect((await remote.ask('{ whoami }', { headers })).status).toBe(200);
    expect(reads).toBe(1);
    const refused = await unreachable.ask('{ whoami }', { headers });
    expect([refused.status, refused.body.errors?.[0]?.extensions['code']]).toEqual([503, 'OVERLOADED']);
    expect(refused.text).not.toContain('127.0.0.1');
  } finally {
    await Promise.all([remote.stop(), unreachable.stop()]);
    keys.close();
  }
});

function tampered(token: string): string {
  const [head, payload = '', signature] = token.split('.');
  const claims: object = JSON.parse(Buffer.from(payload, 'base64url').toString());
  return [head, Buffer.from(JSON.stringify({ ...claims, sub: 'sys' })).toString('base64url'), signature].join('.');
}

function symmetricToken(): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  return new SignJWT({ sub: 'sys', client_id: 'portal' })
    .setProtectedHeader({ alg: 'HS256', kid: 'test', typ: 'at+jwt' })
    .setIssuer(gateway.issuer.auth.issuer)
    .setAudience('guildhall')
    .setIssuedAt(now)
    .setExpirationTime(now + 60)
    .sign(new TextEncoder().encode(JSON.stringify(gateway.issuer.jwk)));
}

function listen(server: ReturnType<typeof createServer>): Promise<string> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(`http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/jwks`);
    });
  });
}
