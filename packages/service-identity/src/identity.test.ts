import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CompactSign, SignJWT, UnsecuredJWT, importPKCS8 } from 'jose';
import type { Caller } from './caller.js';
import { createIdentitySigner } from './identity-signer.js';
import type { IdentityVerifier } from './identity-verifier.js';
import { createIdentityVerifier } from './identity-verifier.js';
import { generateKeyPairPem } from './key-pair.js';

const ada: Caller = {
  kind: 'person',
  subject: 'ada',
  clientId: 'portal',
  scopes: ['openid', 'graph'],
  authenticatedAt: '2026-10-01T09:00:00.000Z',
};
const start = Date.parse('2026-10-01T10:00:00.250Z');
const body = '{"query":"{ viewer { subject } }"}';
const gatewayKeys = await generateKeyPairPem();
const relayKeys = await generateKeyPairPem();
const trusted = { gateway: gatewayKeys.publicKey, activities: relayKeys.publicKey };

function createClock() {
  let now = start;
  return { read: () => new Date(now), advance: (milliseconds: number) => (now += milliseconds) };
}

async function setUp(audience = 'membership') {
  const clock = createClock();
  const signer = await createIdentitySigner({
    issuer: 'gateway',
    privateKey: gatewayKeys.privateKey,
    clock: clock.read,
  });
  const verifier = await createIdentityVerifier({ audience, trusted, clock: clock.read });
  const sign = (caller: Caller = ada) => signer.sign({ caller, audience: 'membership', requestId: 'request-1', body });
  return { clock, signer, verifier, sign };
}

const reasonOf = async (
  verifier: IdentityVerifier,
  token: string | undefined,
  received: string | Uint8Array = body,
) => {
  const result = await verifier.verify(token, received);
  return result.ok ? 'ACCEPTED' : result.reason;
};

/** A payload as a real token carries it, to be signed by somebody who should not. */
const payloadOf = (token: string): Record<string, unknown> => {
  const payload: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
  return typeof payload === 'object' && payload !== null ? { ...payload } : {};
};

