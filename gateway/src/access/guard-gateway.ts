import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import { GraphQLError } from 'graphql';
import type { GatewayContext } from '../subgraph-call.js';
import { type DecidePolicy, factsOf } from './access-facts.js';
import type { AccessFilter, FilteredOperation } from './create-access-filter.js';

/** What Apollo Server asks of a gateway. */
export type Gateway = ApolloServerOptionsWithGateway<GatewayContext>['gateway'];

type ApolloExecutor = NonNullable<Awaited<ReturnType<Gateway['load']>>['executor']>;
type ExecutorResult = Awaited<ReturnType<ApolloExecutor>>;

/** One valid operation with its request, as far as running it needs to know. */
export type ValidOperation = Pick<
  Parameters<ApolloExecutor>[0],
  'document' | 'operation' | 'operationName' | 'queryHash' | 'request'
> & { readonly context: GatewayContext };

/** Runs a valid operation for Apollo Server. */
export type RunOperation = (input: ValidOperation) => Promise<ExecutorResult>;

/** How callers are let through; `filter` is asked at each request, so that it may change with the supergraph. */
export type AccessGuard = { readonly filter: () => AccessFilter; readonly decidePolicy: DecidePolicy };

/** An executor behind the pre-filter: what the caller may not have never reaches its planner. */
export function guardExecutor(execute: RunOperation, { filter, decidePolicy }: AccessGuard): RunOperation {
  return async (input) => {
    const { caller } = input.context;
    const allowed = filter().filterOperation(input.document, input.operationName, factsOf(caller, decidePolicy));
    if (allowed.errors.length > 0) return refuse(allowed.errors);
    if (!allowed.complete) return execute(input);
    const result = await run(execute, input, allowed);
    // Without data nothing ran, and there is no place where a null could stand.
    if (!result.data) return result;
    const { data, errors } = allowed.complete(result.data, input.request.variables);
    return { ...result, data, errors: [...(result.errors ?? []), ...errors] };
  };
}

async function run(
  execute: RunOperation,
  input: ValidOperation,
  { document, key, isEmpty }: FilteredOperation,
): Promise<ExecutorResult> {
  if (isEmpty) return { data: {} };
  const [operation = input.operation] = document.definitions.filter((node) => node.kind === 'OperationDefinition');
  return execute({ ...input, document, operation, queryHash: `${input.queryHash}:${key}` });
}

/** The whole operation is refused with 403, and nothing ran. */
function refuse(errors: FilteredOperation['errors']): ExecutorResult {
  return {
    errors: errors.map(
      (error) =>
        new GraphQLError(error.message, {
          nodes: error.nodes,
          path: error.path,
          extensions: { ...error.extensions, http: { status: 403 } },
        }),
    ),
  };
}
