import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';

const screenshots = join(import.meta.dirname, '../../../screenshots');

/** A page and a line to its browser. Opened once for each page: to close it would bring a page back that is offline. */
export type Camera = { readonly page: Page; readonly line: CDPSession };

/**
 * Writes a picture of a whole page, or of the screen when a dialog covers it, to a folder that git ignores. The screen may be as high as
 * the page afterwards.
 */
export async function takePicture({ page, line }: Camera, name: string): Promise<void> {
  const path = join(screenshots, `${name}.png`);
  mkdirSync(dirname(path), { recursive: true });
  const screen = page.viewportSize();
  const height = await page.evaluate(() =>
    document.querySelector('dialog[open]') ? 0 : document.documentElement.scrollHeight,
  );
  // The screen grows to the page: bars fixed to the screen's edge would else stand in the middle of the picture.
  if (screen !== null && height > screen.height) await page.setViewportSize({ width: screen.width, height });
  // Asked of the browser itself: what waits for fonts, hides the caret and waits again takes three times as long.
  const { data } = await line.send('Page.captureScreenshot', { format: 'png', optimizeForSpeed: true });
  writeFileSync(path, data, 'base64');
}
