import type { Visit } from '../answer.js';
import { redirect, refuseMethod, sendJson } from '../answer.js';
import { sendProblemPage, sendProblemStyle } from '../pages/problem-page.js';
import { problemStylePath } from '../pages/problem-style.js';
import type { WebHostLogger } from '../web-host-logger.js';
import type { GrantedTokens, IdentityProvider } from './identity-provider.js';
import { isRefusal } from './identity-provider.js';
import { chooseReturnPath } from './return-path.js';
import { isSameOrigin } from './same-origin.js';
import type { SessionCookies } from './session-cookie.js';
import type { TokenAnswer } from './token-answer.js';
import type { TokenExchange } from './token-exchange.js';

/** What the session routes are made of. */
export type AuthRoutesOptions = {
  readonly provider: IdentityProvider;
  readonly exchange: TokenExchange;
  readonly cookies: SessionCookies;
  readonly logger: WebHostLogger;
};

/** Answers one visit to a session route. */
export type AuthRoute = { readonly method: 'GET' | 'POST'; handle(visit: Visit): Promise<void> };

const callbackPath = '/auth/callback';

/**
 * The session of one app, by path: sign in, come back, get a token, sign out. The browser holds the refresh token in a sealed
 * cookie no script can read, the page holds the access token in memory, and the host holds nothing.
 */
export function createAuthRoutes(options: AuthRoutesOptions): ReadonlyMap<string, AuthRoute> {
  return new Map<string, AuthRoute>([
    ['/auth/sign-in', { method: 'GET', handle: (visit) => signIn(visit, options) }],
    [callbackPath, { method: 'GET', handle: (visit) => finishSignIn(visit, options) }],
    [problemStylePath, { method: 'GET', handle: async (visit) => sendProblemStyle(visit) }],
    ['/auth/token', { method: 'POST', handle: (visit) => guarded(visit, () => giveToken(visit, options)) }],
    ['/auth/sign-out', { method: 'POST', handle: (visit) => guarded(visit, () => signOut(visit, options)) }],
  ]);
}

/** Runs a session route, refusing every method but its own. */
export async function runAuthRoute(visit: Visit, route: AuthRoute): Promise<void> {
  if (visit.request.method !== route.method) return refuseMethod(visit, route.method);
  // Nothing here reads a body; draining it lets the connection be used again.
  visit.request.resume();
  return route.handle(visit);
}

async function guarded(visit: Visit, handle: () => Promise<void>): Promise<void> {
  if (!isSameOrigin(visit.request, visit.origin)) return sendJson(visit, 403, { error: 'CROSS_ORIGIN_REFUSED' });
  return handle();
}

async function signIn(visit: Visit, { provider, cookies, logger }: AuthRoutesOptions): Promise<void> {
  const returnPath = chooseReturnPath(visit.url.searchParams.get('return'), visit.origin);
  try {
    const { url, pending } = await provider.begin(`${visit.origin}${callbackPath}`, returnPath);
    redirect(visit, url, [cookies.signIn.write(pending)]);
  } catch (fault) {
    logFault(logger, fault, 'a sign-in could not begin');
    sendProblemPage(visit, 'unreachable');
  }
}

async function finishSignIn(visit: Visit, { provider, cookies, logger }: AuthRoutesOptions): Promise<void> {
  const pending = cookies.signIn.read(visit.request);
  if (pending === undefined || visit.url.searchParams.get('state') !== pending.state) {
    return sendProblemPage(visit, 'expired');
  }
  visit.response.setHeader('set-cookie', cookies.signIn.clear());
  if (visit.url.searchParams.get('error') === 'access_denied') return sendProblemPage(visit, 'cancelled');
  try {
    const { refreshToken } = await provider.finish(visit.url, pending);
    redirect(visit, pending.returnPath, [cookies.signIn.clear(), cookies.session.write({ refreshToken })]);
  } catch (fault) {
    logFault(logger, fault, 'a sign-in could not be finished');
    sendProblemPage(visit, isUnreachable(fault) ? 'unreachable' : 'expired');
  }
}

async function giveToken(visit: Visit, { exchange, cookies, logger }: AuthRoutesOptions): Promise<void> {
  const session = cookies.session.read(visit.request);
  if (session === undefined) return answerSignedOut(visit, cookies);
  try {
    const tokens = await exchange(session.refreshToken);
    visit.response.setHeader('set-cookie', cookies.session.write({ refreshToken: tokens.refreshToken }));
    sendJson(visit, 200, answerWith(tokens));
  } catch (fault) {
    if (isRefusal(fault)) return answerSignedOut(visit, cookies);
    logFault(logger, fault, 'a session could not be refreshed');
    sendJson(visit, 503, { error: 'IDENTITY_UNAVAILABLE' });
  }
}

function answerSignedOut(visit: Visit, cookies: SessionCookies): void {
  visit.response.setHeader('set-cookie', cookies.session.clear());
  sendJson(visit, 200, { state: 'signed-out' } satisfies TokenAnswer);
}

function answerWith({ accessToken, expiresInSeconds, subject, name }: GrantedTokens): TokenAnswer {
  return { state: 'signed-in', accessToken, expiresInSeconds, subject, name };
}

/** The cookie goes in any case: somebody who signs out must be signed out here even when the provider is away. */
async function signOut(visit: Visit, { provider, cookies, logger }: AuthRoutesOptions): Promise<void> {
  const session = cookies.session.read(visit.request);
  visit.response.setHeader('set-cookie', cookies.session.clear());
  try {
    if (session !== undefined) await provider.revoke(session.refreshToken);
    sendJson(visit, 200, { signOutUrl: await provider.signOutUrl(`${visit.origin}/`) });
  } catch (fault) {
    logFault(logger, fault, 'a session was ended here but could not be revoked');
    sendJson(visit, 200, {});
  }
}

function isUnreachable(fault: unknown): boolean {
  return fault instanceof TypeError || (fault instanceof Error && fault.name === 'TimeoutError');
}

/** Only the kind of a fault is written: its message could repeat an address with a code in it. */
function logFault(logger: WebHostLogger, fault: unknown, message: string): void {
  const code = fault instanceof Error && 'code' in fault ? String(fault.code) : undefined;
  logger.error({ fault: fault instanceof Error ? fault.name : 'unknown', code }, message);
}
