import { createHash } from 'node:crypto';
import type { Caller } from './caller.js';
import { parseCaller } from './caller.js';

/** The HTTP header that carries the signed identity from the gateway, or from another service, to a service. */
export const identityHeader = 'x-guildhall-identity';

/** The `typ` of these tokens, so that no other token signed by the same key can ever pass for one (RFC 8725 §3.11). */
export const identityTokenType = 'guildhall-identity+jwt';

/** The only signature algorithm ever produced or accepted: the token has no say in it (RFC 8725 §3.1). */
export const identityAlgorithm = 'EdDSA';

/** The longest life a verifier accepts, in seconds, whatever the signer asked for: it bounds what must be remembered. */
export const longestLifeSeconds = 60;

/** The claims of one signed identity. Instants are seconds since 1970 and keep their fraction, because a life is only seconds long. */
export type IdentityClaims = {
  readonly iss: string;
  readonly aud: string;
  readonly iat: number;
  readonly exp: number;
  readonly jti: string;
  readonly rid: string;
  readonly dig: string;
  readonly caller: Caller;
};

/** SHA-256 of the exact bytes of a request body, base64url; text counts as its UTF-8 bytes. */
export function digestBody(body: string | Uint8Array): string {
  return createHash('sha256').update(body).digest('base64url');
}

/** Reads claims out of the bytes of a payload; returns undefined when any claim is missing, of the wrong type, or lives too long. */
export function parseIdentityClaims(payload: Uint8Array): IdentityClaims | undefined {
  const record = parseJsonObject(payload);
  if (record === undefined) return undefined;
  const { iss, aud, jti, rid, dig } = record;
  const caller = parseCaller(record['caller']);
  const life = parseLife(record['iat'], record['exp']);
  if (!isText(iss) || !isText(aud) || !isText(jti) || !isText(rid) || !isText(dig)) return undefined;
  return caller === undefined || life === undefined ? undefined : { iss, aud, ...life, jti, rid, dig, caller };
}

function parseLife(iat: unknown, exp: unknown): Pick<IdentityClaims, 'iat' | 'exp'> | undefined {
  if (!isInstant(iat) || !isInstant(exp)) return undefined;
  return exp > iat && exp - iat <= longestLifeSeconds ? { iat, exp } : undefined;
}

function parseJsonObject(bytes: Uint8Array): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0;
}

function isInstant(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}
