import type { Clock } from '@guildhall/kernel';
import type { Caller } from '@guildhall/service-identity';
import { createLocalJWKSet, errors, type JSONWebKeySet, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import { readCaller } from './access/read-caller.js';
import { createRemoteKeys } from './access/remote-keys.js';
import { HttpProblem } from './http-problem.js';

/** Whose tokens are accepted: the OpenID issuer, the audience they must name, and its public keys or where to read them. */
export type AuthOptions = {
  readonly issuer: string;
  readonly audience: string;
  readonly jwks: { readonly url: string } | { readonly keys: JSONWebKeySet['keys'] };
  /** Signature algorithms believed; all of {@link tokenAlgorithms} unless said otherwise. */
  readonly algorithms?: readonly TokenAlgorithm[];
  /** What `typ` in the header of a token may be; `at+jwt` of RFC 9068 unless said otherwise. */
  readonly tokenTypes?: readonly string[];
  /** Seconds by which the issuer's clock may differ from ours; 5 unless said otherwise. */
  readonly clockSkewSeconds?: number;
  /** Seconds between two reads of the keys for the sake of unknown ones; 10 unless said otherwise. */
  readonly keyCooldownSeconds?: number;
};

/** Turns an Authorization header into the caller; throws an HttpProblem with 401, or with 503 when the issuer's keys cannot be had. */
export type Authenticator = { authenticate(authorization: string | undefined): Promise<Caller> };

/** Everybody who shows no token: one object, so that whoever remembers callers knows it again. */
export const anonymous: Caller = Object.freeze({ kind: 'anonymous' });

/** Reads no token: everybody is anonymous. For graphs that are served to whoever can reach them. */
export const anonymousAuthenticator: Authenticator = { authenticate: async () => anonymous };

/** Public-key algorithms only: a symmetric one would let whoever can verify a token also make one. */
export const tokenAlgorithms = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
] as const;

/** One of the algorithms that may be believed. */
export type TokenAlgorithm = (typeof tokenAlgorithms)[number];

/** Makes the authenticator; remote keys are read when the first token comes, kept, and read again as the issuer rotates them. */
export function createAuthenticator(auth: AuthOptions, clock: Clock): Authenticator {
  const keys = keysOf(auth, clock);
  return {
    async authenticate(authorization) {
      if (authorization === undefined) return anonymous;
      const token = /^Bearer +([\w.~+/-]+=*) *$/i.exec(authorization)?.[1];
      if (token === undefined) throw unauthenticated('The Authorization header must read "Bearer" and a token.');
      const caller = readCaller(await verify(token, { auth, keys, clock }));
      if ('problem' in caller) throw unauthenticated(caller.problem);
      return caller;
    },
  };
}

function keysOf({ jwks, keyCooldownSeconds = 10 }: AuthOptions, clock: Clock): JWTVerifyGetKey {
  if ('keys' in jwks) return createLocalJWKSet({ keys: jwks.keys });
  return createRemoteKeys({ url: jwks.url, clock, cooldownMs: keyCooldownSeconds * 1_000 });
}

async function verify(
  token: string,
  { auth, keys, clock }: { auth: AuthOptions; keys: JWTVerifyGetKey; clock: Clock },
): Promise<JWTPayload> {
  try {
    const { payload, protectedHeader } = await jwtVerify(token, keys, {
      issuer: auth.issuer,
      audience: auth.audience,
      algorithms: [...(auth.algorithms ?? tokenAlgorithms)],
      requiredClaims: ['exp', 'iat'],
      clockTolerance: auth.clockSkewSeconds ?? 5,
      currentDate: clock.now(),
    });
    checkType(protectedHeader.typ, auth.tokenTypes ?? ['at+jwt']);
    return payload;
  } catch (error) {
    throw refusal(error);
  }
}

/** RFC 7515 §4.1.9: `typ` is a media type whose `application/` may be left out. It keeps identity tokens from passing for access tokens. */
function checkType(typ: string | undefined, allowed: readonly string[]): void {
  const bare = typ?.toLowerCase().replace(/^application\//, '');
  if (!allowed.some((type) => type.toLowerCase() === bare)) throw new errors.JWTInvalid('the type is not accepted');
}

function refusal(error: unknown): HttpProblem {
  if (error instanceof errors.JWTExpired) return unauthenticated('The token has expired. Sign in again.');
  // A key nobody published is the token's fault; keys that cannot be read or used are not, and signing in again would not help.
  if (error instanceof errors.JOSEError)
    return unauthenticated('The token is not valid for this graph. Sign in again.');
  return new HttpProblem('Tokens cannot be checked at the moment. Retry shortly.', {
    status: 503,
    code: 'OVERLOADED',
    headers: { 'retry-after': '5' },
  });
}

function unauthenticated(message: string): HttpProblem {
  return new HttpProblem(message, {
    status: 401,
    code: 'UNAUTHENTICATED',
    headers: { 'www-authenticate': 'Bearer realm="guildhall", error="invalid_token"' },
  });
}
