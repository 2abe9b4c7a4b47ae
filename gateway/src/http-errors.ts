import type { TopLevelCode } from '@guildhall/kernel';
import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { FastifyError } from 'fastify';
import { faultMessage } from './format-error.js';
import { HttpProblem, malformedRequest, problemBody } from './http-problem.js';
import { apiHeaders } from './security-headers.js';

/** Milliseconds a client has to send its headers and body; a request that trickles in slower is refused with 408. */
export const requestTimeoutMs = 15_000;

const refusals: Readonly<Record<string, (bodyBytes: number) => HttpProblem>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: (bodyBytes) =>
    new HttpProblem(`The request body is larger than ${bodyBytes} bytes.`, {
      status: 413,
      code: 'OPERATION_LIMIT_EXCEEDED',
      passed: { limit: 'bodyBytes', allowed: bodyBytes },
    }),
  FST_ERR_CTP_INVALID_MEDIA_TYPE: () => malformedRequest('Send the operation as application/json in UTF-8.', 415),
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: () =>
    malformedRequest('The body does not have the length the request announced.'),
  FST_ERR_MAX_URL_LENGTH: () => malformedRequest('The address is too long.', 414),
};

/** What an error thrown while serving HTTP becomes for the client; `isFault` says that it was masked and belongs in the log. */
export function toHttpProblem(
  error: FastifyError | HttpProblem,
  bodyBytes: number,
): { problem: HttpProblem; isFault: boolean } {
  if (error instanceof HttpProblem) return { problem: error, isFault: false };
  const refusal = refusals[error.code];
  if (refusal) return { problem: refusal(bodyBytes), isFault: false };
  const status = error.statusCode ?? 500;
  if (status >= 400 && status < 500)
    return { problem: malformedRequest('The request is malformed.', status), isFault: false };
  return { problem: new HttpProblem(faultMessage, { status: 500, code: 'INTERNAL_SERVER_ERROR' }), isFault: true };
}

const wireRefusals: Readonly<Record<string, { status: number; message: string }>> = {
  HPE_HEADER_OVERFLOW: { status: 431, message: 'The request headers are too large.' },
  HPE_CHUNK_EXTENSIONS_OVERFLOW: { status: 413, message: 'The chunk extensions are too large.' },
  ERR_HTTP_REQUEST_TIMEOUT: { status: 408, message: 'The request took too long to arrive.' },
};

/** Answers bytes that are not HTTP: there is no request to answer, so the reply is written to the connection, which then closes. */
export function refuseOnSocket(error: Error & { code?: string }, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const { status, message } = wireRefusals[error.code ?? ''] ?? {
    status: 400,
    message: 'The request is not valid HTTP.',
  };
  writeRefusal(socket, { status, message, code: 'BAD_USER_INPUT' });
}

/** Refuses CONNECT, which Node.js hands over as a bare connection. */
export function refuseTunnel(socket: Duplex): void {
  writeRefusal(socket, { status: 405, message: 'This server opens no tunnels.', code: 'BAD_USER_INPUT' });
}

function writeRefusal(socket: Duplex, refusal: { status: number; message: string; code: TopLevelCode }): void {
  const requestId = randomUUID();
  const body = problemBody(refusal, requestId);
  const headers = {
    ...apiHeaders,
    'content-type': 'application/json; charset=utf-8',
    'content-length': String(Buffer.byteLength(body)),
    connection: 'close',
    'x-request-id': requestId,
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(
    `HTTP/1.1 ${refusal.status} ${STATUS_CODES[refusal.status] ?? 'Bad Request'}\r\n${lines.join('')}\r\n${body}`,
  );
}
