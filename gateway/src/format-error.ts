import { topLevelCodes, type TopLevelCode } from '@guildhall/kernel';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { type PassedLimit, passedLimitOf } from './limits/limit-error.js';

/** What a client is told about a fault; the details are in the log under the request id. */
export const faultMessage = 'Something went wrong on our side. Quote the request id.';

/** The codes a service may speak to a client with; any other code from a service is a fault of ours, not of the client. */
const codesOfServices: ReadonlySet<TopLevelCode> = new Set<TopLevelCode>([
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'UNAUTHORIZED_FIELD_OR_TYPE',
  'BAD_USER_INPUT',
  'RATE_LIMITED',
  'OVERLOADED',
  'COST_LIMIT_EXCEEDED',
  'DEADLINE_EXCEEDED',
  'SUBGRAPH_UNAVAILABLE',
]);

/** Codes of Apollo Server that are none of ours, and what they are in the catalogue. */
const renamedCodes: Readonly<Record<string, TopLevelCode>> = {
  BAD_REQUEST: 'BAD_USER_INPUT',
  OPERATION_RESOLUTION_FAILURE: 'BAD_USER_INPUT',
  PERSISTED_QUERY_NOT_SUPPORTED: 'PERSISTED_QUERY_NOT_FOUND',
};

/** What the formatter must know of the request: its id and the names of the services, the only ones that may be shown. */
export type ErrorAudience = { readonly requestId: string; readonly services: ReadonlySet<string> };

/** The error for the client; `isFault` is true when it was masked and the original belongs in the log. */
export type PublicError = {
  readonly error: GraphQLFormattedError;
  readonly code: TopLevelCode;
  readonly service?: string;
  readonly isFault: boolean;
};

/**
 * The one place where an error becomes public: only codes of the catalogue, no stack, no subgraph address, no extension beyond
 * `code`, `requestId`, `service` and the limit that was passed; faults lose their message too. `formatted` is Apollo Server's view of `original`.
 */
export function toPublicError(
  formatted: GraphQLFormattedError,
  original: unknown,
  audience: ErrorAudience,
): PublicError {
  const service = serviceOf(original, audience.services);
  const code = service === undefined ? codeOfGateway(formatted, original) : codeOfService(formatted);
  const isFault = code === 'INTERNAL_SERVER_ERROR';
  return {
    code,
    isFault,
    service,
    error: {
      message: isFault ? faultMessage : messageOf(formatted),
      ...(formatted.locations === undefined ? {} : { locations: formatted.locations }),
      ...(formatted.path === undefined ? {} : { path: formatted.path }),
      extensions: {
        code,
        requestId: audience.requestId,
        ...(service === undefined ? {} : { service }),
        ...limitOf(code, formatted, original),
      },
    },
  };
}

function serviceOf(original: unknown, services: ReadonlySet<string>): string | undefined {
  const name = original instanceof GraphQLError ? original.extensions['serviceName'] : undefined;
  return typeof name === 'string' && services.has(name) ? name : undefined;
}

function codeOfService(formatted: GraphQLFormattedError): TopLevelCode {
  const code = asTopLevelCode(formatted.extensions?.['code']);
  return code !== undefined && codesOfServices.has(code) ? code : 'INTERNAL_SERVER_ERROR';
}

function codeOfGateway(formatted: GraphQLFormattedError, original: unknown): TopLevelCode {
  if (isSizeRefusal(formatted.message)) return 'OPERATION_LIMIT_EXCEEDED';
  const code = codeOfRule(original) ?? codeOfLibrary(formatted);
  return code === 'INTERNAL_SERVER_ERROR' && isRefusedWith4xx(original) ? 'BAD_USER_INPUT' : code;
}

/** Apollo Server puts its own code over the one a validation rule chose; the rule's stands in the error it wraps. */
function codeOfRule(original: unknown): TopLevelCode | undefined {
  const cause = original instanceof GraphQLError ? original.originalError : undefined;
  return cause instanceof GraphQLError ? asTopLevelCode(cause.extensions['code']) : undefined;
}

function codeOfLibrary({ message, extensions }: GraphQLFormattedError): TopLevelCode {
  const name = String(extensions?.['code']);
  if (name === 'BAD_REQUEST' && message.includes('(CSRF)')) return 'FORBIDDEN';
  return renamedCodes[name] ?? asTopLevelCode(name) ?? 'INTERNAL_SERVER_ERROR';
}

/** graphql-js gives its limits no codes of their own: one on tokens, one on the work of comparing selections. */
function isSizeRefusal(message: string): boolean {
  return message.endsWith('tokens. Parsing aborted.') || message === selectionsRefusal;
}

const selectionsRefusal = 'Validation aborted.';

/** Which limit was passed and its numbers; only the gateway's own refusals have them, and a token count stops at the limit. */
function limitOf(code: TopLevelCode, formatted: GraphQLFormattedError, original: unknown): PassedLimit | undefined {
  if (code !== 'OPERATION_LIMIT_EXCEEDED' && code !== 'COST_LIMIT_EXCEEDED') return undefined;
  const tokens = /more that (\d+) tokens/.exec(formatted.message)?.[1];
  if (tokens !== undefined) return { limit: 'tokens', allowed: Number(tokens) };
  const cause = original instanceof GraphQLError ? original.originalError : undefined;
  return passedLimitOf(cause instanceof GraphQLError ? cause.extensions : formatted.extensions);
}

/** Words of the libraries that would tell a client nothing it can act on are replaced. */
function messageOf(formatted: GraphQLFormattedError): string {
  if (formatted.message === selectionsRefusal)
    return 'The operation has more selections than can be checked. Split it.';
  const isIntrospection = formatted.extensions?.['validationErrorCode'] === 'INTROSPECTION_DISABLED';
  return isIntrospection
    ? 'Introspection is off here; the schema is published with the documentation.'
    : formatted.message;
}

function isRefusedWith4xx(original: unknown): boolean {
  const http = original instanceof GraphQLError ? original.extensions['http'] : undefined;
  if (typeof http !== 'object' || http === null || !('status' in http)) return false;
  return typeof http.status === 'number' && http.status >= 400 && http.status < 500;
}

function asTopLevelCode(value: unknown): TopLevelCode | undefined {
  return topLevelCodes.find((code) => code === value);
}
