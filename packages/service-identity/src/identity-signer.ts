import { randomUUID } from 'node:crypto';
import { CompactSign, importPKCS8 } from 'jose';
import type { Caller } from './caller.js';
import type { IdentityClaims } from './identity-claims.js';
import { digestBody, identityAlgorithm, identityTokenType, longestLifeSeconds } from './identity-claims.js';

/** Who signs, with which Ed25519 key (PKCS #8 PEM), and for how many seconds each token lives (10 unless said otherwise). */
export type IdentitySignerOptions = {
  readonly issuer: string;
  readonly privateKey: string;
  readonly clock: () => Date;
  readonly ttlSeconds?: number;
};

/** One request to be vouched for: for whom, to which service, under which request id, with exactly which body. */
export type IdentityToSign = {
  readonly caller: Caller;
  readonly audience: string;
  readonly requestId: string;
  readonly body: string | Uint8Array;
};

/** Signs one identity per request; a token must never be sent twice, because the receiver takes it once. */
export type IdentitySigner = { sign(input: IdentityToSign): Promise<string> };

/**
 * Makes the signer a gateway or a service uses to say for whom it calls another service.
 * Throws when the key is not an Ed25519 private key, or when the life is not between 1 and 60 seconds.
 */
export async function createIdentitySigner(options: IdentitySignerOptions): Promise<IdentitySigner> {
  const { issuer, clock, ttlSeconds = 10 } = options;
  if (!(ttlSeconds >= 1 && ttlSeconds <= longestLifeSeconds)) {
    throw new RangeError(`ttlSeconds must be between 1 and ${longestLifeSeconds}`);
  }
  const key = await importPKCS8(options.privateKey, identityAlgorithm);
  return {
    async sign({ caller, audience, requestId, body }) {
      const iat = clock().getTime() / 1000;
      const claims: IdentityClaims = {
        iss: issuer,
        aud: audience,
        iat,
        exp: iat + ttlSeconds,
        jti: randomUUID(),
        rid: requestId,
        dig: digestBody(body),
        caller,
      };
      return new CompactSign(new TextEncoder().encode(JSON.stringify(claims)))
        .setProtectedHeader({ alg: identityAlgorithm, typ: identityTokenType })
        .sign(key);
    },
  };
}
