import type { Clock } from '@guildhall/kernel';
import type { Caller } from '@guildhall/service-identity';
import {
  createLocalJWKSet,
  createRemoteJWKSet,
  errors,
  jwtVerify,
  type JSONWebKeySet,
  type JWTPayload,
  type JWTVerifyGetKey,
} from 'jose';
import { HttpProblem } from './http-problem.js';

/** Whose tokens are accepted: the OpenID issuer, the audience they must name, and its public keys or where to read them. */
export type AuthOptions = {
  readonly issuer: string;
  readonly audience: string;
  readonly jwks: { readonly url: string } | { readonly keys: JSONWebKeySet['keys'] };
};

/** Turns an Authorization header into the caller; throws an HttpProblem with 401, or with 503 when the issuer's keys cannot be had. */
export type Authenticator = { authenticate(authorization: string | undefined): Promise<Caller> };

/** Reads no token: everybody is anonymous. For graphs that are served to whoever can reach them. */
export const anonymousAuthenticator: Authenticator = { authenticate: async () => ({ kind: 'anonymous' }) };

/** Public-key algorithms only: a symmetric one would let whoever can verify a token also make one. */
const algorithms = [
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
];

/** Seconds by which the issuer's clock may differ from ours. */
const clockToleranceSeconds = 5;

/** Makes the authenticator; remote keys are fetched once, cached, and fetched again when a token names an unknown key. */
export function createAuthenticator(auth: AuthOptions, clock: Clock): Authenticator {
  const keys = keysOf(auth.jwks);
  return {
    async authenticate(authorization) {
      if (authorization === undefined) return { kind: 'anonymous' };
      const token = /^Bearer +([\w.~+/-]+=*) *$/i.exec(authorization)?.[1];
      if (token === undefined) throw unauthenticated('The Authorization header must read "Bearer" and a token.');
      return readCaller(await verify(token, { auth, keys, clock }));
    },
  };
}

function keysOf(jwks: AuthOptions['jwks']): JWTVerifyGetKey {
  if ('keys' in jwks) return createLocalJWKSet({ keys: jwks.keys });
  return createRemoteJWKSet(new URL(jwks.url), {
    timeoutDuration: 5_000,
    cooldownDuration: 10_000,
    cacheMaxAge: 600_000,
  });
}

async function verify(
  token: string,
  { auth, keys, clock }: { auth: AuthOptions; keys: JWTVerifyGetKey; clock: Clock },
): Promise<JWTPayload> {
  try {
    const { payload } = await jwtVerify(token, keys, {
      issuer: auth.issuer,
      audience: auth.audience,
      typ: 'at+jwt',
      algorithms,
      requiredClaims: ['exp', 'iat'],
      clockTolerance: clockToleranceSeconds,
      currentDate: clock.now(),
    });
    return payload;
  } catch (error) {
    throw refusal(error);
  }
}

function refusal(error: unknown): HttpProblem {
  if (error instanceof errors.JWTExpired) return unauthenticated('The token has expired. Sign in again.');
  // A key nobody published is the token's fault; keys that cannot be read are not, and signing in again would not help.
  const isTokenAtFault = error instanceof errors.JOSEError && !isKeySourceDown(error);
  if (isTokenAtFault) return unauthenticated('The token is not valid for this graph. Sign in again.');
  return new HttpProblem('Tokens cannot be checked at the moment. Retry shortly.', {
    status: 503,
    code: 'OVERLOADED',
    headers: { 'retry-after': '5' },
  });
}

/** jose gives "expected 200 OK from the JSON Web Key Set" no class of its own, only the generic one. */
function isKeySourceDown(error: errors.JOSEError): boolean {
  return (
    error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid || error.code === 'ERR_JOSE_GENERIC'
  );
}

/** How the services name callers who are not people; a person of such a name would be taken for one of them. */
const reservedSubject = /^(anonymous$|client:|system:)/;

/** RFC 9068: `sub` is the person, or the client itself when no person is involved. */
function readCaller(payload: JWTPayload): Caller {
  const clientId = textClaim(payload, 'client_id') ?? textClaim(payload, 'azp');
  const scopes = scopesOf(payload['scope']);
  if (clientId === undefined) throw unauthenticated('The token names no client.');
  if (payload.sub === undefined || payload.sub === clientId) return { kind: 'machine', clientId, scopes };
  if (reservedSubject.test(payload.sub)) throw unauthenticated('The token names a subject that is reserved.');
  return {
    kind: 'person',
    subject: payload.sub,
    clientId,
    scopes,
    authenticatedAt: authenticationTime(payload['auth_time']),
  };
}

/** Without `auth_time` nobody knows when the person proved who they are: then it counts as long ago, never as just now. */
function authenticationTime(seconds: unknown): string {
  return new Date(typeof seconds === 'number' ? seconds * 1000 : 0).toISOString();
}

function scopesOf(scope: unknown): readonly string[] {
  return typeof scope === 'string' ? scope.split(' ').filter((name) => name !== '') : [];
}

function textClaim(payload: JWTPayload, name: string): string | undefined {
  const value = payload[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function unauthenticated(message: string): HttpProblem {
  return new HttpProblem(message, {
    status: 401,
    code: 'UNAUTHENTICATED',
    headers: { 'www-authenticate': 'Bearer realm="guildhall", error="invalid_token"' },
  });
}
