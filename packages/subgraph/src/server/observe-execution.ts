import { inSpan, isTracing, markFailed } from '@guildhall/tracing';
import type { Logger } from 'pino';
import type { SubgraphExecutor, SubgraphRequest, SubgraphResponse } from './create-executor.js';
import { asRequest } from './current-request.js';

/**
 * An executor that can be seen at work: a span for each operation where traces are written, and a line of its time and error codes for
 * whoever debugs. Neither holds the operation's text, its variables or who asks.
 */
export function observeExecution(
  service: string,
  logger: Logger,
  execute: SubgraphExecutor['execute'],
): SubgraphExecutor['execute'] {
  const observed = (request: SubgraphRequest): Promise<SubgraphResponse> =>
    logger.isLevelEnabled('debug') ? executeAndTell(logger, execute, request) : execute(request);
  const traced = (request: SubgraphRequest): Promise<SubgraphResponse> =>
    isTracing() ? executeInSpan(service, observed, request) : observed(request);
  return (request) => asRequest(request.requestId, () => traced(request));
}

function executeInSpan(
  service: string,
  execute: SubgraphExecutor['execute'],
  request: SubgraphRequest,
): Promise<SubgraphResponse> {
  const attributes = { 'guildhall.service': service, 'guildhall.request_id': request.requestId };
  return inSpan({ name: `${service} operation`, kind: 'server', attributes }, async (span) => {
    const response = await execute(request);
    const codes = codesOf(response);
    if (codes.length > 0) span.setAttribute('guildhall.error_codes', [...codes]);
    if (codes.includes('INTERNAL_SERVER_ERROR')) markFailed(span, 'INTERNAL_SERVER_ERROR');
    return response;
  });
}

async function executeAndTell(
  logger: Logger,
  execute: SubgraphExecutor['execute'],
  request: SubgraphRequest,
): Promise<SubgraphResponse> {
  const startedAt = performance.now();
  const response = await execute(request);
  logger.debug({ durationMs: Math.round(performance.now() - startedAt), codes: codesOf(response) }, 'operation');
  return response;
}

function codesOf({ errors = [] }: SubgraphResponse): readonly string[] {
  return [...new Set(errors.map(({ extensions }) => String(extensions?.['code'])))];
}
