import { once } from 'node:events';
import type { Server } from 'node:http';
import type { ProviderConfigurationOptions } from './provider-configuration.js';
import { loadIdentityServer } from './load-identity-server.js';
import { refuseProduction } from './refuse-production.js';

/** Where identity listens and under which name it signs; everything else is what the provider is made of. */
export type IdentityOptions = Omit<ProviderConfigurationOptions, 'clock'> & {
  readonly port: number;
  /** The address to listen on; loopback unless said otherwise, because no password is asked. */
  readonly host?: string;
  /** The `iss` of every token, an absolute URL. */
  readonly issuer: string;
  /** Where browsers reach this server when that is not the issuer, for example behind a proxy. */
  readonly publicUrl?: string;
  readonly clock?: () => Date;
  /** Told of every fault behind a 5xx answer; the answer itself says nothing of it. */
  readonly onFault?: (fault: Error) => void;
};

/** A running identity provider; `stop` answers what is in flight and closes every connection. */
export type RunningIdentity = { readonly url: string; stop(): Promise<void> };

/**
 * Starts the OpenID provider for demo people. Rejects in production, and when the port cannot be had (with the `code` of the
 * operating system). The session store stays the caller's to close.
 */
export async function startIdentity(options: IdentityOptions): Promise<RunningIdentity> {
  refuseProduction();
  // Loaded here, so that the command line can sign a token without loading a whole provider.
  const { createIdentityServer } = await loadIdentityServer();
  const server = createIdentityServer(options);
  server.listen({ port: options.port, host: options.host ?? '127.0.0.1' });
  await once(server, 'listening');
  return { url: (options.publicUrl ?? options.issuer).replace(/\/$/, ''), stop: () => stopServer(server) };
}

async function stopServer(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeIdleConnections();
  const impatience = setTimeout(() => server.closeAllConnections(), 2_000);
  await closed;
  clearTimeout(impatience);
}
