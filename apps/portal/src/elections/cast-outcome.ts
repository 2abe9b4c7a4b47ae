import type { Outcome } from '@guildhall/ui';

/** What is known of ballots after they were sent: stored, not stored, or nothing certain. */
export type CastOutcome = 'CAST' | 'REFUSED' | 'UNKNOWN';

/** Errors by which the graph refuses an operation before any of it runs. */
const refusedBefore: ReadonlySet<string> = new Set([
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'UNAUTHORIZED_FIELD_OR_TYPE',
  'BAD_USER_INPUT',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_OPERATION_REQUIRED',
  'OPERATION_LIMIT_EXCEEDED',
  'COST_LIMIT_EXCEEDED',
  'RATE_LIMITED',
  'OVERLOADED',
]);

/**
 * Reads how casting went. Whenever an answer was lost, or an error may have come after the ballots were stored, nothing is
 * certain: then only the very same sealed ballots may be sent again.
 */
export function readCast({ result, problem }: Outcome): CastOutcome {
  if (problem !== undefined) return refusedBefore.has(problem.code ?? '') ? 'REFUSED' : 'UNKNOWN';
  if (result === undefined) return 'UNKNOWN';
  return result.__typename === 'CastBallotsSuccess' ? 'CAST' : 'REFUSED';
}