describe('a signed identity', () => {
  it.each<Caller>([
    { kind: 'anonymous' },
    ada,
    { kind: 'machine', clientId: 'analytics', scopes: ['insights:read'] },
    { kind: 'service', service: 'activities' },
  ])('carries a caller of kind $kind unchanged, with its request id and issuer', async (caller) => {
    const { verifier, sign } = await setUp();
    expect(await verifier.verify(await sign(caller), body)).toEqual({
      ok: true,
      caller,
      requestId: 'request-1',
      issuer: 'gateway',
    });
  });

  it('binds the same body whether it is given as text or as bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (text) => {
        const { signer, verifier } = await setUp();
        const token = await signer.sign({ caller: ada, audience: 'membership', requestId: 'r', body: text });
        expect(await reasonOf(verifier, token, Buffer.from(text))).toBe('ACCEPTED');
      }),
      { numRuns: 50 },
    );
  });

  it('is refused when it is missing', async () => {
    const { verifier } = await setUp();
    expect(await reasonOf(verifier, undefined)).toBe('MISSING');
    expect(await reasonOf(verifier, '')).toBe('MISSING');
  });

  it('is refused, and nothing is thrown, when it is any text at all', async () => {
    const { verifier } = await setUp();
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string(),
          fc.array(fc.base64String(), { maxLength: 5 }).map((parts) => parts.join('.')),
        ),
        async (text) => {
          expect(['MISSING', 'MALFORMED', 'BAD_SIGNATURE']).toContain(await reasonOf(verifier, text));
        },
      ),
    );
  });

  it('is refused when any one character of it is replaced by any other', async () => {
    const { verifier, sign } = await setUp();
    const token = await sign();
    const alphabet = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_=.'];
    await fc.assert(
      fc.asyncProperty(fc.nat(token.length - 1), fc.constantFrom(...alphabet), async (at, character) => {
        fc.pre(token[at] !== character);
        const changed = token.slice(0, at) + character + token.slice(at + 1);
        expect(['MALFORMED', 'BAD_SIGNATURE']).toContain(await reasonOf(verifier, changed));
      }),
      { numRuns: 500 },
    );
    for (const last of alphabet.filter((character) => !token.endsWith(character))) {
      expect(['MALFORMED', 'BAD_SIGNATURE']).toContain(await reasonOf(verifier, token.slice(0, -1) + last));
    }
    expect(await reasonOf(verifier, token)).toBe('ACCEPTED');
  });

  it('is refused with any byte of the body changed, added or removed', async () => {
    const { verifier, sign } = await setUp();
    const token = await sign();
    const bytes = Buffer.from(body);
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
        const changed = Buffer.from(bytes);
        changed[at] = (changed[at] ?? 0) ^ flip;
        expect(await reasonOf(verifier, token, changed)).toBe('WRONG_BODY');
      }),
    );
    expect(await reasonOf(verifier, token, `${body} `)).toBe('WRONG_BODY');
    expect(await reasonOf(verifier, token, body.slice(1))).toBe('WRONG_BODY');
    expect(await reasonOf(verifier, token, '')).toBe('WRONG_BODY');
  });

  it('is refused by every service but the one it names', async () => {
    const { sign } = await setUp();
    const { verifier: advocacy } = await setUp('advocacy');
    expect(await reasonOf(advocacy, await sign())).toBe('WRONG_AUDIENCE');
  });

  it('lives ten seconds and not a millisecond longer', async () => {
    const { clock, verifier, sign } = await setUp();
    const [first, second] = [await sign(), await sign()];
    clock.advance(9_999);
    expect(await reasonOf(verifier, first)).toBe('ACCEPTED');
    clock.advance(1);
    expect(await reasonOf(verifier, second)).toBe('EXPIRED');
  });

  it('is accepted from a clock one second ahead and refused from one further ahead', async () => {
    const { clock, verifier, sign } = await setUp();
    clock.advance(1_000);
    const ahead = await sign();
    clock.advance(1);
    const furtherAhead = await sign();
    clock.advance(-1_001);
    expect(await reasonOf(verifier, ahead)).toBe('ACCEPTED');
    expect(await reasonOf(verifier, furtherAhead)).toBe('EXPIRED');
  });

  it('is taken once, also when it arrives many times at the same moment', async () => {
    const { verifier, sign } = await setUp();
    const token = await sign();
    const results = await Promise.all(Array.from({ length: 20 }, () => reasonOf(verifier, token)));
    expect(results.filter((result) => result === 'ACCEPTED')).toHaveLength(1);
    expect(results.filter((result) => result === 'REPLAYED')).toHaveLength(19);
  });

  it('is not replayed after a restart that took more than the clock skew', async () => {
    const { clock, verifier, sign } = await setUp();
    const token = await sign();
    expect(await reasonOf(verifier, token)).toBe('ACCEPTED');
    clock.advance(1_001);
    const restarted = await createIdentityVerifier({ audience: 'membership', trusted, clock: clock.read });
    expect(await reasonOf(restarted, token)).toBe('EXPIRED');
    expect(await reasonOf(restarted, await sign())).toBe('ACCEPTED');
  });
});

