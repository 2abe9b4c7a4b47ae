import type { TopLevelCode } from '@guildhall/kernel';
import type { PassedLimit } from './limits/limit-error.js';

/** A refusal decided before any operation is looked at; the HTTP layer writes it as a GraphQL error. */
export class HttpProblem extends Error {
  override readonly name = 'HttpProblem';
  readonly status: number;
  readonly code: TopLevelCode;
  readonly headers: Readonly<Record<string, string>>;
  /** The limit that was passed, when that is the reason. */
  readonly passed: PassedLimit | undefined;

  constructor(
    message: string,
    answer: {
      status: number;
      code: TopLevelCode;
      headers?: Readonly<Record<string, string>>;
      passed?: PassedLimit;
    },
  ) {
    super(message);
    this.status = answer.status;
    this.code = answer.code;
    this.headers = answer.headers ?? {};
    this.passed = answer.passed;
  }
}

/** A request that is not what the HTTP or JSON rules ask for: 400 unless another status says it better. */
export function malformedRequest(message: string, status = 400): HttpProblem {
  return new HttpProblem(message, { status, code: 'BAD_USER_INPUT' });
}

/** The body of every refusal outside an operation, shaped as GraphQL clients expect errors. */
export function problemBody(
  { message, code, passed }: { message: string; code: TopLevelCode; passed?: PassedLimit },
  requestId: string,
): string {
  return `${JSON.stringify({ errors: [{ message, extensions: { code, requestId, ...passed } }] })}\n`;
}
