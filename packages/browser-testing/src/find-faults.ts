import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** Every breach of WCAG 2.2 A and AA that axe finds, and of its best practices, one line each. */
export async function findBreaches(page: Page): Promise<readonly string[]> {
  // Evaluated by the debugger, because the page's own policy rightly lets no such script in.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  const violations = await page.evaluate(async () => {
    const run = (globalThis as unknown as { axe: typeof axe }).axe.run;
    // What lies behind a dialog is inert and was looked at before.
    const shown = document.querySelector('dialog[open]') ?? document;
    return (await run(shown, { resultTypes: ['violations'], preload: false })).violations;
  });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary ?? ''}`),
  );
}

/** Anything wider than the screen, and any key that stands where a word of the language should. */
export function findSlips(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const pixelsTooWide = document.documentElement.scrollWidth - innerWidth;
    const keys = document.body.innerText.match(/(?<![^\s])[a-z]\w+(?:\.[A-Za-z]\w+)+(?![^\s])/g) ?? [];
    return [
      ...(pixelsTooWide > 0 ? [`wider than the screen by ${pixelsTooWide} pixels`] : []),
      ...keys.map((key) => `no word for ${key}`),
    ];
  });
}
