import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { SignJWT } from 'jose';
import { type Authenticator, type AuthOptions, createAuthenticator } from '../../src/authenticate.js';
import { createSigningKey, issuedAt, type KeyServer, type SigningKey, startKeyServer } from './key-server.js';

let server: KeyServer;
let seconds: number;
let first: SigningKey;
const clock = { now: () => new Date(seconds * 1_000) };

beforeEach(async () => {
  server = await startKeyServer();
  first = await createSigningKey('first');
  server.publish(first);
  seconds = issuedAt + 1;
});
afterEach(() => server.stop());

function believe(changes: Partial<AuthOptions> = {}): Authenticator {
  return createAuthenticator(
    { issuer: 'https://id.test', audience: 'guildhall', jwks: { url: server.url }, ...changes },
    clock,
  );
}

/** The status a token is answered with: 200 for one that is believed. */
async function statusOf(authenticator: Authenticator, token: string): Promise<unknown> {
  return authenticator.authenticate(`Bearer ${token}`).then(
    () => 200,
    (error: unknown) => Object(error).status,
  );
}

describe('an issuer that changes its keys', () => {
  test('is followed while the gateway runs: a new key is believed at once, a withdrawn one no longer after ten minutes', async () => {
    const authenticator = believe();
    expect(await statusOf(authenticator, await first.sign())).toBe(200);
    const second = await createSigningKey('second');
    server.publish(second);
    seconds += 11;
    expect(await statusOf(authenticator, await second.sign())).toBe(200);
    expect(server.reads()).toBe(2);
    expect(await statusOf(authenticator, await first.sign())).toBe(401);
    server.publish(first);
    seconds += 601;
    const late = { iat: seconds, exp: seconds + 300 };
    expect(await statusOf(authenticator, await second.sign({ claims: late }))).toBe(401);
    expect(await statusOf(authenticator, await first.sign({ claims: late }))).toBe(200);
  });

  test('is read once by many tokens that arrive together', async () => {
    const authenticator = believe();
    const token = await first.sign();
    const statuses = await Promise.all(Array.from({ length: 50 }, () => statusOf(authenticator, token)));
    expect(new Set(statuses)).toEqual(new Set([200]));
    expect(server.reads()).toBe(1);
  });
});

describe('tokens that name keys nobody has', () => {
  test('have the keys read at most once per cooldown, however many there are', async () => {
    const authenticator = believe({ keyCooldownSeconds: 30 });
    expect(await statusOf(authenticator, await first.sign())).toBe(200);
    const flood = async (name: string): Promise<void> => {
      const tokens = await Promise.all(
        Array.from({ length: 40 }, (_, index) => first.sign({ header: { kid: `${name}${index}` } })),
      );
      const statuses = await Promise.all(tokens.map((token) => statusOf(authenticator, token)));
      expect(new Set(statuses)).toEqual(new Set([401]));
    };
    await flood('a');
    expect(server.reads()).toBe(1);
    seconds += 30;
    await flood('b');
    await flood('c');
    expect(server.reads()).toBe(2);
  });

  test('do so too while the issuer fails', async () => {
    const authenticator = believe({ keyCooldownSeconds: 30 });
    expect(await statusOf(authenticator, await first.sign())).toBe(200);
    server.answerWith((response) => response.writeHead(500).end());
    seconds += 30;
    for (let index = 0; index < 10; index += 1)
      expect(await statusOf(authenticator, await first.sign({ header: { kid: `x${index}` } }))).toBe(401);
    expect(server.reads()).toBe(2);
  });
});

describe('an issuer that cannot be reached', () => {
  test.each([
    ['fails', (response: Parameters<Parameters<KeyServer['answerWith']>[0]>[0]) => response.writeHead(500).end()],
    ['answers no key set', (response: Parameters<Parameters<KeyServer['answerWith']>[0]>[0]) => response.end('<html>')],
    [
      'sends elsewhere',
      (response: Parameters<Parameters<KeyServer['answerWith']>[0]>[0]) =>
        response.writeHead(302, { location: '/other' }).end(),
    ],
    ['hangs up', (response: Parameters<Parameters<KeyServer['answerWith']>[0]>[0]) => response.destroy()],
  ])('and %s: no token can be checked, which is 503; it is asked again a second later', async (_name, answer) => {
    server.answerWith(answer);
    const authenticator = believe();
    const token = await first.sign();
    expect(await statusOf(authenticator, token)).toBe(503);
    expect(await statusOf(authenticator, token)).toBe(503);
    expect(server.reads()).toBe(1);
    server.publish(first);
    seconds += 1;
    expect(await statusOf(authenticator, token)).toBe(200);
  });

  test('leaves its known keys believed for an hour', async () => {
    const authenticator = believe();
    expect(await statusOf(authenticator, await first.sign())).toBe(200);
    server.answerWith((response) => response.writeHead(500).end());
    const at = async (later: number): Promise<unknown> => {
      seconds = issuedAt + later;
      return statusOf(authenticator, await first.sign({ claims: { exp: seconds + 60 } }));
    };
    expect(await at(700)).toBe(200);
    expect(await at(4_100)).toBe(200);
    expect(await at(4_300)).toBe(503);
  });
});

