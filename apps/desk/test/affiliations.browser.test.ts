import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { desktop, looks } from '@guildhall/browser-testing';
import type { Desk } from './start-desk.js';
import { startDesk } from './start-desk.js';

let desk: Desk;
beforeAll(async () => {
  desk = await startDesk();
}, 240_000);
afterAll(() => desk?.stop());

describe('the groups in the union’s care', () => {
  it('are met in every look, with every form', async () => {
    const { page, settle, inspect, inspectDialogs, close } = await desk.visit('uma', ...looks);
    await page.goto('/affiliations');
    await settle();
    await page.getByRole('article').first().waitFor();
    expect([...(await inspect('affiliations')), ...(await inspectDialogs('affiliations'))]).toEqual([]);
    await close();
  }, 300_000);

  it('are asked for changes with a note, and approved', async () => {
    const { page, complaints, close } = await desk.visit('uma', desktop);
    await page.goto('/affiliations');
    const dialog = page.getByRole('dialog');
    const waiting = page.getByRole('article').filter({ has: page.getByRole('button', { name: 'Approve' }) });
    const name = (await waiting.first().getByRole('heading', { level: 3 }).textContent()) ?? '';
    const card = page.getByRole('article').filter({ has: page.getByRole('heading', { name, exact: true }) });
    await card.getByRole('button', { name: 'Ask for changes' }).click();
    await dialog.getByRole('button', { name: 'Ask for changes' }).click();
    await dialog.getByText('Please fill this in.').waitFor();
    await dialog.getByLabel('What the group is to know').fill('Say who keeps the key to the cupboard.');
    await dialog.getByRole('button', { name: 'Ask for changes' }).click();
    await dialog.waitFor({ state: 'detached' });
    await card.getByRole('button', { name: 'Approve' }).waitFor({ state: 'detached' });

    const next = (await waiting.first().getByRole('heading', { level: 3 }).textContent()) ?? '';
    await waiting.first().getByRole('button', { name: 'Approve' }).click();
    await dialog.getByRole('button', { name: 'Yes, go on' }).click();
    await page
      .getByRole('article')
      .filter({ has: page.getByRole('heading', { name: next, exact: true }) })
      .waitFor({ state: 'detached' });
    await page.getByText('Stage Committee of Film and Theatre').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('are nobody else’s, who is told so', async () => {
    const { page, close } = await desk.visit('carl', desktop);
    await page.goto('/affiliations');
    await page.getByRole('heading', { name: 'This page is for the union’s officers' }).waitFor();
    expect(await page.getByRole('article').count()).toBe(0);
    await close();
  });
});
