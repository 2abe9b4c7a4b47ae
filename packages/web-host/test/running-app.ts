import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { SessionStore } from '@guildhall/identity';
import { createBrowserClients, loadOrCreateKeys, openSessionStore, startIdentity } from '@guildhall/identity';
import type { RunningWebHost, TokenAnswer, WebHostOptions } from '../src/index.js';
import { startWebHost } from '../src/index.js';

/** A real provider, a built page, and the portal's host in front of both; every part can be stopped and started again. */
export type AppUnderTest = {
  readonly origin: string;
  readonly localhostOrigin: string;
  readonly issuer: string;
  readonly options: WebHostOptions;
  /** Everything the host wrote to its log. */
  readonly log: string[];
  restartHost(changes?: Partial<WebHostOptions>): Promise<void>;
  stopIdentity(): Promise<void>;
  startIdentity(): Promise<void>;
  stop(): Promise<void>;
};

export const scriptText = `export const words = ${JSON.stringify('guild hall '.repeat(400))};`;

/** Starts identity and the portal's host on free ports. */
export async function startAppUnderTest(): Promise<AppUnderTest> {
  const folder = await mkdtemp(join(tmpdir(), 'guildhall-web-host-'));
  const root = await writePage(join(folder, 'page'));
  const [identityPort, port] = [await findFreePort(), await findFreePort()];
  const issuer = `http://127.0.0.1:${identityPort}`;
  const [origin, localhostOrigin] = [`http://127.0.0.1:${port}`, `http://localhost:${port}`];
  const log: string[] = [];
  const write = (facts: object, message: string): void => void log.push(`${message} ${JSON.stringify(facts)}`);
  const options: WebHostOptions = {
    app: 'portal',
    port,
    root,
    issuer,
    clientId: 'portal',
    gatewayUrl: 'http://127.0.0.1:4000/graphql',
    callableUrls: ['http://127.0.0.1:4008'],
    cookieKeys: ['a key of this test, more than long enough'],
    logger: { info: write, error: write },
    environment: 'development',
  };
  const start = async () => {
    const sessionStore: SessionStore = openSessionStore(join(folder, 'sessions.jsonl'), () => new Date());
    const running = await startIdentity({
      ...(await loadOrCreateKeys(folder)),
      port: identityPort,
      issuer,
      clients: createBrowserClients({ portal: [origin, localhostOrigin] }),
      people: [{ subject: 'ada', displayName: 'Ada Okafor', description: 'student' }],
      sessionStore,
    });
    return async () => {
      await running.stop();
      sessionStore.close();
    };
  };
  let stopIdentity = await start();
  let host: RunningWebHost = await startWebHost(options);
  return {
    origin,
    localhostOrigin,
    issuer,
    options,
    log,
    async restartHost(changes) {
      await host.stop();
      host = await startWebHost({ ...options, ...changes });
    },
    stopIdentity: () => stopIdentity(),
    async startIdentity() {
      stopIdentity = await start();
    },
    async stop() {
      await host.stop();
      await stopIdentity();
      await rm(folder, { recursive: true });
    },
  };
}

async function writePage(root: string): Promise<string> {
  await mkdir(join(root, 'assets'), { recursive: true });
  await mkdir(join(root, '.vite'));
  const files: Readonly<Record<string, string | Buffer>> = {
    'index.html': '<!doctype html><title>Portal</title><script type="module" src="/assets/app-1a2b3c4d.js"></script>',
    'favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    'assets/app-1a2b3c4d.js': scriptText,
    'assets/app-1a2b3c4d.js.br': brotliCompressSync(scriptText),
    'assets/app-1a2b3c4d.js.gz': gzipSync(scriptText),
    '.vite/manifest.json': '{}',
    'notes.secret': 'not for the web',
  };
  await Promise.all(Object.entries(files).map(([name, text]) => writeFile(join(root, name), text)));
  return root;
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  return address.port;
}

/** A browser reduced to what sign-in needs: a cookie jar for each host and port, and no redirect followed by itself. */
export type Browser = {
  readonly jar: Map<string, string>;
  visit(url: string, init?: RequestInit): Promise<Response>;
};

/** Opens a browser; cookies of identity and of the app have different names, so one jar serves both. */
export function openBrowser(jar = new Map<string, string>()): Browser {
  const visit = async (url: string, init: RequestInit = {}): Promise<Response> => {
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
  return { jar, visit };
}

export const locationOf = (response: Response, base: string): string =>
  new URL(response.headers.get('location') ?? 'nowhere:', base).href;

/** Goes from the app to the provider's page and presses a button there; ends at the app's callback, not yet visited. */
export async function reachCallback(
  browser: Browser,
  origin: string,
  asked: { readonly returnPath?: string; readonly form?: Record<string, string> } = {},
): Promise<string> {
  const query = asked.returnPath === undefined ? '' : `?return=${encodeURIComponent(asked.returnPath)}`;
  const begun = await browser.visit(`${origin}/auth/sign-in${query}`);
  const authorization = locationOf(begun, origin);
  const page = locationOf(await browser.visit(authorization), authorization);
  const form = new URLSearchParams(asked.form ?? { subject: 'ada' });
  const posted = await browser.visit(page, { method: 'POST', body: form });
  return locationOf(await browser.visit(locationOf(posted, page)), authorization);
}

/** Signs ada in and returns the answer of the callback. */
export async function signIn(browser: Browser, origin: string, returnPath?: string): Promise<Response> {
  return browser.visit(await reachCallback(browser, origin, { returnPath }));
}

/** Asks for a token as a page of the origin does. */
export async function askForToken(browser: Browser, origin: string): Promise<TokenAnswer> {
  const response = await browser.visit(`${origin}/auth/token`, {
    method: 'POST',
    headers: { 'x-guildhall-session': '1', origin },
  });
  return (await response.json()) as TokenAnswer;
}
