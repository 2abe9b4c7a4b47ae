import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { readSettings, startPlatform } from '@guildhall/standalone';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { chromium } from 'playwright-core';

const deskFolder = join(import.meta.dirname, '..');
const screenshots = join(deskFolder, '../../screenshots/desk');
const viewports = { phone: { width: 390, height: 844 }, desktop: { width: 1366, height: 900 } } as const;

/** How one visit looks and speaks. */
export type Look = {
  readonly scheme: 'light' | 'dark';
  readonly language: 'en' | 'zh-CN';
  readonly device: 'phone' | 'desktop';
};

/** The desk in the browser, and everything the browser complained about. */
export type Visit = { readonly page: Page; readonly complaints: string[]; close(): Promise<void> };

/** The whole platform with the desk built, and a browser to look at it. */
export type DeskPlatform = {
  /** Opens the desk and signs in by the card of a demo person. */
  signIn(name: string, look?: Look): Promise<Visit>;
  stop(): Promise<void>;
};

/** Builds the desk, starts the platform with the small demo union, and the browser; says how to get one when there is none. */
export async function startDesk(): Promise<DeskPlatform> {
  const vite = join(deskFolder, 'node_modules/vite/bin/vite.js');
  // The test runner sets NODE_ENV to test, with which React would be built for development.
  const env = { ...process.env, NODE_ENV: 'production' };
  await promisify(execFile)(process.execPath, [vite, 'build', '--logLevel', 'error'], { cwd: deskFolder, env });
  const folder = mkdtempSync(join(tmpdir(), 'guildhall-desk-'));
  const variables = {
    GUILDHALL_DATA_DIR: folder,
    GUILDHALL_PORT: String(await findFreePorts()),
    GUILDHALL_LOG_LEVEL: 'silent',
  };
  const platform = await startPlatform(readSettings(variables, []), { onProgress: () => undefined });
  const address = platform.addresses.apps.find(({ name }) => name === 'desk');
  if (address === undefined) throw new Error('The platform did not start the desk.');
  const browser = await launch();
  return {
    signIn: (name, look = { scheme: 'light', language: 'en', device: 'desktop' }) =>
      openVisit(browser, { baseURL: address.url, name, look }),
    async stop() {
      await browser.close();
      await platform.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function launch(): Promise<Browser> {
  const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
  const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];
  try {
    return await chromium.launch({ executablePath, args: [...args, '--disable-component-update', '--disable-sync'] });
  } catch (fault) {
    throw new Error(
      'These tests need Chromium: apt-get install -y --no-install-recommends chromium fonts-noto-cjk, or set CHROMIUM_PATH.',
      { cause: fault },
    );
  }
}

type Arrival = { readonly baseURL: string; readonly name: string; readonly look: Look };

async function openVisit(browser: Browser, { baseURL, name, look }: Arrival): Promise<Visit> {
  const context = await browser.newContext({
    baseURL,
    viewport: viewports[look.device],
    hasTouch: look.device === 'phone',
    reducedMotion: 'reduce',
  });
  await context.addInitScript((chosen) => {
    localStorage.setItem('guildhall.scheme', chosen.scheme);
    localStorage.setItem('guildhall.language', chosen.language);
  }, look);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  await page.goto('/');
  await page.getByRole('main').getByRole('button').click();
  await page.locator('button.person', { hasText: name }).click();
  await page.waitForURL((url) => url.origin === new URL(baseURL).origin && !url.pathname.startsWith('/auth/'));
  await page.locator('h1').waitFor();
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

/** The first of enough ports in a row that nobody listens on. */
async function findFreePorts(): Promise<number> {
  for (let tries = 0; tries < 50; tries += 1) {
    const first = 20_000 + Math.floor(Math.random() * 12_000);
    const free = await Promise.all(Array.from({ length: 21 }, (_unused, offset) => isFree(first + offset)));
    if (free.every(Boolean)) return first;
  }
  throw new Error('no free range of ports');
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
