import { GraphError, type GraphProblem } from './graph-error.js';
import { readAnswer, type ReceivedAnswer } from './read-answer.js';

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
export type PartialAnswer<Result> = {
  readonly data: Result;
  readonly problems: readonly GraphProblem[];
  readonly requestId: string | undefined;
};

type VariablesArgument<Variables> =
  Record<string, never> extends Variables ? [variables?: Variables] : [variables: Variables];

/** A typed client of the graph, for Node and browsers. */
export interface GraphClient {
  /** The data of an operation; throws a {@link GraphError} when any part of it failed. */
  execute<Result, Variables>(
    document: TypedDocument<Result, Variables>,
    ...args: VariablesArgument<Variables>
  ): Promise<Result>;
  /** As `execute`, but an answer with missing parts is an answer; throws only without any data. */
  executePartial<Result, Variables>(
    document: TypedDocument<Result, Variables>,
    ...args: VariablesArgument<Variables>
  ): Promise<PartialAnswer<Result>>;
}

const timeoutDefaultMs = 15_000;

/** Makes a client. It keeps no state but its options. */
export function createClient(options: ClientOptions): GraphClient {
  const executePartial: GraphClient['executePartial'] = async (document, ...[variables]) =>
    readAnswer(await send(options, { query: document.toString(), variables }));
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

type Operation = { readonly query: string; readonly variables: unknown };

/** The limit covers the body too: a server that stops in the middle of its answer is given up like a silent one. */
async function send(options: ClientOptions, operation: Operation): Promise<ReceivedAnswer> {
  const headers = await headersFor(options);
  const request = options.fetch ?? fetch;
  const signal = AbortSignal.timeout(options.timeoutMs ?? timeoutDefaultMs);
  try {
    const response = await request(options.url, { method: 'POST', headers, body: JSON.stringify(operation), signal });
    return { status: response.status, headers: response.headers, text: await response.text() };
  } catch (cause) {
    if (signal.aborted) throw new GraphError('TIMEOUT', 'The graph did not answer in time.', {}, { cause });
    throw new GraphError('NETWORK', 'The graph could not be reached.', {}, { cause });
  }
}

async function headersFor({ token: given }: ClientOptions): Promise<Readonly<Record<string, string>>> {
  const token = typeof given === 'function' ? await given() : given;
  const headers = {
    'content-type': 'application/json',
    accept: 'application/graphql-response+json, application/json;q=0.9',
  };
  return token === undefined ? headers : { ...headers, authorization: `Bearer ${token}` };
}
