import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { looks, type UnionInBrowser } from '@guildhall/browser-testing';
import { startPortal } from './start-portal.js';

let union: UnionInBrowser;
beforeAll(async () => {
  union = await startPortal();
}, 240_000);
afterAll(() => union?.stop());

describe('the pages of people', () => {
  it('have no breach of accessibility, no complaint of the browser and nothing too wide in any look', async () => {
    const visit = await union.visit('portal', 'ada', ...looks);
    const faults: string[] = [];
    for (const [name, place] of [
      ['people', '/people'],
      ['people-found', '/people/find?search=rosa'],
      ['people-settings', '/settings/people'],
    ] as const) {
      await visit.page.goto(place);
      faults.push(...(await visit.inspect(name)), ...(await visit.inspectDialogs(name)));
    }
    await visit.close();
    expect(faults).toEqual([]);
  }, 300_000);
});

describe('somebody who asks', () => {
  it('is accepted, looked up among the connections, and let go again', async () => {
    const { page, complaints, close } = await union.visit('portal', 'ada');
    await page.goto('/people');
    const asked = page.locator('section', { hasText: 'They ask you' });
    const name = (await asked.getByRole('link').first().textContent())?.slice(1) ?? '';
    await asked.getByRole('button', { name: 'Accept' }).click();
    await asked.waitFor({ state: 'detached' });
    await page.getByRole('searchbox', { name: 'Find among your connections' }).fill(name);
    await page.getByRole('searchbox', { name: 'Find among your connections' }).press('Enter');
    await page.getByRole('link', { name }).first().click();
    await page.getByText('Connected', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'End the connection' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'End the connection' }).click();
    await page.getByText('You are not connected.').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });
});

describe('a block', () => {
  it('is explained before it is set, leaves no name, and is taken back in the settings', async () => {
    const { page, complaints, close } = await union.visit('portal', 'ada');
    await page.goto('/people/find?search=rosa+lindqvist');
    await page.getByRole('link', { name: 'Rosa Lindqvist' }).click();
    await page.getByRole('button', { name: 'Block' }).click();
    await page.getByRole('dialog').getByText('They are not told.').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Block' }).click();
    await page.getByText('You block this person. Rosa Lindqvist').waitFor();
    await page.getByRole('heading', { level: 1, name: 'Member' }).waitFor();
    await page.goto('/people/find?search=rosa+lindqvist');
    await page.getByText('Nobody found').waitFor();
    await page.goto('/settings/people');
    await page.getByText('Rosa Lindqvist').waitFor();
    await page.getByRole('button', { name: 'Unblock' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Unblock' }).click();
    await page.getByText('You block nobody.').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });
});

describe('a request', () => {
  it('keeps what was written when it is too long, waits, and is taken back', async () => {
    const { page, complaints, close } = await union.visit('portal', 'ada');
    await page.goto('/people/find?search=uma+raman');
    await page.getByRole('link', { name: 'Uma Raman' }).click();
    await page.getByRole('button', { name: 'Connect' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('A few words').fill('x'.repeat(301));
    await dialog.getByRole('button', { name: 'Connect' }).click();
    await dialog.getByLabel('A few words').and(page.locator('[aria-invalid="true"]')).waitFor();
    await dialog.getByLabel('A few words').fill('Thank you for the drop-in hour.');
    await dialog.getByRole('button', { name: 'Connect' }).click();
    await page.getByText('You asked; there is no answer yet.').waitFor();
    await page.getByText('Thank you for the drop-in hour.').waitFor();
    await page.getByRole('button', { name: 'Take back' }).click();
    await page.getByText('You are not connected.').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });
});
