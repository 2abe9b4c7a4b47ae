import type { SubgraphResponse } from '@guildhall/subgraph';
import type { GraphQLFormattedError } from 'graphql';
import type { FetchFromSubgraph, SubgraphCall } from '../execution/subgraph-request.js';
import { SubgraphFailure } from '../subgraph-failure.js';
import type { EntityRequest } from './entity-requests.js';

/** One entity that a service is asked for. */
export type EntityItem = { readonly list: EntityRequest; readonly representation: Readonly<Record<string, unknown>> };

/** What a service says of one entity. Without text there is none, or there is a failure, or errors tell why. */
export type EntityAnswer = {
  readonly text?: string;
  /** The instant from which it is not given any more. */
  readonly expiresAt?: number;
  /** Errors, with their paths inside the entity. */
  readonly errors?: readonly GraphQLFormattedError[];
  /** The service gave no answer at all. */
  readonly failure?: SubgraphFailure;
};

/** Asks for some of the entities of a call, in their order; lists of which nothing is asked are empty. Never rejects. */
export async function askForEntities(
  fetch: FetchFromSubgraph,
  call: SubgraphCall,
  { lists, items }: { readonly lists: readonly EntityRequest[]; readonly items: readonly EntityItem[] },
): Promise<readonly EntityAnswer[]> {
  const places = placesOf(items);
  const variables: Record<string, unknown> = { ...call.variables };
  for (const list of lists)
    variables[list.variable] = items.filter((item) => item.list === list).map(({ representation }) => representation);
  try {
    const response = await fetch({ ...call, variables });
    return places.map((place) => answerAt(response, place));
  } catch (error) {
    const failure = SubgraphFailure.from(call.service, error);
    return items.map(() => ({ failure }));
  }
}

/** One response for a whole call. Throws the failure of a service that gave nothing, as it would have without what was kept. */
export function putTogether(items: readonly EntityItem[], answers: readonly EntityAnswer[]): SubgraphResponse {
  const failures = answers.flatMap(({ failure }) => failure ?? []);
  const [first] = failures;
  if (first && failures.length === answers.length) throw first;
  const data: Record<string, unknown[]> = {};
  const errors: GraphQLFormattedError[] = [];
  for (const [position, { alias, index }] of placesOf(items).entries()) {
    const { text, errors: own = [], failure } = answers[position] ?? {};
    (data[alias] ??= [])[index] = text === undefined ? null : JSON.parse(text);
    errors.push(...own.map((error) => ({ ...error, path: [alias, index, ...(error.path ?? [])] })));
    if (failure) errors.push(errorOf(failure, [alias, index]));
  }
  return errors.length > 0 ? { data, errors } : { data };
}

type Place = { readonly alias: string; readonly index: number };

function placesOf(items: readonly EntityItem[]): readonly Place[] {
  const counts = new Map<string, number>();
  return items.map(({ list: { alias } }) => {
    const index = counts.get(alias) ?? 0;
    counts.set(alias, index + 1);
    return { alias, index };
  });
}

/** An error that names no entity counts for all of them. */
function answerAt({ data, errors = [] }: SubgraphResponse, { alias, index }: Place): EntityAnswer {
  const list: unknown = data?.[alias];
  const value: unknown = Array.isArray(list) ? list[index] : undefined;
  const own = errors.flatMap((error) => {
    const { path = [] } = error;
    if (path.length < 2) return [{ ...error, path: [] }];
    return path[0] === alias && path[1] === index ? [{ ...error, path: path.slice(2) }] : [];
  });
  const text = typeof value === 'object' && value !== null ? { text: JSON.stringify(value) } : {};
  return { ...text, ...(own.length > 0 ? { errors: own } : {}) };
}

function errorOf(failure: SubgraphFailure, path: (string | number)[]): GraphQLFormattedError {
  return { message: failure.message, path, extensions: { code: failure.kind } };
}
