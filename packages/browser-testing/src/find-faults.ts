import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** Every breach of WCAG 2.2 A and AA that axe finds, and of its best practices, one line each, and anything wider than the screen. */
export async function findFaults(page: Page): Promise<readonly string[]> {
  const pixelsTooWide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  // Evaluated by the debugger, because the page's own policy rightly lets no such script in.
  await page.evaluate(axe.source);
  const violations = await page.evaluate(async () => {
    const run = (globalThis as unknown as { axe: typeof axe }).axe.run;
    // What lies behind a dialog is inert and was looked at before.
    const shown = document.querySelector('dialog[open]') ?? document;
    return (await run(shown, { resultTypes: ['violations'], preload: false })).violations;
  });
  const breaches = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary ?? ''}`),
  );
  return pixelsTooWide > 0 ? [`wider than the screen by ${pixelsTooWide} pixels`, ...breaches] : breaches;
}
