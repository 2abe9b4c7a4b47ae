/*
 * An API client: a program of a department, with its own scopes. Who it is, an identity provider says: the platform's own,
 * which checks the secret whose digest is kept here, or the university's, which keeps its own secrets. What it may do is
 * said here in both cases, and at once. Life: registered, its secret rotated, revoked for good. Owner: the department's lead.
 */
import {
  err,
  FieldChecks,
  illegalTransition,
  ok,
  type Id,
  type IllegalTransitionError,
  type Result,
  type ValidationError,
} from '@guildhall/kernel';

/** What a program of a department can be allowed to do. */
export const apiScopes = ['referrals:read', 'referrals:answer', 'status:read', 'webhooks:manage'] as const;

/** One thing that a program of a department can be allowed to do. */
export type ApiScope = (typeof apiScopes)[number];

/** Who keeps the secrets of clients: the platform's own identity provider, or the university's. */
export type SecretKeeper = 'PLATFORM' | 'UNIVERSITY';

/** A program of a department. Without a digest its secret is kept elsewhere. */
export type ApiClient = {
  readonly id: Id<'ApiClient'>;
  readonly clientId: string;
  readonly departmentId: Id<'Department'>;
  readonly name: string;
  readonly scopes: readonly ApiScope[];
  readonly registeredAt: Date;
  readonly registeredBy: string;
  readonly revokedAt: Date | undefined;
  readonly secretHash: string | undefined;
  readonly oldSecretHash: string | undefined;
  readonly oldSecretUntil: Date | undefined;
  readonly version: number;
};

/** What can be done to an API client. */
export type ApiClientAction = 'ROTATE' | 'REVOKE';

/** What is asked when a program is registered; the university's provider has given it its id already. */
export type ApiClientRequest = {
  readonly name: string;
  readonly scopes: readonly ApiScope[];
  readonly clientId: string | undefined;
};

/** A department has at most this many programs that are not revoked. */
export const apiClientsMax = 10;

/** An old secret is taken besides the new one for this long after a rotation. */
export const oldSecretMs = 24 * 3_600_000;

/** Names that the platform's own apps and other programs go by; no department's program may. */
const reserved: ReadonlySet<string> = new Set([
  'portal',
  'desk',
  'partners',
  'insights',
  'explorer',
  'analytics',
  'command-line',
]);

/** Checks a request: a name, at least one scope, and a client id exactly when the university keeps the secrets. */
export function checkApiClient(
  { name, scopes, clientId }: ApiClientRequest,
  keeper: SecretKeeper,
): Result<ApiClientRequest, ValidationError> {
  const given = clientId?.trim();
  return new FieldChecks()
    .text('name', name, { max: 80 })
    .that(scopes.length > 0, 'scopes', 'REQUIRED', 'Allow at least one thing.')
    .that(
      (given !== undefined && given !== '') === (keeper === 'UNIVERSITY'),
      'clientId',
      keeper === 'UNIVERSITY' ? 'REQUIRED' : 'CONTRADICTION',
      keeper === 'UNIVERSITY'
        ? 'Give the id that the university’s identity provider gave this program.'
        : 'The id is made here: leave it out.',
    )
    .that(given === undefined || /^[\w.:@/-]{1,200}$/.test(given), 'clientId', 'BAD_FORMAT', 'This is no client id.')
    .that(given === undefined || !reserved.has(given), 'clientId', 'UNKNOWN', 'This program is not a department’s.')
    .finish({ name: name.trim(), scopes: apiScopes.filter((scope) => scopes.includes(scope)), clientId: given });
}

/** What the state of a client allows; a secret that is kept elsewhere is rotated there. */
export function possibleFor({ revokedAt, secretHash }: ApiClient): readonly ApiClientAction[] {
  if (revokedAt !== undefined) return [];
  return secretHash === undefined ? ['REVOKE'] : ['ROTATE', 'REVOKE'];
}

/** Gives a client a new secret; the one before is taken for a day, the one before that no more. */
export function rotateSecret(
  client: ApiClient,
  secretHash: string,
  now: Date,
): Result<ApiClient, IllegalTransitionError> {
  if (!possibleFor(client).includes('ROTATE'))
    return err(illegalTransition('ROTATE', client.revokedAt === undefined ? 'KEPT_ELSEWHERE' : 'REVOKED'));
  const oldSecretUntil = new Date(now.getTime() + oldSecretMs);
  return ok({ ...client, secretHash, oldSecretHash: client.secretHash, oldSecretUntil });
}

/** Ends a client for good: no secret and no token of it opens anything from now on. */
export function revokeClient(client: ApiClient, now: Date): Result<ApiClient, IllegalTransitionError> {
  if (client.revokedAt !== undefined) return err(illegalTransition('REVOKE', 'REVOKED'));
  return ok({ ...client, revokedAt: now, secretHash: undefined, oldSecretHash: undefined, oldSecretUntil: undefined });
}
