import type { TopLevelCode } from '@guildhall/kernel';

/** A refusal decided before any operation is looked at; the HTTP layer writes it as a GraphQL error. */
export class HttpProblem extends Error {
  override readonly name = 'HttpProblem';
  readonly status: number;
  readonly code: TopLevelCode;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    message: string,
    answer: { status: number; code: TopLevelCode; headers?: Readonly<Record<string, string>> },
  ) {
    super(message);
    this.status = answer.status;
    this.code = answer.code;
    this.headers = answer.headers ?? {};
  }
}

/** A request that is not what the HTTP or JSON rules ask for: 400 unless another status says it better. */
export function malformedRequest(message: string, status = 400): HttpProblem {
  return new HttpProblem(message, { status, code: 'BAD_USER_INPUT' });
}

/** The body of every refusal outside an operation, shaped as GraphQL clients expect errors. */
export function problemBody(problem: { message: string; code: TopLevelCode }, requestId: string): string {
  return `${JSON.stringify({ errors: [{ message: problem.message, extensions: { code: problem.code, requestId } }] })}\n`;
}
