import { once } from 'node:events';
import type { Server } from 'node:http';
import { z } from 'zod';
import { createAuthRoutes } from './auth/auth-routes.js';
import { createIdentityProvider } from './auth/identity-provider.js';
import { createSessionCookies } from './auth/session-cookie.js';
import { createTokenExchange } from './auth/token-exchange.js';
import { readPageFiles } from './pages/page-files.js';
import { createWebServer } from './web-server.js';
import type { WebHostLogger } from './web-host-logger.js';

/** Which app is served, from where, under which names, and whom it signs in with. */
export type WebHostOptions = {
  /** The name of the app, in lower case; it names the cookies. */
  readonly app: string;
  readonly port: number;
  /** The address to listen on; loopback unless said otherwise. */
  readonly host?: string;
  /** The origins the app is reached at, the main one first. Loopback origins of the port unless said otherwise. */
  readonly publicUrls?: readonly string[];
  /** The folder of the built app, with its `index.html`. */
  readonly root: string;
  readonly issuer: string;
  readonly clientId: string;
  /** What the app asks of the provider; a provider that wants `offline_access` for refresh tokens is told so here. */
  readonly scope?: string;
  /** The address of the graph, with its path. */
  readonly gatewayUrl: string;
  /** Whether mail programs come here to stop mail with one click. */
  readonly stopsMail?: boolean;
  /** Whether calendar programs come here to read calendars. */
  readonly servesCalendars?: boolean;
  /** Whether verifiers of credentials come here to read status lists. */
  readonly servesCredentials?: boolean;
  /** Whether its pages may ask for the camera, as a scanner at a door does. */
  readonly usesCamera?: boolean;
  /** Other addresses that the app's pages may call, such as where files are sent. */
  readonly callableUrls?: readonly string[];
  /** Secrets of at least 32 characters that seal the cookies; the first seals, all open. */
  readonly cookieKeys: readonly string[];
  /** The IANA zone in which the app shows days and times. */
  readonly campusZone?: string;
  /** Where members find the portal, for apps whose pages lead there. */
  readonly portalUrl?: string;
  readonly logger: WebHostLogger;
  readonly environment: 'development' | 'production';
};

/** A running app; `stop` answers what is in flight and closes every connection. */
export type RunningWebHost = { readonly url: string; stop(): Promise<void> };

const optionsSchema = z.object({
  app: z.string().regex(/^[a-z][a-z-]*$/, 'app must be a name in lower case'),
  issuer: z.url('issuer must be an address'),
  gatewayUrl: z.url('gatewayUrl must be an address'),
  cookieKeys: z
    .array(z.string().min(32, 'a cookie key needs at least 32 characters'))
    .min(1, 'a cookie key is missing'),
});

/**
 * Serves one app's origin: its files, its settings (`/config.json`), its session (`/auth/...`) and its health (`/health`). Rejects when
 * the options make no sense, when production would run over plain http, and when the port cannot be had.
 */
export async function startWebHost(options: WebHostOptions): Promise<RunningWebHost> {
  const { app, port, host = '127.0.0.1', issuer, clientId, gatewayUrl, cookieKeys, logger, environment } = options;
  const { callableUrls = [] } = options;
  const origins = readOrigins(options);
  checkOptions(options, origins);
  const isSecure = origins.every((origin) => origin.startsWith('https:'));
  const files = await readPageFiles(options.root);
  const provider = createIdentityProvider({ issuer, clientId, scope: options.scope ?? 'openid profile graph' });
  const routes = createAuthRoutes({
    provider,
    exchange: createTokenExchange(provider.refresh, Date.now),
    cookies: createSessionCookies({ app, isSecure, cookieKeys }),
    logger,
  });
  const config = {
    app,
    gatewayUrl,
    environment,
    campusZone: options.campusZone ?? 'Europe/London',
    ...(options.portalUrl !== undefined && { portalUrl: options.portalUrl }),
  };
  const server = createWebServer({
    origins,
    files,
    routes,
    config,
    reach: { gatewayUrl, issuer, isSecure, others: callableUrls, usesCamera: options.usesCamera === true },
    ...(options.stopsMail === true && { stopMailAt: gatewayUrl }),
    ...(options.servesCalendars === true && { calendarsAt: gatewayUrl }),
    ...(options.servesCredentials === true && { credentialsAt: gatewayUrl }),
    logger,
  });
  server.listen({ port, host });
  await once(server, 'listening');
  return { url: origins[0] ?? '', stop: () => stopServer(server) };
}

function readOrigins({ publicUrls, port }: WebHostOptions): readonly string[] {
  const urls = publicUrls ?? [`http://127.0.0.1:${port}`, `http://localhost:${port}`];
  return urls.map((url) => new URL(url).origin);
}

function checkOptions(options: WebHostOptions, origins: readonly string[]): void {
  const { error } = optionsSchema.safeParse(options);
  const problems = error?.issues.map(({ message }) => message) ?? [];
  if (origins.length === 0) problems.push('publicUrls names no origin');
  if (new Set(origins.map((origin) => new URL(origin).protocol)).size > 1)
    problems.push('publicUrls mixes http and https');
  if (options.environment === 'production') {
    const insecure = [...origins, options.issuer, options.gatewayUrl, ...(options.callableUrls ?? [])].filter(
      (url) => !url.startsWith('https:'),
    );
    problems.push(...insecure.map((url) => `${url} must be reached over https in production`));
  }
  if (problems.length > 0) throw new Error(`The ${options.app} app cannot be served: ${problems.join('; ')}.`);
}

async function stopServer(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeIdleConnections();
  const impatience = setTimeout(() => server.closeAllConnections(), 2_000);
  await closed;
  clearTimeout(impatience);
}
