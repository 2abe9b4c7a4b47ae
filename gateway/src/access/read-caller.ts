import type { Caller } from '@guildhall/service-identity';
import type { JWTPayload } from 'jose';

/** How the services name callers who are not people; a person of such a name would be taken for one of them. */
const reservedSubject = /^(anonymous$|client:|system:)/;

/**
 * Who a verified token speaks for, or what is wrong with it in words for the client. By RFC 9068 `sub` is the person, or the client
 * itself when no person is involved; providers that are older than it name the client `azp` and the scopes `scp`.
 */
export function readCaller(payload: JWTPayload): Caller | { readonly problem: string } {
  const clientId = textClaim(payload, 'client_id') ?? textClaim(payload, 'azp');
  const scopes = scopesOf(payload['scope'] ?? payload['scp']);
  if (clientId === undefined) return { problem: 'The token names no client.' };
  if (payload.sub === undefined || payload.sub === clientId) return { kind: 'machine', clientId, scopes };
  if (payload.sub === '' || reservedSubject.test(payload.sub))
    return { problem: 'The token names a subject that is reserved.' };
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
  const isInstant = typeof seconds === 'number' && Math.abs(seconds) < 8.64e12;
  return new Date(isInstant ? seconds * 1000 : 0).toISOString();
}

function scopesOf(scope: unknown): readonly string[] {
  const names: unknown = typeof scope === 'string' ? scope.split(' ') : scope;
  if (!Array.isArray(names)) return [];
  return names.filter((name): name is string => typeof name === 'string' && name !== '');
}

function textClaim(payload: JWTPayload, name: string): string | undefined {
  const value = payload[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}
