import { generateKeyPair, SignJWT } from 'jose';
import type { TestGateway } from '../test-gateway.js';
import type { TokenChanges } from '../test-tokens.js';
import type { BadInput, BadRequest } from './bad-input.js';

const query = '{ me { name } }';
const bearer = (token: string): BadRequest => ({ query, headers: { authorization: `Bearer ${token}` } });
const signed =
  (changes: TokenChanges) =>
  async ({ issuer }: TestGateway): Promise<BadRequest> =>
    bearer(await issuer.token(changes));
const refused = { status: 401, code: 'UNAUTHENTICATED' };

/** Tokens that say nothing the gateway believes. */
export const tokenRows: readonly BadInput[] = [
  {
    kind: 'An `Authorization` that is no bearer token',
    ...refused,
    request: () => ({ query, headers: { authorization: 'Basic YTpi' } }),
  },
  { kind: 'A token that has expired', ...refused, request: signed({ expiresIn: -60 }) },
  { kind: 'A token of another issuer', ...refused, request: signed({ issuer: 'https://elsewhere.test' }) },
  { kind: 'A token for another audience', ...refused, request: signed({ audience: 'shop' }) },
  { kind: 'A token of another type, such as an identity token', ...refused, request: signed({ typ: 'JWT' }) },
  {
    kind: 'A token signed with a key the issuer does not publish',
    ...refused,
    request: async ({ issuer }) => bearer(await issuer.token({ key: (await generateKeyPair('RS256')).privateKey })),
  },
  {
    kind: 'A token without a signature, or with a symmetric one',
    ...refused,
    request: async ({ issuer }) => {
      const secret = new TextEncoder().encode(JSON.stringify(issuer.jwk));
      const token = new SignJWT({ sub: 'ada', client_id: 'portal', iss: issuer.auth.issuer, aud: 'guildhall' });
      const header = { alg: 'HS256', kid: 'test', typ: 'at+jwt' };
      return bearer(await token.setIssuedAt().setExpirationTime('5m').setProtectedHeader(header).sign(secret));
    },
  },
  {
    kind: 'A token that names no client, or a reserved subject',
    ...refused,
    request: signed({ claims: { sub: 'system:clock' } }),
  },
  {
    kind: 'Any token while the issuer has not yet shown its keys',
    status: 503,
    code: 'OVERLOADED',
    options: {
      auth: { issuer: 'https://identity.test', audience: 'guildhall', jwks: { url: 'http://127.0.0.1:9/jwks' } },
    },
    request: signed({}),
  },
];
