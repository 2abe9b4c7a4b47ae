import { z } from 'zod';
import type { Visit } from './answer.js';
import { refuseMethod, sendJson } from './answer.js';

/** What the path of a file for verifiers of credentials begins with. */
export const credentialPath = '/credential-files/';

/** One of the trusted operations of the app. */
const operation = 'query CredentialFile($path: String!) { credentialFile(path: $path) { body mediaType } }';

const answer = z.object({
  data: z.object({ credentialFile: z.object({ body: z.string(), mediaType: z.string() }).nullable() }),
});
const patienceMs = 10_000;
const knownPath = /^(issuer|achievements\/[0-9a-f-]{36}|lists\/(revocation|suspension)\/[1-9]\d{0,5})$/u;

/**
 * Answers whoever verifies a credential with the issuer's profile, an achievement, or a signed status list. The files are
 * public and the same for everybody, so that any page and any program may read them; nobody signs in and nobody is counted.
 */
export async function sendCredentialFile(visit: Visit, gatewayUrl: string): Promise<void> {
  const { request, response, url } = visit;
  response.setHeader('access-control-allow-origin', '*');
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuseMethod(visit, 'GET, HEAD');
  const path = url.pathname.slice(credentialPath.length);
  if (!knownPath.test(path)) return sendJson(visit, 404, { error: 'NOT_FOUND' });
  const asked = await fetch(gatewayUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ operationName: 'CredentialFile', query: operation, variables: { path } }),
    signal: AbortSignal.timeout(patienceMs),
  }).catch(() => undefined);
  const read = answer.safeParse(await asked?.json().catch(() => undefined));
  if (!read.success) {
    response.setHeader('retry-after', '300');
    return sendJson(visit, 503, { error: 'GRAPH_UNAVAILABLE' });
  }
  const file = read.data.data.credentialFile;
  if (file === null) return sendJson(visit, 404, { error: 'NOT_FOUND' });
  // A suspension should be seen soon, and a page of many credentials should not ask for each.
  response.setHeader('cache-control', 'public, max-age=60');
  response.setHeader('x-robots-tag', 'noindex');
  response.setHeader('cross-origin-resource-policy', 'cross-origin');
  response.writeHead(200, { 'content-type': file.mediaType, 'content-length': Buffer.byteLength(file.body) });
  response.end(request.method === 'HEAD' ? undefined : file.body);
}
