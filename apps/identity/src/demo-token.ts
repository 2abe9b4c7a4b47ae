import { randomUUID } from 'node:crypto';
import { SignJWT, importJWK } from 'jose';
import { personScopes } from './identity-client.js';
import type { IdentityKeys } from './identity-keys.js';
import { signingAlgorithm } from './identity-keys.js';
import { refuseProduction } from './refuse-production.js';
import { tokenAudience } from './token-audience.js';

/** A token for a demo person by subject, or for a machine client with its scopes. */
export type DemoTokenOptions = {
  readonly keys: IdentityKeys;
  readonly issuer: string;
  readonly clock?: () => Date;
} & ({ readonly subject: string } | { readonly clientId: string; readonly scopes: readonly string[] });

const lifeSeconds = 12 * 60 * 60;

/**
 * A bearer token of twelve hours, signed with the same key and in the same form as one from a real sign-in, made without any
 * server so that the command line needs none. Throws in production; the caller checks that the person or client exists.
 */
export async function issueDemoToken(options: DemoTokenOptions): Promise<string> {
  refuseProduction();
  const [jwk] = options.keys.signingKeys.keys;
  if (jwk === undefined) throw new Error('There is no signing key.');
  const now = Math.floor((options.clock ?? systemClock)().getTime() / 1000);
  const who =
    'subject' in options
      ? { sub: options.subject, client_id: 'command-line', scope: personScopes.join(' '), auth_time: now }
      : { sub: options.clientId, client_id: options.clientId, scope: options.scopes.join(' ') };
  return new SignJWT({
    ...who,
    jti: randomUUID(),
    iss: options.issuer,
    aud: tokenAudience,
    iat: now,
    exp: now + lifeSeconds,
  })
    .setProtectedHeader({ alg: signingAlgorithm, typ: 'at+jwt', kid: jwk.kid })
    .sign(await importJWK(jwk, signingAlgorithm));
}

const systemClock = (): Date => new Date();
