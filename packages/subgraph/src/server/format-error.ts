import { unwrapResolverError } from '@apollo/server/errors';
import { topLevelCodes, type TopLevelCode } from '@guildhall/kernel';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { isRequestCancelled } from '../storage/cancel-statements.js';
import { sqlState } from '../storage/rows.js';

const publicCodes: ReadonlySet<unknown> = new Set<TopLevelCode>(topLevelCodes);

/** SQLSTATE of text that PostgreSQL cannot store: an invalid byte sequence, or a null character in JSON. */
const unstorable = new Set(['22021', '22P05']);

/**
 * Lets only catalogued request errors out of a service; anything else is a fault and is masked. The fault is logged by
 * its kind and place, never by its message, which may quote what a person wrote.
 */
export function createErrorFormatter(
  logger: Logger,
): (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError {
  return (formatted, error) => {
    const code = formatted.extensions?.['code'];
    const { message, path, locations } = formatted;
    if (isPublic(code)) return { message, path, locations, extensions: { code } };
    const fault = unwrapResolverError(error);
    if (unstorable.has(sqlState(fault) ?? ''))
      return {
        message: 'Text must not contain the null character.',
        path,
        locations,
        extensions: { code: 'BAD_USER_INPUT' },
      };
    // Nobody waits for this answer, and whoever gave the request up knows.
    if (isRequestCancelled(fault))
      return { message: 'The request was given up.', path, locations, extensions: { code: 'DEADLINE_EXCEEDED' } };
    logger.error({ fault: describeFault(fault), path }, 'a resolver failed');
    return {
      message: 'Something went wrong on our side.',
      path,
      locations,
      extensions: { code: 'INTERNAL_SERVER_ERROR' },
    };
  };
}

function isPublic(code: unknown): boolean {
  return publicCodes.has(code) && code !== 'INTERNAL_SERVER_ERROR';
}

function describeFault(error: unknown): {
  readonly name: string;
  readonly code?: string;
  readonly at?: readonly string[];
} {
  if (!(error instanceof Error)) return { name: typeof error };
  // The stack begins with the message, which may be written to look like frames.
  const frames = (error.stack ?? '')
    .replace(error.message, '')
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .slice(0, 6);
  const code = 'code' in error ? String(error.code) : undefined;
  return { name: error.name, code, at: frames.map((frame) => frame.trim()) };
}

/** A request error with a catalogued code, for the few things a resolver refuses before any use case. */
export function requestError(code: TopLevelCode, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code } });
}
