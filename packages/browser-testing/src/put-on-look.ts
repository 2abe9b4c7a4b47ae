import type { Page } from 'playwright-core';
import type { Look } from './look.js';
import { screens } from './look.js';

/** Gives an open page another look: the screen as a device would, scheme and language as a choice in another tab of the app would. */
export async function putOnLook(page: Page, { scheme, language, device }: Look): Promise<void> {
  await page.setViewportSize(screens[device]);
  await page.evaluate(
    (chosen) => {
      for (const [preference, newValue] of Object.entries(chosen)) {
        const key = `guildhall.${preference}`;
        if (localStorage.getItem(key) === newValue) continue;
        localStorage.setItem(key, newValue);
        dispatchEvent(new StorageEvent('storage', { key, newValue }));
      }
    },
    { scheme, language },
  );
  await page.waitForFunction(
    (chosen) =>
      document.documentElement.lang === chosen.language && document.documentElement.dataset['scheme'] === chosen.scheme,
    { scheme, language },
  );
}
