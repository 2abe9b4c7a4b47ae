import type { CryptoKey } from 'jose';
import { compactVerify, decodeJwt, decodeProtectedHeader, importSPKI } from 'jose';
import type { Caller } from './caller.js';
import type { IdentityClaims } from './identity-claims.js';
import { digestBody, identityAlgorithm, identityTokenType, parseIdentityClaims } from './identity-claims.js';
import { createSingleUseStore } from './single-use-store.js';

/** This service's own name, and the Ed25519 public key (SPKI PEM) of every issuer it believes, by issuer name. */
export type IdentityVerifierOptions = {
  readonly audience: string;
  readonly trusted: Readonly<Record<string, string>>;
  readonly clock: () => Date;
};

/**
 * Why an identity was refused, for the log and never for the caller. `EXPIRED` covers every token outside its time:
 * past its life, from the future, or issued before this verifier could remember what it had taken.
 */
export type IdentityRefusal =
  | 'MISSING'
  | 'MALFORMED'
  | 'BAD_SIGNATURE'
  | 'EXPIRED'
  | 'WRONG_AUDIENCE'
  | 'WRONG_BODY'
  | 'REPLAYED';

/** The caller a trusted issuer vouched for, for exactly this body, or the reason for refusing to believe it. */
export type IdentityVerification =
  | { readonly ok: true; readonly caller: Caller; readonly requestId: string; readonly issuer: string }
  | { readonly ok: false; readonly reason: IdentityRefusal };

/** Checks the identity header of one request against the bytes that came with it; never throws. */
export type IdentityVerifier = {
  verify(token: string | undefined, body: string | Uint8Array): Promise<IdentityVerification>;
};

/** How far the clocks of two hosts may differ, in seconds. */
const clockSkewSeconds = 1;

/** Room for ten seconds of 20,000 requests a second; beyond it the oldest tokens are refused rather than forgotten. */
const rememberedTokens = 200_000;

/**
 * Makes the verifier a service asks about every request. A token is taken once: ids are remembered in this process until they
 * expire, and tokens issued before the verifier was made (less one second for clocks that differ) are refused, so that a restart
 * that takes at least that second forgets nothing. With N replicas of one service behind one audience each remembers only what it
 * took itself, so a captured token could be taken once by each of the others within its seconds of life: give every replica its
 * own audience, or treat those N-1 takings as the limit of what single use promises.
 * Throws when a trusted key is not an Ed25519 public key.
 */
export async function createIdentityVerifier(options: IdentityVerifierOptions): Promise<IdentityVerifier> {
  const { audience, clock } = options;
  const keys = new Map<string, CryptoKey>();
  for (const [issuer, pem] of Object.entries(options.trusted)) {
    keys.set(issuer, await importSPKI(pem, identityAlgorithm));
  }
  const used = createSingleUseStore(rememberedTokens, secondsOf(clock()) - clockSkewSeconds);

  const judge = (claims: IdentityClaims, body: string | Uint8Array): IdentityVerification => {
    const now = secondsOf(clock());
    if (claims.aud !== audience) return refuse('WRONG_AUDIENCE');
    if (now >= claims.exp || claims.iat > now + clockSkewSeconds) return refuse('EXPIRED');
    // Before the token is spent: a request that lost its body on the way may be sent again whole.
    if (claims.dig !== digestBody(body)) return refuse('WRONG_BODY');
    const taking = used.take(claims, now);
    if (taking !== 'TAKEN') return refuse(taking === 'REPLAYED' ? 'REPLAYED' : 'EXPIRED');
    return { ok: true, caller: claims.caller, requestId: claims.rid, issuer: claims.iss };
  };

  return {
    async verify(token, body) {
      if (token === undefined || token === '') return refuse('MISSING');
      const issuer = readIssuer(token);
      if (issuer === undefined) return refuse('MALFORMED');
      const key = keys.get(issuer);
      const payload = key === undefined ? undefined : await readSignedPayload(token, key);
      if (payload === undefined) return refuse('BAD_SIGNATURE');
      const claims = parseIdentityClaims(payload);
      return claims === undefined ? refuse('MALFORMED') : judge(claims, body);
    },
  };
}

/** The issuer a token names, unverified, and only if it is spelt in the one form this package produces. */
function readIssuer(token: string): string | undefined {
  try {
    const { alg, typ } = decodeProtectedHeader(token);
    if (alg !== identityAlgorithm || typ !== identityTokenType || !hasCanonicalSignature(token)) return undefined;
    return decodeJwt(token).iss;
  } catch {
    return undefined;
  }
}

/** Base64url leaves spare bits in its last character; without this check sixteen spellings of one signature would pass. */
function hasCanonicalSignature(token: string): boolean {
  const signature = token.slice(token.lastIndexOf('.') + 1);
  return Buffer.from(signature, 'base64url').toString('base64url') === signature;
}

async function readSignedPayload(token: string, key: CryptoKey): Promise<Uint8Array | undefined> {
  try {
    return (await compactVerify(token, key, { algorithms: [identityAlgorithm] })).payload;
  } catch {
    return undefined;
  }
}

function refuse(reason: IdentityRefusal): IdentityVerification {
  return { ok: false, reason };
}

function secondsOf(instant: Date): number {
  return instant.getTime() / 1000;
}
