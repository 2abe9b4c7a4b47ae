import type { Browser, BrowserContext, Page } from 'playwright-core';
import { inspectLooks } from './inspect.js';
import type { Look } from './look.js';
import { phone, screens } from './look.js';
import { watchRequests } from './settle.js';

/** How long a click or a look may take before a test calls the page stuck: far above what a busy machine needs. */
const patienceMs = 60_000;

/** Which app is opened, where, by whom and how. */
export type VisitOptions = {
  readonly browser: Browser;
  /** The folder of its pictures below `screenshots`. */
  readonly app: string;
  readonly url: string;
  readonly graphUrl: string;
  /** The subject of a demo person; nobody in particular without one. */
  readonly who?: string;
  /** The looks in which its pages are inspected; it is used in the first. */
  readonly looks: readonly Look[];
  /** The app shows placeholders for their own sake, so they do not mean that something is still to come. */
  readonly hasExamples?: boolean;
};

/** A person with an app in a browser of their own, and everything the browser complained about. */
export type Visit = {
  readonly page: Page;
  readonly complaints: readonly string[];
  /** Waits until the page has asked all it wants to know. */
  settle(): Promise<void>;
  /** Settles, takes a picture in each look of the visit, and answers what is wrong with the page: an empty list when nothing is. */
  inspect(name: string): Promise<readonly string[]>;
  /** Opens every dialog of the page in turn, inspects it and closes it; one for each button with words of its own. */
  inspectDialogs(name: string): Promise<readonly string[]>;
  /** Sends an operation as the person who is signed in, for what another app would do. */
  askGraph(query: string, variables?: Readonly<Record<string, unknown>>): Promise<unknown>;
  close(): Promise<void>;
};

/** Opens an app and signs in as a newcomer does: by choosing a demo person on the page of the provider. */
export async function openVisit(options: VisitOptions): Promise<Visit> {
  const { app, looks, graphUrl, who } = options;
  const context = await openContext(options);
  const page = await context.newPage();
  const camera = { page, line: await context.newCDPSession(page) };
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  const settle = watchRequests(page, options.hasExamples);
  if (who !== undefined) await signIn(page, who);
  const inspect = async (name: string): Promise<readonly string[]> => {
    await settle();
    const faults = await inspectLooks({ camera, looks, name: `${app}/${name}`, settle });
    return [...faults, ...complaints].map((fault) => `${name}: ${fault}`);
  };
  return {
    page,
    complaints,
    settle,
    inspect,
    inspectDialogs: (name) => eachDialog(page, (count) => inspect(`${name}-dialog-${count}`)),
    askGraph: (query, variables = {}) => askGraph(page, { graphUrl, body: JSON.stringify({ query, variables }) }),
    close: () => context.close(),
  };
}

async function openContext({ browser, url, looks: [look = phone] }: VisitOptions): Promise<BrowserContext> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: screens[look.device],
    hasTouch: look.device === 'phone',
    reducedMotion: 'reduce',
    // The browser itself writes the dates in fields.
    locale: look.language === 'en' ? 'en-GB' : look.language,
  });
  context.setDefaultTimeout(patienceMs);
  await context.addInitScript(
    (chosen) => {
      localStorage.setItem('guildhall.scheme', chosen.scheme);
      localStorage.setItem('guildhall.language', chosen.language);
    },
    { scheme: look.scheme, language: look.language },
  );
  return context;
}

async function eachDialog(
  page: Page,
  inspect: (count: number) => Promise<readonly string[]>,
): Promise<readonly string[]> {
  const buttons = page.locator('main button[aria-haspopup="dialog"]');
  const words = await buttons.allInnerTexts();
  const faults: string[] = [];
  for (const [count, word] of [...new Set(words)].entries()) {
    await buttons.nth(words.indexOf(word)).click();
    await page.locator('dialog[open]').waitFor();
    faults.push(...(await inspect(count + 1)));
    await page.keyboard.press('Escape');
    await page.locator('dialog[open]').waitFor({ state: 'hidden' });
  }
  return faults;
}

async function signIn(page: Page, who: string): Promise<void> {
  await page.goto('/auth/sign-in?return=/');
  await page.locator(`button[name="subject"][value="${who}"]`).click();
  await page.locator('main h1').waitFor();
}

async function askGraph(page: Page, { graphUrl, body }: { graphUrl: string; body: string }): Promise<unknown> {
  const token = await page.evaluate(async () => {
    const response = await fetch('/auth/token', { method: 'POST', headers: { 'x-guildhall-session': '1' } });
    const answer: unknown = await response.json();
    return typeof answer === 'object' && answer !== null && 'accessToken' in answer ? answer.accessToken : undefined;
  });
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${String(token)}` };
  const response = await fetch(graphUrl, { method: 'POST', headers, body });
  return response.json();
}
