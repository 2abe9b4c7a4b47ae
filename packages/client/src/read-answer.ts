import type { PartialAnswer } from './create-client.js';
import { GraphError, type GraphProblem } from './graph-error.js';

/** A whole answer as it came over HTTP. */
export type ReceivedAnswer = {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  readonly text: string;
};

type Answer = { readonly data: unknown; readonly problems: readonly GraphProblem[] };

/** Reads a GraphQL answer, whatever its status; throws a {@link GraphError} when it holds no data. */
export function readAnswer<Result>({ status, headers, text }: ReceivedAnswer): PartialAnswer<Result> {
  const requestId = headers.get('x-request-id') ?? undefined;
  const answer = parseAnswer(text);
  if (answer === undefined) {
    const details = { status, requestId, retryAfterSeconds: readRetryAfter(headers) };
    throw new GraphError('BAD_RESPONSE', `What came back with status ${status} was no GraphQL answer.`, details);
  }
  const { data, problems } = answer;
  if (data === null || data === undefined) {
    const { code, message } = problems[0] ?? { code: 'BAD_RESPONSE', message: 'The answer held no data.' };
    throw new GraphError(code, message, { status, requestId, problems, retryAfterSeconds: readRetryAfter(headers) });
  }
  // The schema the document was generated from is the contract for the shape.
  return { data: data as Result, problems, requestId };
}

/** Proxies and other servers answer in JSON too; only `data` or a list of `errors` makes it GraphQL. */
function parseAnswer(text: string): Answer | undefined {
  const value = parseJson(text);
  if (!isRecord(value)) return undefined;
  const { data, errors } = value;
  if (errors === undefined) return 'data' in value ? { data, problems: [] } : undefined;
  return Array.isArray(errors) ? { data, problems: errors.map(readProblem) } : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readProblem(value: unknown): GraphProblem {
  const { message, path, extensions } = isRecord(value) ? value : {};
  const { code, service } = isRecord(extensions) ? extensions : {};
  return {
    message: typeof message === 'string' ? message : 'Something went wrong.',
    code: typeof code === 'string' ? code : 'INTERNAL_SERVER_ERROR',
    path: Array.isArray(path) ? path.filter((key) => typeof key === 'string' || typeof key === 'number') : undefined,
    service: typeof service === 'string' ? service : undefined,
  };
}

/** The header may hold a date instead of seconds; only seconds are understood. */
function readRetryAfter(headers: ReceivedAnswer['headers']): number | undefined {
  const value = headers.get('retry-after') ?? '';
  return /^\d+$/.test(value) ? Number(value) : undefined;
}
