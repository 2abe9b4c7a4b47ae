/**
 * Who a request is made for, as the gateway read it from the access token, or which service speaks for itself.
 * It never carries a role: rights derive from dated mandates that each service projects for itself.
 */
export type Caller =
  | { readonly kind: 'anonymous' }
  | {
      readonly kind: 'person';
      readonly subject: string;
      readonly clientId: string;
      readonly scopes: readonly string[];
      /** When the person last proved who they are, ISO 8601 in UTC. */
      readonly authenticatedAt: string;
    }
  | { readonly kind: 'machine'; readonly clientId: string; readonly scopes: readonly string[] }
  | { readonly kind: 'service'; readonly service: string };

/** Reads a caller out of untrusted JSON; returns undefined unless every field of its kind is present and of the right shape. */
export function parseCaller(value: unknown): Caller | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const record: Readonly<Record<string, unknown>> = { ...value };
  switch (record['kind']) {
    case 'anonymous':
      return { kind: 'anonymous' };
    case 'person':
      return parsePerson(record);
    case 'machine':
      return parseMachine(record);
    case 'service':
      return isName(record['service']) ? { kind: 'service', service: record['service'] } : undefined;
    default:
      return undefined;
  }
}

function parsePerson(record: Readonly<Record<string, unknown>>): Caller | undefined {
  const { subject, clientId, scopes, authenticatedAt } = record;
  if (!isName(subject) || !isName(clientId) || !isScopeList(scopes)) return undefined;
  if (!isName(authenticatedAt) || Number.isNaN(Date.parse(authenticatedAt))) return undefined;
  return { kind: 'person', subject, clientId, scopes, authenticatedAt };
}

function parseMachine(record: Readonly<Record<string, unknown>>): Caller | undefined {
  const { clientId, scopes } = record;
  return isName(clientId) && isScopeList(scopes) ? { kind: 'machine', clientId, scopes } : undefined;
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0;
}

function isScopeList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every(isName);
}
