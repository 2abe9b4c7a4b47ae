import type { PartialAnswer } from './create-client.js';
import { GraphError, type GraphProblem } from './graph-error.js';

type RawError = { readonly message?: unknown; readonly path?: readonly (string | number)[]; readonly extensions?: { readonly code?: unknown; readonly service?: unknown } };

/** Reads a GraphQL answer, whatever its status; throws a {@link GraphError} when it holds no data. */
export async function readAnswer<Result>(response: Response): Promise<PartialAnswer<Result>> {
  const requestId = response.headers.get('x-request-id') ?? undefined;
  const answer = await readJson(response);
  if (answer === undefined) throw new GraphError('BAD_RESPONSE', 'The answer was not GraphQL.', { status: response.status, requestId });
  const problems = (answer.errors ?? []).map(readProblem);
  if (answer.data === null || answer.data === undefined) {
    const { code, message } = problems[0] ?? { code: 'BAD_RESPONSE', message: 'The answer held neither data nor errors.' };
    throw new GraphError(code, message, { status: response.status, requestId, problems, retryAfterSeconds: readRetryAfter(response) });
  }
  // The schema the document was generated from is the contract for the shape.
  return { data: answer.data as Result, problems, requestId };
}

async function readJson(response: Response): Promise<{ readonly data?: unknown; readonly errors?: readonly RawError[] } | undefined> {
  const text = await response.text();
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function readProblem({ message, path, extensions }: RawError): GraphProblem {
  return {
    message: typeof message === 'string' ? message : 'Something went wrong.',
    code: typeof extensions?.code === 'string' ? extensions.code : 'INTERNAL_SERVER_ERROR',
    path,
    service: typeof extensions?.service === 'string' ? extensions.service : undefined,
  };
}

function readRetryAfter(response: Response): number | undefined {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) ? seconds : undefined;
}