describe('clocks that differ', () => {
  test.each([
    ['an expiry four seconds ago', { exp: -4 }, {}, 200],
    ['an expiry five seconds ago', { exp: -5 }, {}, 401],
    ['a start in five seconds', { nbf: 5 }, {}, 200],
    ['a start in six seconds', { nbf: 6 }, {}, 401],
    ['an expiry 59 seconds ago, where 60 may pass', { exp: -59 }, { clockSkewSeconds: 60 }, 200],
    ['an expiry a minute ago, where 60 may pass', { exp: -60 }, { clockSkewSeconds: 60 }, 401],
    ['an expiry now, where none may pass', { exp: 0 }, { clockSkewSeconds: 0 }, 401],
    ['an expiry in a second, where none may pass', { exp: 1 }, { clockSkewSeconds: 0 }, 200],
  ])('%s', async (_name, offsets, settings, status) => {
    const claims = Object.fromEntries(Object.entries(offsets).map(([name, offset]) => [name, seconds + offset]));
    expect(await statusOf(believe(settings), await first.sign({ claims }))).toBe(status);
  });
});

describe('a token whose header lies about its signature', () => {
  const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

  test.each(['none', 'None', 'NONE'])('alg %s is refused', async (alg) => {
    const [, payload] = (await first.sign()).split('.');
    const header = encode({ alg, typ: 'at+jwt', kid: 'first' });
    for (const signature of ['', 'AAAA'])
      expect(await statusOf(believe(), `${header}.${payload}.${signature}`)).toBe(401);
  });

  test.each(['HS256', 'HS384', 'HS512'])('%s with the public key as the secret is refused', async (alg) => {
    const secret = new TextEncoder().encode(JSON.stringify(first.jwk).padEnd(64));
    const token = await new SignJWT({ sub: 'sys', client_id: 'portal', iat: issuedAt, exp: issuedAt + 300 })
      .setProtectedHeader({ alg, kid: 'first', typ: 'at+jwt' })
      .setIssuer('https://id.test')
      .setAudience('guildhall')
      .sign(secret);
    expect(await statusOf(believe(), token)).toBe(401);
  });

  test('a symmetric key that an issuer publishes by mistake is not used', async () => {
    const secret = new TextEncoder().encode('a secret of thirty-two bytes at least');
    const jwk = { kty: 'oct', k: Buffer.from(secret).toString('base64url'), kid: 'oct', alg: 'HS256' };
    server.publish({ ...first, jwk });
    const token = await new SignJWT({
      sub: 'sys',
      client_id: 'portal',
      iat: issuedAt,
      exp: issuedAt + 300,
      iss: 'https://id.test',
      aud: 'guildhall',
    })
      .setProtectedHeader({ alg: 'HS256', kid: 'oct', typ: 'at+jwt' })
      .sign(secret);
    expect(await statusOf(believe(), token)).toBe(401);
  });

  test('an algorithm that is not among those believed here is refused', async () => {
    expect(await statusOf(believe({ algorithms: ['RS256'] }), await first.sign())).toBe(401);
    expect(await statusOf(believe({ algorithms: ['ES256'] }), await first.sign())).toBe(200);
  });

  test('a key in the token itself is not believed', async () => {
    const other = await createSigningKey('first');
    expect(await statusOf(believe(), await other.sign({ header: { jwk: other.jwk } }))).toBe(401);
    expect(await statusOf(believe(), await other.sign({ header: { jku: server.url } }))).toBe(401);
  });
});

describe('tokens of other providers', () => {
  const callerOf = async (claims: Record<string, unknown>, changes: Partial<AuthOptions> = {}, header = {}) =>
    believe(changes).authenticate(`Bearer ${await first.sign({ claims, header })}`);

  test.each([
    [{ scope: undefined, scp: 'graph read' }, ['graph', 'read']],
    [{ scope: undefined, scp: ['graph', 'read'] }, ['graph', 'read']],
    [{ scope: ['graph'] }, ['graph']],
    [{ scope: 7 }, []],
    [{ scope: undefined }, []],
  ])('scopes as %j are %j', async (claims, scopes) => {
    expect(await callerOf(claims)).toMatchObject({ scopes });
  });

  test('the client may be named azp, and the audience may be one of several', async () => {
    const claims = { client_id: undefined, azp: 'desk', aud: ['account', 'guildhall'] };
    expect(await callerOf(claims)).toMatchObject({ kind: 'person', clientId: 'desk' });
  });

  test('a type of token other than at+jwt is believed only where it is allowed', async () => {
    await expect(callerOf({}, {}, { typ: 'JWT' })).rejects.toMatchObject({ status: 401 });
    expect(await callerOf({}, { tokenTypes: ['at+jwt', 'JWT'] }, { typ: 'JWT' })).toMatchObject({ kind: 'person' });
    expect(await callerOf({}, {}, { typ: 'application/at+jwt' })).toMatchObject({ kind: 'person' });
    await expect(callerOf({}, { tokenTypes: ['JWT'] }, { typ: undefined })).rejects.toMatchObject({ status: 401 });
  });

  test('a time of authentication that is no time is long ago', async () => {
    expect(await callerOf({ auth_time: 1e300 })).toMatchObject({ authenticatedAt: '1970-01-01T00:00:00.000Z' });
  });
});
