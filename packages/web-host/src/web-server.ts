import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { Visit } from './answer.js';
import { refuseMethod, sendJson } from './answer.js';
import type { AuthRoute } from './auth/auth-routes.js';
import { runAuthRoute } from './auth/auth-routes.js';
import { calendarPath, sendCalendarFile } from './calendar-file.js';
import { credentialPath, sendCredentialFile } from './credential-file.js';
import type { PageFile } from './pages/page-files.js';
import type { PageReach } from './pages/security-headers.js';
import { createSecurityHeaders } from './pages/security-headers.js';
import { servePage } from './pages/serve-page.js';
import { stopMail, stopMailPath } from './stop-mail.js';
import type { WebHostLogger } from './web-host-logger.js';

/** What a server of one app is made of. */
export type WebServerOptions = {
  readonly origins: readonly string[];
  readonly files: ReadonlyMap<string, PageFile>;
  readonly routes: ReadonlyMap<string, AuthRoute>;
  /** What `/config.json` tells the page; nothing secret. */
  readonly config: object;
  readonly reach: PageReach;
  /** The graph in which mail is stopped; absent where no mail leads here. */
  readonly stopMailAt?: string;
  /** The graph in which calendars are read; absent where no calendar program comes. */
  readonly calendarsAt?: string;
  /** The graph in which files for verifiers of credentials are read; absent where no verifier comes. */
  readonly credentialsAt?: string;
  readonly logger: WebHostLogger;
};

/**
 * The HTTP server of one app. It answers only under the origins it was given, so that a name an attacker points at this machine gets
 * nothing, and every answer carries the security headers.
 */
export function createWebServer(options: WebServerOptions): Server {
  const headers = Object.entries(createSecurityHeaders(options.reach));
  const originByHost = new Map(options.origins.map((origin) => [new URL(origin).host, origin]));
  return createServer({ requestTimeout: 30_000, headersTimeout: 15_000 }, (request, response) => {
    for (const [name, value] of headers) response.setHeader(name, value);
    const visit = readVisit(request, response, originByHost);
    if (visit === undefined) return refuseAddress(response);
    void answer(visit, options).catch((fault: unknown) => {
      options.logger.error({ fault: fault instanceof Error ? fault.name : 'unknown' }, 'a request met a fault');
      if (response.headersSent) response.destroy();
      else sendJson(visit, 500, { error: 'INTERNAL_SERVER_ERROR' });
    });
  });
}

async function answer(visit: Visit, options: WebServerOptions): Promise<void> {
  const { files, routes, config } = options;
  const { pathname } = visit.url;
  const route = routes.get(pathname);
  if (route !== undefined) return runAuthRoute(visit, route);
  const fromGraph = answerFromGraph(visit, options);
  if (fromGraph !== undefined) return fromGraph;
  if (pathname === '/config.json') return answerFacts(visit, config);
  if (pathname === '/health') return answerFacts(visit, { status: 'ok' });
  if (pathname.startsWith('/auth/')) return sendJson(visit, 404, { error: 'NOT_FOUND' });
  servePage(visit, files);
}

/** What the graph is asked for in the name of whoever has no session: mail to stop, calendars, files of credentials. */
function answerFromGraph(
  visit: Visit,
  { stopMailAt, calendarsAt, credentialsAt }: WebServerOptions,
): Promise<void> | undefined {
  const { pathname } = visit.url;
  if (pathname === stopMailPath && visit.request.method === 'POST' && stopMailAt !== undefined)
    return stopMail(visit, stopMailAt);
  if (pathname.startsWith(calendarPath) && calendarsAt !== undefined) return sendCalendarFile(visit, calendarsAt);
  if (pathname.startsWith(credentialPath) && credentialsAt !== undefined)
    return sendCredentialFile(visit, credentialsAt);
  return undefined;
}

function answerFacts(visit: Visit, facts: object): void {
  const { method } = visit.request;
  if (method === 'GET' || method === 'HEAD') sendJson(visit, 200, facts);
  else refuseMethod(visit, 'GET, HEAD');
}

function readVisit(
  request: IncomingMessage,
  response: ServerResponse,
  originByHost: ReadonlyMap<string, string>,
): Visit | undefined {
  const origin = originByHost.get(request.headers.host ?? '');
  // A target such as `//other.example/` would otherwise be read as another host.
  const target = request.url?.startsWith('/') === true ? `${origin}${request.url}` : '';
  const url = URL.parse(target);
  if (origin === undefined || url === null || url.origin !== origin) return undefined;
  return { request, response, url, origin };
}

function refuseAddress(response: ServerResponse): void {
  const text = JSON.stringify({ error: 'MISDIRECTED_REQUEST' });
  response.writeHead(421, { 'content-type': 'application/json; charset=utf-8' }).end(text);
}
