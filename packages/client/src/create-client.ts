import { GraphError, type GraphProblem } from './graph-error.js';
import { readAnswer } from './read-answer.js';

/** An operation with the types of its result and variables, as `graphql(...)` makes it. */
export interface TypedDocument<Result, Variables> {
  toString(): string;
  /** Never present; carries the types. */
  readonly __apiType?: (variables: Variables) => Result;
}

/** How to reach the graph. A function as `token` is asked before every request, so that it can refresh. */
export type ClientOptions = {
  readonly url: string;
  readonly token?: string | (() => string | undefined | Promise<string | undefined>);
  /** Milliseconds until a request is given up; 15,000 unless said otherwise. */
  readonly timeoutMs?: number;
  /** Instead of the built-in `fetch`. */
  readonly fetch?: typeof fetch;
};

/** An answer whose parts may be missing because a service was: `problems` says which. */
export type PartialAnswer<Result> = { readonly data: Result; readonly problems: readonly GraphProblem[]; readonly requestId: string | undefined };

type VariablesArgument<Variables> = Record<string, never> extends Variables ? [variables?: Variables] : [variables: Variables];

/** A typed client of the graph, for Node and browsers. */
export interface GraphClient {
  /** The data of an operation; throws a {@link GraphError} when any part of it failed. */
  execute<Result, Variables>(document: TypedDocument<Result, Variables>, ...args: VariablesArgument<Variables>): Promise<Result>;
  /** As `execute`, but an answer with missing parts is an answer; throws only without any data. */
  executePartial<Result, Variables>(document: TypedDocument<Result, Variables>, ...args: VariablesArgument<Variables>): Promise<PartialAnswer<Result>>;
}

const timeoutDefaultMs = 15_000;

/** Makes a client. It keeps no state but its options. */
export function createClient(options: ClientOptions): GraphClient {
  const executePartial: GraphClient['executePartial'] = async (document, ...[variables]) => {
    const response = await send(options, { query: document.toString(), variables });
    return readAnswer(response);
  };
  return {
    executePartial,
    async execute(document, ...args) {
      const { data, problems, requestId } = await executePartial(document, ...args);
      const [first] = problems;
      if (first !== undefined) throw new GraphError(first.code, first.message, { problems, requestId });
      return data;
    },
  };
}

async function send(options: ClientOptions, body: { readonly query: string; readonly variables: unknown }): Promise<Response> {
  const token = typeof options.token === 'function' ? await options.token() : options.token;
  const headers: Record<string, string> = { 'content-type': 'application/json', accept: 'application/graphql-response+json, application/json;q=0.9' };
  if (token !== undefined) headers['authorization'] = `Bearer ${token}`;
  const request = options.fetch ?? fetch;
  try {
    return await request(options.url, { method: 'POST', headers, body: JSON.stringify(body), signal: AbortSignal.timeout(options.timeoutMs ?? timeoutDefaultMs) });
  } catch (cause) {
    throw new GraphError('NETWORK', 'The graph could not be reached.', {}, { cause });
  }
}
