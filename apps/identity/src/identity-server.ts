import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { Provider } from 'oidc-provider';
import { createProviderConfiguration } from './provider-configuration.js';
import { compareDigests } from './registered-clients.js';
import { securityHeaders } from './sign-in/page.js';
import { createSignInHandler, sendProblem, signInPath } from './sign-in/sign-in-handler.js';
import type { IdentityOptions } from './start-identity.js';

/** The HTTP server of the provider and its sign-in pages, not yet listening. */
export function createIdentityServer(options: IdentityOptions): Server {
  const { issuer, people, clock = () => new Date(), onFault = () => undefined } = options;
  const publicUrl = new URL(options.publicUrl ?? issuer);
  const provider = new Provider(issuer, createProviderConfiguration({ ...options, clock }));
  if (options.directory !== undefined)
    compareDigests(provider, new Set(options.clients.map(({ clientId }) => clientId)), options.directory);
  provider.proxy = true;
  provider.silent = true;
  provider.on('server_error', (_ctx, error) => onFault(error));

  const answerProvider = provider.callback();
  const answerSignIn = createSignInHandler({ provider, people });
  return createServer((request, response) => {
    speakAs(publicUrl, request);
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
    const answer = request.url?.startsWith(signInPath) === true ? answerSignIn : answerProvider;
    answer(request, response).catch((error: unknown) => {
      onFault(error instanceof Error ? error : new Error('identity failed', { cause: error }));
      answerFault(request, response);
    });
  });
}

/** Every address the provider builds is the public one, whatever Host a stranger or a proxy sends. */
function speakAs(publicUrl: URL, request: IncomingMessage): void {
  request.headers.host = publicUrl.host;
  request.headers['x-forwarded-host'] = publicUrl.host;
  request.headers['x-forwarded-proto'] = publicUrl.protocol.replace(':', '');
}

function answerFault(request: IncomingMessage, response: ServerResponse): void {
  if (response.headersSent) response.destroy();
  else sendProblem(request, response, 500, 'problemLead');
}
