import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as oidc from 'openid-client';
import type { DemoPerson, IdentityOptions, MachineClient, RunningIdentity, SessionStore } from '../src/index.js';
import {
  createBrowserClients,
  loadOrCreateKeys,
  loadOrCreateMachineClients,
  openSessionStore,
  startIdentity,
} from '../src/index.js';

/** The people of these tests; the hostile one shows that names are escaped. */
export const people: readonly DemoPerson[] = [
  { subject: 'ada', displayName: 'Ada Okafor', description: 'student' },
  { subject: 'omar', displayName: 'Omar Haddad', description: 'group officer' },
  { subject: 'mallory', displayName: '<script>alert("1")</script>', description: `'"><img src=x>` },
];

/** Where the portal of these tests takes its answers. */
export const portalCallback = 'http://127.0.0.1:4010/auth/callback';

const analytics = { clientId: 'analytics', description: 'Analysts', scopes: ['insights:read'] };

/** A real provider on a real port with a data folder of its own, which can be restarted on that folder. */
export type IdentityUnderTest = {
  readonly issuer: string;
  readonly folder: string;
  readonly options: IdentityOptions;
  readonly machines: readonly MachineClient[];
  /** Every fault behind a 5xx answer so far. */
  readonly faults: Error[];
  restart(): Promise<void>;
  stop(): Promise<void>;
};

/** Starts identity in a temporary folder. */
export async function startIdentityUnderTest(): Promise<IdentityUnderTest> {
  const folder = mkdtempSync(join(tmpdir(), 'guildhall-identity-'));
  const port = await findFreePort();
  const issuer = `http://127.0.0.1:${port}`;
  const faults: Error[] = [];
  let running: RunningIdentity;
  let sessionStore: SessionStore;
  const prepare = async (): Promise<{ options: IdentityOptions; machines: readonly MachineClient[] }> => {
    const machines = await loadOrCreateMachineClients(folder, [analytics]);
    sessionStore = openSessionStore(join(folder, 'sessions.jsonl'), () => new Date());
    const clients = [
      ...createBrowserClients({ portal: ['http://127.0.0.1:4010'], explorer: ['http://127.0.0.1:4000'] }),
      ...machines,
    ];
    const keys = await loadOrCreateKeys(folder);
    return {
      options: { ...keys, port, issuer, clients, people, sessionStore, onFault: (fault) => faults.push(fault) },
      machines,
    };
  };
  const halt = async (): Promise<void> => {
    await running.stop();
    sessionStore.close();
  };
  const { options, machines } = await prepare();
  running = await startIdentity(options);
  return {
    issuer,
    folder,
    options,
    machines,
    faults,
    async restart() {
      await halt();
      running = await startIdentity((await prepare()).options);
    },
    async stop() {
      await halt();
      rmSync(folder, { recursive: true });
    },
  };
}

/** A port nobody listens on. */
export async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  return address.port;
}

/** A browser reduced to what sign-in needs: it keeps cookies and follows no redirect by itself. */
export type Browser = (url: string, init?: RequestInit) => Promise<Response>;

/** Opens a browser with an empty cookie jar. */
export function openBrowser(): Browser {
  const jar = new Map<string, string>();
  return async (url, init = {}) => {
    const headers = new Headers(init.headers);
    headers.set('cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      if (pair.length === at + 1) jar.delete(pair.slice(0, at));
      else jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return response;
  };
}

/** What openid-client knows of the provider, as one of our apps. */
export async function discover(issuer: string, clientId = 'portal', secret?: string): Promise<oidc.Configuration> {
  const authentication = secret === undefined ? oidc.None() : oidc.ClientSecretBasic(secret);
  return oidc.discovery(new URL(issuer), clientId, secret, authentication, { execute: [oidc.allowInsecureRequests] });
}

/** A sign-in that has begun: the page the browser was sent to, and what the app must remember to finish it. */
export type BegunSignIn = {
  readonly browser: Browser;
  readonly pageUrl: string;
  readonly verifier: string;
  readonly state: string;
};

/** Begins a sign-in as the portal does, with PKCE. */
export async function beginSignIn(config: oidc.Configuration, browser = openBrowser()): Promise<BegunSignIn> {
  const verifier = oidc.randomPKCECodeVerifier();
  const state = oidc.randomState();
  const url = oidc.buildAuthorizationUrl(config, {
    redirect_uri: portalCallback,
    scope: 'openid profile graph',
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
  });
  const response = await browser(url.href);
  return { browser, pageUrl: resolveLocation(response, url.href), verifier, state };
}

/** Presses a button of the sign-in page and follows the answer up to the app's callback. */
export async function press({ browser, pageUrl }: BegunSignIn, form: Record<string, string>): Promise<URL> {
  const posted = await browser(pageUrl, { method: 'POST', body: new URLSearchParams(form) });
  const resumed = await browser(resolveLocation(posted, pageUrl));
  return new URL(resolveLocation(resumed, pageUrl));
}

/** Signs a person in to the portal, from the first request to the tokens. */
export async function signIn(config: oidc.Configuration, subject: string) {
  const begun = await beginSignIn(config);
  const callback = await press(begun, { subject });
  const tokens = await oidc.authorizationCodeGrant(config, callback, {
    pkceCodeVerifier: begun.verifier,
    expectedState: begun.state,
  });
  return { tokens, browser: begun.browser };
}

function resolveLocation(response: Response, base: string): string {
  const location = response.headers.get('location');
  if (location === null) throw new Error(`expected a redirect, got ${response.status}`);
  return new URL(location, base).href;
}
