import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { DemoSubject } from '@guildhall/demo';
import { chromium, type Browser, type Page } from 'playwright-core';
import { findWorkspace } from '../../src/data-folder.js';
import type { WebAppName } from '../../src/settings.js';
import { startTestPlatform, type TestPlatform } from '../test-platform.js';

/** One person at one app, in a browser context of their own. */
export type Visit = {
  readonly page: Page;
  /** Everything the browser complained about so far. */
  readonly complaints: readonly string[];
  /** Writes a picture of where the journey stands, numbered in the order in which it went. */
  photograph(station: string): Promise<void>;
};

/** The whole platform and as many people as a journey needs. */
export type Journey = {
  readonly platform: TestPlatform;
  /** Opens an app and signs in by the person's card: students on a phone, staff at a desk. */
  visit(who: DemoSubject, app: WebAppName): Promise<Visit>;
  stop(): Promise<void>;
};

const students: readonly DemoSubject[] = ['ada', 'omar', 'uma', 'rosa'];
const screenshots = join(findWorkspace(import.meta.dirname), 'screenshots/journeys');

/** Starts the platform with the apps as they are built, and a browser; says how to get one when there is none. */
export async function startJourney(name: string): Promise<Journey> {
  const browser = await launch();
  const platform = await startTestPlatform();
  let station = 0;
  const nextPicture = (): string => `${name}-${String((station += 1)).padStart(2, '0')}`;
  return {
    platform,
    visit: (who, app) =>
      openVisit(browser, { who, url: `http://127.0.0.1:${platform.settings.ports[app]}`, nextPicture }),
    async stop() {
      await browser.close();
      await platform.stop();
    },
  };
}

async function launch(): Promise<Browser> {
  const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync'];
  try {
    return await chromium.launch({
      executablePath,
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', ...quiet],
    });
  } catch (fault) {
    throw new Error(
      'These tests need Chromium: apt-get install -y --no-install-recommends chromium fonts-noto-cjk, or set CHROMIUM_PATH.',
      { cause: fault },
    );
  }
}

type Arrival = { readonly who: DemoSubject; readonly url: string; readonly nextPicture: () => string };

async function openVisit(browser: Browser, { who, url, nextPicture }: Arrival): Promise<Visit> {
  const isOnPhone = students.includes(who);
  const context = await browser.newContext({
    baseURL: url,
    viewport: isOnPhone ? { width: 390, height: 844 } : { width: 1366, height: 900 },
    hasTouch: isOnPhone,
    reducedMotion: 'reduce',
    locale: 'en',
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  await page.goto('/auth/sign-in?return=/');
  await page.locator(`button[name="subject"][value="${who}"]`).click();
  await page.locator('main h1').waitFor();
  return {
    page,
    complaints,
    async photograph(station) {
      const path = join(screenshots, `${nextPicture()}-${who}-${station}.png`);
      mkdirSync(dirname(path), { recursive: true });
      await page.screenshot({ path, fullPage: true });
    },
  };
}
