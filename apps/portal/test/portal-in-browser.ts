import { mkdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readSettings, startPlatform } from '@guildhall/standalone';
import axe from 'axe-core';
import { chromium, type Browser, type Page } from 'playwright-core';
import { findFreePorts } from './free-ports.js';

const screenshots = join(import.meta.dirname, '../../../screenshots/portal');

/** How one visit looks and speaks. */
export type Look = {
  readonly scheme: 'light' | 'dark';
  readonly language: 'en' | 'zh-CN';
  readonly device: 'phone' | 'desktop';
};

const viewports = { phone: { width: 390, height: 844 }, desktop: { width: 1366, height: 900 } } as const;

/** A page of the portal in the browser, and everything the browser complained about. */
export type Visit = {
  readonly page: Page;
  readonly complaints: string[];
  readonly graphUrl: string;
  close(): Promise<void>;
};

/** The whole platform with the small demo union, and a browser to use its portal. */
export type Portal = {
  /** A person who opens the portal and signs in; nobody in particular without a name. */
  visit(who: string | undefined, look?: Look): Promise<Visit>;
  stop(): Promise<void>;
};

const plainLook: Look = { scheme: 'light', language: 'en', device: 'phone' };

/** Starts the platform with what is built, and the browser; says how to get one when there is none. */
export async function startPortal(): Promise<Portal> {
  const folder = await mkdtemp(join(tmpdir(), 'guildhall-portal-'));
  const environment = {
    GUILDHALL_DATA_DIR: folder,
    GUILDHALL_PORT: String(await findFreePorts()),
    GUILDHALL_LOG_LEVEL: 'silent',
  };
  const platform = await startPlatform(readSettings(environment, []), { onProgress: () => undefined });
  const url = platform.addresses.apps.find(({ name }) => name === 'portal')?.url;
  if (url === undefined) throw new Error('The portal is not built: run npm run build.');
  const browser = await launch();
  return {
    visit: (who, look = plainLook) => openVisit(browser, { url, who, look, graphUrl: platform.addresses.graph }),
    async stop() {
      await browser.close();
      await platform.stop();
      await rm(folder, { recursive: true, force: true });
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

type VisitOptions = {
  readonly url: string;
  readonly graphUrl: string;
  readonly who: string | undefined;
  readonly look: Look;
};

async function openVisit(browser: Browser, { url, graphUrl, who, look }: VisitOptions): Promise<Visit> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: viewports[look.device],
    hasTouch: look.device === 'phone',
    reducedMotion: 'reduce',
  });
  await context.addInitScript(
    (chosen) => {
      localStorage.setItem('guildhall.scheme', chosen.scheme);
      localStorage.setItem('guildhall.language', chosen.language);
    },
    { scheme: look.scheme, language: look.language },
  );
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  if (who !== undefined) await signIn(page, who);
  return { page, complaints, graphUrl, close: () => context.close() };
}

/** Signs in as a newcomer does: by choosing a demo person on the page of the provider. */
async function signIn(page: Page, who: string): Promise<void> {
  await page.goto('/auth/sign-in?return=/');
  await page.locator(`button[name="subject"][value="${who}"]`).click();
  await page.locator('main h1').waitFor();
}

/** Waits until the page has asked all it wants to know. */
export async function settle(page: Page): Promise<void> {
  await page.locator('main h1').waitFor();
  await page.waitForFunction(
    () => document.querySelector('main [class*="skeleton"], main [aria-busy="true"]') === null,
  );
  await page.waitForLoadState('networkidle');
}

/** Sends an operation as whoever is signed in on the page, for what another app would do. */
export async function askGraph(
  { page, graphUrl }: Visit,
  query: string,
  variables: Readonly<Record<string, unknown>>,
): Promise<unknown> {
  const token: unknown = await page.evaluate(async () => {
    const response = await fetch('/auth/token', { method: 'POST', headers: { 'x-guildhall-session': '1' } });
    return (await response.json()).accessToken;
  });
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${String(token)}` };
  const response = await fetch(graphUrl, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
  return response.json();
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