describe('a forged identity', () => {
  it('is refused when it is unsigned', async () => {
    const { verifier, sign } = await setUp();
    const claims = payloadOf(await sign());
    expect(await reasonOf(verifier, new UnsecuredJWT(claims).encode())).toBe('MALFORMED');
    const header = Buffer.from('{"alg":"none","typ":"guildhall-identity+jwt"}').toString('base64url');
    expect(await reasonOf(verifier, `${header}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.`)).toBe(
      'MALFORMED',
    );
  });

  it('is refused when it is signed by HMAC with the public key as the secret', async () => {
    const { verifier, sign } = await setUp();
    const forged = await new SignJWT(payloadOf(await sign()))
      .setProtectedHeader({ alg: 'HS256', typ: 'guildhall-identity+jwt' })
      .sign(Buffer.from(gatewayKeys.publicKey));
    expect(await reasonOf(verifier, forged)).toBe('MALFORMED');
  });

  it('is refused when a trusted issuer speaks in the name of another', async () => {
    const { clock, verifier } = await setUp();
    const impostor = await createIdentitySigner({
      issuer: 'gateway',
      privateKey: relayKeys.privateKey,
      clock: clock.read,
    });
    const token = await impostor.sign({ caller: ada, audience: 'membership', requestId: 'r', body });
    expect(await reasonOf(verifier, token)).toBe('BAD_SIGNATURE');
  });

  it.each(['stranger', '__proto__', 'constructor'])(
    'is refused from the issuer %s, whom nobody trusts',
    async (issuer) => {
      const { clock, verifier } = await setUp();
      const stranger = await createIdentitySigner({ issuer, privateKey: gatewayKeys.privateKey, clock: clock.read });
      const token = await stranger.sign({ caller: ada, audience: 'membership', requestId: 'r', body });
      expect(await reasonOf(verifier, token)).toBe('BAD_SIGNATURE');
    },
  );

  const signAs = async (typ: string, claims: Record<string, unknown>) =>
    new CompactSign(Buffer.from(JSON.stringify(claims)))
      .setProtectedHeader({ alg: 'EdDSA', typ })
      .sign(await importPKCS8(gatewayKeys.privateKey, 'EdDSA'));

  it('is refused when the right key signed another kind of token', async () => {
    const { verifier, sign } = await setUp();
    expect(await reasonOf(verifier, await signAs('at+jwt', payloadOf(await sign())))).toBe('MALFORMED');
  });

  it.each(['iss', 'aud', 'iat', 'exp', 'jti', 'rid', 'dig', 'caller'])(
    'is refused without its claim %s',
    async (claim) => {
      const { verifier, sign } = await setUp();
      const { [claim]: _left, ...claims } = payloadOf(await sign());
      expect(await reasonOf(verifier, await signAs('guildhall-identity+jwt', claims))).toBe('MALFORMED');
    },
  );

  it.each([
    { kind: 'admin' },
    { kind: 'person', subject: 'ada' },
    { kind: 'person', subject: '', clientId: 'portal', scopes: [], authenticatedAt: '2026-10-01T09:00:00Z' },
    { kind: 'person', subject: 'ada', clientId: 'portal', scopes: 'graph', authenticatedAt: '2026-10-01T09:00:00Z' },
    { kind: 'person', subject: 'ada', clientId: 'portal', scopes: [], authenticatedAt: 'yesterday' },
    { kind: 'machine', clientId: 'analytics', scopes: [1] },
    { kind: 'service' },
    'anonymous',
  ])('is refused with the caller %j, which is no caller', async (caller) => {
    const { verifier, sign } = await setUp();
    expect(
      await reasonOf(verifier, await signAs('guildhall-identity+jwt', { ...payloadOf(await sign()), caller })),
    ).toBe('MALFORMED');
  });

  it('is refused when it claims to live longer than a minute', async () => {
    const { verifier, sign } = await setUp();
    const claims = { ...payloadOf(await sign()), exp: start / 1000 + 61 };
    expect(await reasonOf(verifier, await signAs('guildhall-identity+jwt', claims))).toBe('MALFORMED');
  });
});

describe('a signer', () => {
  it.each([0, -1, 61, Number.NaN])('refuses a life of %d seconds', async (ttlSeconds) => {
    const options = { issuer: 'gateway', privateKey: gatewayKeys.privateKey, clock: createClock().read, ttlSeconds };
    await expect(createIdentitySigner(options)).rejects.toThrow('ttlSeconds');
  });

  it('refuses a key that is not a private Ed25519 key', async () => {
    const options = { issuer: 'gateway', privateKey: gatewayKeys.publicKey, clock: createClock().read };
    await expect(createIdentitySigner(options)).rejects.toThrow();
  });
});
