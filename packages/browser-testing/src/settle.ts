import type { Page, Request } from 'playwright-core';

/** Waits until a page has asked all it wants to know: nothing is on its way, and nothing stands in for what is still to come. */
export type Settle = () => Promise<void>;

/** How long a page may take before a test calls it stuck: far above what a busy machine needs. */
const patienceMs = 60_000;

/**
 * Counts the requests of a page from now on; to be called before the page is opened. `hasExamples`: the page shows placeholders for
 * their own sake, so they say nothing.
 */
export function watchRequests(page: Page, hasExamples = false): Settle {
  const underway = new Set<Request>();
  page.on('request', (request) => underway.add(request));
  page.on('requestfinished', (request) => underway.delete(request));
  page.on('requestfailed', (request) => underway.delete(request));
  const isSettled = async (): Promise<boolean> => {
    await page.locator('main h1').waitFor();
    const isDrawn = await page.evaluate(drawTwice);
    return (isDrawn || hasExamples) && underway.size === 0;
  };
  return async () => {
    const deadline = Date.now() + patienceMs;
    while (!(await isSettled())) {
      if (Date.now() > deadline)
        throw new Error(
          `${page.url()} still waits, for ${[...underway].map((request) => request.url()).join(', ') || 'itself'}.`,
        );
    }
  };
}

/** Runs inside the page: after two frames whatever an answer leads to has been asked or drawn. */
async function drawTwice(): Promise<boolean> {
  for (let frame = 0; frame < 2; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
  return document.querySelector('main [aria-busy="true"], main [class*="skeleton"]') === null;
}
