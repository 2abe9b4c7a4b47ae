import { execFile } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { readSettings, startPlatform } from '@guildhall/standalone';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { chromium } from 'playwright-core';

const appFolder = join(import.meta.dirname, '..');
const app = 'insights';
const viewports = { phone: { width: 390, height: 844 }, desktop: { width: 1366, height: 900 } } as const;

/** How one visit looks and speaks. */
export type Look = {
  readonly scheme: 'light' | 'dark';
  readonly language: 'en' | 'zh-CN';
  readonly device: 'phone' | 'desktop';
};

/** Every look there is. */
export const looks: readonly Look[] = (['light', 'dark'] as const).flatMap((scheme) =>
  (['en', 'zh-CN'] as const).flatMap((language) =>
    (['phone', 'desktop'] as const).map((device) => ({ scheme, language, device })),
  ),
);

/** A person in the app in a browser of their own, and everything the browser complained about. */
export type Visit = { readonly page: Page; readonly complaints: readonly string[]; close(): Promise<void> };

/** The whole platform with the small demo union, this app on its origin, and a browser. */
export type AppInBrowser = {
  /** Opens the app and signs in as a demo person, by clicking their card. */
  visit(person: RegExp, look?: Look): Promise<Visit>;
  stop(): Promise<void>;
};

/** Builds the app, starts the platform in a folder of its own and the browser; says how to get one when there is none. */
export async function startAppInBrowser(): Promise<AppInBrowser> {
  const browser = await launch();
  await buildApp();
  const folder = await mkdtemp(join(tmpdir(), `guildhall-${app}-`));
  const environment = {
    GUILDHALL_DATA_DIR: folder,
    GUILDHALL_PORT: String(await freePortRange()),
    GUILDHALL_LOG_LEVEL: 'silent',
  };
  const settings = readSettings(environment, []);
  const platform = await startPlatform(settings, { onProgress: () => undefined });
  const baseURL = `http://127.0.0.1:${settings.ports[app]}`;
  return {
    visit: (person, look = { scheme: 'light', language: 'en', device: 'desktop' }) =>
      openVisit(browser, { baseURL, person, look }),
    async stop() {
      await browser.close();
      await platform.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function buildApp(): Promise<void> {
  const vite = join(appFolder, 'node_modules/vite/bin/vite.js');
  // The test runner sets NODE_ENV to test, with which React would be built for development.
  const env = { ...process.env, NODE_ENV: 'production' };
  await promisify(execFile)(process.execPath, [vite, 'build', '--logLevel', 'error'], { cwd: appFolder, env });
}

async function launch(): Promise<Browser> {
  const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync'];
  const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', ...quiet];
  try {
    return await chromium.launch({ executablePath, args });
  } catch (fault) {
    throw new Error(
      'These tests need Chromium: apt-get install -y --no-install-recommends chromium fonts-noto-cjk, or set CHROMIUM_PATH.',
      { cause: fault },
    );
  }
}

type Wanted = { readonly baseURL: string; readonly person: RegExp; readonly look: Look };

async function openVisit(browser: Browser, { baseURL, person, look }: Wanted): Promise<Visit> {
  const { scheme, language, device } = look;
  const context = await browser.newContext({
    baseURL,
    viewport: viewports[device],
    hasTouch: device === 'phone',
    reducedMotion: 'reduce',
    locale: language,
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
  await page.goto('/');
  await page.getByRole('main').getByRole('button').first().click();
  await page.getByRole('button', { name: person }).click();
  await page.waitForURL((url) => url.origin === baseURL);
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

/** How many pixels of the page are wider than the screen. */
export function overflowOf(page: Page): Promise<number> {
  return page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - innerWidth));
}

/** Writes a picture of the whole page to look at. */
export async function photograph(page: Page, what: string, look: Look): Promise<void> {
  const name = `${what}-${look.language}-${look.scheme}-${look.device}.png`;
  const path = join(appFolder, '../../screenshots', app, name);
  mkdirSync(dirname(path), { recursive: true });
  await page.screenshot({ path, fullPage: true });
}

/** How many ports one installation counts up to, the database included. */
const portsInUse = 21;

async function freePortRange(): Promise<number> {
  for (let tries = 0; tries < 50; tries += 1) {
    const first = 20_000 + Math.floor(Math.random() * 12_000);
    const free = await Promise.all(Array.from({ length: portsInUse }, (_unused, offset) => isFree(first + offset)));
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
