import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK } from 'jose';

const issuer = 'https://identity.test';
const audience = 'guildhall';

/** Overrides of what a good token says; undefined leaves a claim out. */
export type TokenChanges = {
  claims?: Record<string, unknown>;
  issuer?: string;
  audience?: string;
  typ?: string;
  expiresIn?: number;
  key?: CryptoKey;
};

/** An issuer of access tokens with its own key, and the options that make a gateway believe it. */
export async function createTestIssuer() {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  const jwk: JWK = { ...(await exportJWK(publicKey)), kid: 'test', alg: 'RS256', use: 'sig' };
  const token = (changes: TokenChanges = {}): Promise<string> => {
    const now = Math.floor(Date.now() / 1000);
    return new SignJWT({
      sub: 'ada',
      client_id: 'portal',
      scope: 'openid graph',
      auth_time: 1_700_000_000,
      ...changes.claims,
    })
      .setProtectedHeader({ alg: 'RS256', kid: 'test', typ: changes.typ ?? 'at+jwt' })
      .setIssuer(changes.issuer ?? issuer)
      .setAudience(changes.audience ?? audience)
      .setIssuedAt(now - 60)
      .setExpirationTime(now + (changes.expiresIn ?? 300))
      .sign(changes.key ?? privateKey);
  };
  return { auth: { issuer, audience, jwks: { keys: [jwk] } }, jwk, publicKey, token };
}
