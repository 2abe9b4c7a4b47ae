import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { startWebHost } from '@guildhall/web-host';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { chromium } from 'playwright-core';

const uiFolder = join(import.meta.dirname, '..');
const screenshots = join(uiFolder, '../../screenshots/gallery');

/** How one visit looks and speaks. */
export type Look = {
  readonly scheme: 'light' | 'dark';
  readonly language: 'en' | 'zh-CN';
  readonly device: 'phone' | 'desktop';
};

const viewports = { phone: { width: 390, height: 844 }, desktop: { width: 1366, height: 900 } } as const;

/** A page of the gallery in the browser, and everything the browser complained about. */
export type Visit = { readonly page: Page; readonly complaints: string[]; close(): Promise<void> };

/** The built gallery behind a real host, with its content security policy, and a browser to look at it. */
export type Gallery = { open(look: Look): Promise<Visit>; stop(): Promise<void> };

/** Builds the gallery, serves it and starts the browser; says how to get one when there is none. */
export async function startGallery(issuer = 'http://127.0.0.1:9', port?: number): Promise<Gallery> {
  const vite = join(uiFolder, 'node_modules/vite/bin/vite.js');
  // The test runner sets NODE_ENV to test, with which React would be built for development.
  const env = { ...process.env, NODE_ENV: 'production' };
  await promisify(execFile)(process.execPath, [vite, 'build', 'gallery', '--logLevel', 'error'], {
    cwd: uiFolder,
    env,
  });
  const silent = (): void => undefined;
  const host = await startWebHost({
    app: 'gallery',
    port: port ?? (await findFreePort()),
    root: join(uiFolder, 'dist/gallery'),
    issuer,
    clientId: 'portal',
    gatewayUrl: 'http://127.0.0.1:9/graphql',
    cookieKeys: ['a key of this test, more than long enough'],
    logger: { info: silent, error: silent },
    environment: 'development',
  });
  const browser = await launch();
  return {
    open: (look) => openVisit(browser, host.url, look),
    async stop() {
      await browser.close();
      await host.stop();
    },
  };
}

async function launch(): Promise<Browser> {
  const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
  const args = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
  try {
    return await chromium.launch({ executablePath, args });
  } catch (fault) {
    throw new Error(
      'These tests need Chromium: apt-get install -y --no-install-recommends chromium fonts-noto-cjk, or set CHROMIUM_PATH.',
      { cause: fault },
    );
  }
}

async function openVisit(browser: Browser, baseURL: string, { scheme, language, device }: Look): Promise<Visit> {
  const context = await browser.newContext({
    baseURL,
    viewport: viewports[device],
    hasTouch: device === 'phone',
    reducedMotion: 'reduce',
  });
  await context.addInitScript(
    (chosen) => {
      localStorage.setItem('guildhall.scheme', chosen.scheme);
      localStorage.setItem('guildhall.language', chosen.language);
    },
    { scheme, language },
  );
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  return { page, complaints, close: () => context.close() };
}

/** Every breach of WCAG 2.2 A and AA that axe finds, and of its best practices, one line each. */
export async function findBreaches(page: Page): Promise<readonly string[]> {
  // Evaluated by the debugger, because the page's own policy rightly lets no such script in.
  await page.evaluate(axe.source);
  const violations = await page.evaluate(async () => {
    const run = (globalThis as unknown as { axe: typeof axe }).axe.run;
    return (await run(document, { resultTypes: ['violations'], preload: false })).violations;
  });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary ?? ''}`),
  );
}

/** Writes a picture of the whole page to look at. */
export async function photograph(page: Page, name: string): Promise<void> {
  const path = join(screenshots, `${name}.png`);
  mkdirSync(dirname(path), { recursive: true });
  await page.screenshot({ path, fullPage: true });
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
