import type { GraphQuery } from './use-graph-query.js';

/**
 * The query as if it had asked for one part alone. A part that is null, because the service that knows it gave no answer, is an answer
 * that never came.
 */
export function partOf<Result, Part>(
  query: GraphQuery<Result>,
  pick: (data: Result) => Part | null | undefined,
): GraphQuery<Part> {
  const { data } = query;
  return { ...query, data: data === undefined ? undefined : (pick(data) ?? undefined) };
}
