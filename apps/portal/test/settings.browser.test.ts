import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { UnionInBrowser } from '@guildhall/browser-testing';
import { startPortal } from './start-portal.js';

let union: UnionInBrowser;
beforeAll(async () => {
  union = await startPortal();
}, 240_000);
afterAll(() => union?.stop());

describe('what a member needs', () => {
  it('is written once, shared for a while, taken back, and erased', async () => {
    const { page, complaints, close } = await union.visit('portal', 'uma');
    await page.goto('/settings');
    await page.getByRole('link', { name: 'What I need', exact: true }).click();
    await page.getByLabel('Vegan').check();
    await page.getByLabel('A few words on food').fill('x'.repeat(201));
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByLabel('A few words on food').and(page.locator('[aria-invalid="true"]')).waitFor();
    expect(await page.getByLabel('Vegan').isChecked()).toBe(true);
    await page.getByLabel('A few words on food').fill('No peppers, please.');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved. Nobody reads it until you allow it.').waitFor();

    await page.goto('/settings/consents');
    await page.getByRole('button', { name: 'Share what I need' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Share what I need' }).click();
    await dialog.getByLabel('Which group').and(page.locator('[aria-invalid="true"]')).waitFor();
    await dialog.getByLabel('Which group').selectOption({ label: 'Hillwalking Club' });
    await dialog.getByRole('button', { name: 'Share what I need' }).click();
    const card = page.locator('article', { hasText: 'Hillwalking Club' });
    await card.getByText('Shared now').waitFor();
    await card.getByRole('button', { name: 'Stop sharing' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Stop sharing' }).click();
    await card.getByText('Ended by you').waitFor();

    await page.goto('/settings/needs');
    await page.getByRole('button', { name: 'Erase it' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Erase it' }).click();
    await page.getByText('Erased.').waitFor();
    expect(await page.getByLabel('Vegan').isChecked()).toBe(false);
    expect(complaints).toEqual([]);
    await close();
  });

  it('that somebody read stands in a list, with who and for which group', async () => {
    const { page, complaints, close } = await union.visit('portal', 'ada');
    await page.goto('/settings/readings');
    await page.getByText('Hillwalking Club').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });
});

describe('search', () => {
  it('answers as one types, says why, keeps one kind, and is walked through with the arrows', async () => {
    const { page, complaints, close } = await union.visit('portal', 'ada');
    await page.goto('/search');
    await page.getByLabel('What are you looking for?').pressSequentially('hillwal');
    await page.getByRole('link', { name: 'Hillwalking Club' }).waitFor();
    await page.getByText('Found in: name').first().waitFor();
    await page.getByLabel('What are you looking for?').press('ArrowDown');
    expect(
      await page
        .locator('[data-hits] a')
        .first()
        .evaluate((link) => link === link.ownerDocument.activeElement),
    ).toBe(true);
    await page.getByRole('button', { name: 'People' }).click();
    await page.waitForURL(/kind=PERSON/);
    await page.getByLabel('What are you looking for?').fill('omar haddad');
    await page.getByRole('link', { name: 'Omar Haddad' }).waitFor();
    await page.getByLabel('What are you looking for?').fill('qqzzxx');
    await page.getByText('Nothing fits “qqzzxx”').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });
});
