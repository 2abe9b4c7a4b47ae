import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';

const screenshots = join(import.meta.dirname, '../../../screenshots');

/** Writes a picture of a whole page, or of the screen when a dialog covers it, to a folder that git ignores. */
export async function takePicture(page: Page, name: string): Promise<void> {
  const path = join(screenshots, `${name}.png`);
  mkdirSync(dirname(path), { recursive: true });
  const screen = page.viewportSize();
  const hasDialog = (await page.locator('dialog[open]').count()) > 0;
  if (screen === null || hasDialog) {
    await page.screenshot({ path });
    return;
  }
  // The screen grows to the page: bars fixed to the screen's edge would else stand in the middle of the picture.
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width: screen.width, height: Math.max(screen.height, height) });
  await page.screenshot({ path });
  await page.setViewportSize(screen);
}
