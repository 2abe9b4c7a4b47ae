import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { looks, type UnionInBrowser, type Visit } from '@guildhall/browser-testing';
import { startPortal } from './start-portal.js';

let union: UnionInBrowser;
beforeAll(async () => {
  union = await startPortal();
}, 240_000);
afterAll(() => union?.stop());
const visit = (who: string): Promise<Visit> => union.visit('portal', who);

describe('what is kept about oneself', () => {
  it('meets the eye in every look without a breach of accessibility or anything too wide', async () => {
    const { page, settle, inspect, inspectDialogs, close } = await union.visit('portal', 'ada', ...looks);
    const faults: string[] = [];
    for (const name of ['export', 'erasure', 'membership']) {
      await page.goto(`/settings/${name}`);
      await settle();
      faults.push(...(await inspect(`own-${name}`)), ...(await inspectDialogs(`own-${name}`)));
    }
    expect(faults).toEqual([]);
    await close();
  }, 300_000);

  it('is copied by each service, read here, and saved as one file', async () => {
    const { page, complaints, close } = await visit('rosa');
    await page.goto('/settings/export');
    await page.getByRole('button', { name: 'Ask for a copy' }).click();
    await page.getByRole('button', { name: 'Download everything as one ZIP file' }).click({ timeout: 90_000 });
    const link = page.getByRole('link', { name: 'Save the ZIP file' });
    await link.waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    expect(download.suggestedFilename()).toMatch(/^guildhall-.*\.zip$/);
    await page.getByRole('button', { name: 'Activities', exact: true }).click();
    await page.getByRole('heading', { name: 'Where you registered and took part' }).waitFor();
    expect(await page.getByRole('button', { name: 'Ask for a copy' }).count()).toBe(0);
    expect(complaints).toEqual([]);
    await close();
  }, 240_000);

  it('is erased only by whoever types their own name, and a slip keeps what was typed and says where it is', async () => {
    const { page, settle, complaints, close } = await visit('ada');
    await page.goto('/settings/erasure');
    await settle();
    await page.getByRole('button', { name: 'Have me erased' }).click();
    const dialog = page.getByRole('dialog');
    const name = dialog.getByLabel('Your name, exactly as it stands in your profile');
    await name.fill('Somebody Else');
    await dialog.getByRole('button', { name: 'Have me erased' }).click();
    await name.and(page.locator('[aria-invalid="true"]')).waitFor();
    expect(await name.inputValue()).toBe('Somebody Else');
    await page.keyboard.press('Escape');
    await settle();
    expect(await page.getByRole('button', { name: 'Do not erase me' }).count()).toBe(0);
    expect(complaints).toEqual([]);
    await close();
  });

  it('is not offered to be erased while others wait for a decision, and the page says so', async () => {
    const { page, settle, complaints, close } = await visit('rosa');
    await page.goto('/settings/erasure');
    await page.getByText('You are a side of a dispute about help.').waitFor();
    await settle();
    expect(await page.getByRole('button', { name: 'Have me erased' }).count()).toBe(0);
    expect(complaints).toEqual([]);
    await close();
  });
});
