import { z } from 'zod';
import type { Visit } from './answer.js';
import { sendJson } from './answer.js';

/** Where mail programs send the one click with which somebody stops mail (RFC 8058); the link in the mail leads a person there too. */
export const stopMailPath = '/stop-mail';

/** One of the trusted operations of the app. */
const operation =
  'mutation StopNotificationMail($input: StopNotificationMailInput!) { stopNotificationMail(input: $input) { __typename } }';

const answer = z.object({ data: z.object({ stopNotificationMail: z.object({ __typename: z.string() }) }) });
const patienceMs = 10_000;

/**
 * Stops the mail that the token of the address belongs to, without a sign-in, a cookie or a page: whoever has the token
 * was sent the mail. A token that stops nothing and one that never existed are answered alike.
 */
export async function stopMail(visit: Visit, gatewayUrl: string): Promise<void> {
  visit.request.resume();
  const response = await fetch(gatewayUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({
      operationName: 'StopNotificationMail',
      query: operation,
      variables: { input: { token: visit.url.searchParams.get('t') ?? '' } },
    }),
    signal: AbortSignal.timeout(patienceMs),
  }).catch(() => undefined);
  const read = answer.safeParse(await response?.json().catch(() => undefined));
  if (!read.success) return sendJson(visit, 503, { error: 'GRAPH_UNAVAILABLE' });
  const isStopped = read.data.data.stopNotificationMail.__typename === 'StopNotificationMailSuccess';
  if (isStopped) sendJson(visit, 200, { stopped: true });
  else sendJson(visit, 404, { error: 'NOT_FOUND' });
}
