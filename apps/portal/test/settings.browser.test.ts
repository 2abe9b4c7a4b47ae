import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { looks, type UnionInBrowser } from '@guildhall/browser-testing';
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
    await page.getByLabel('Vegan').and(page.locator(':not(:checked)')).waitFor();
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

describe('settings and search in every look', () => {
  it('have no breach of accessibility, no complaint of the browser and nothing too wide', async () => {
    const { page, settle, inspect, inspectDialogs, close } = await union.visit('portal', 'ada', ...looks);
    const faults: string[] = [];
    for (const [name, place] of [
      ['settings', '/settings'],
      ['needs', '/settings/needs'],
      ['consents', '/settings/consents'],
      ['needs-readings', '/settings/readings'],
      ['search-start', '/search'],
      ['search', '/search?q=hill'],
      ['search-none', '/search?q=nothing+is+called+so'],
    ] as const) {
      await page.goto(place);
      await settle();
      faults.push(...(await inspect(name)), ...(await inspectDialogs(name)));
    }
    expect(faults).toEqual([]);
    await close();
  }, 300_000);
});
