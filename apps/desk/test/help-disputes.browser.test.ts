import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { desktop, looks } from '@guildhall/browser-testing';
import type { Desk } from './start-desk.js';
import { startDesk } from './start-desk.js';

let desk: Desk;
beforeAll(async () => {
  desk = await startDesk();
}, 240_000);
afterAll(() => desk?.stop());

describe('disputes about help', () => {
  it('meet an officer of the union in every look', async () => {
    const { page, settle, inspect, inspectDialogs, close } = await desk.visit('uma', ...looks);
    await page.goto('/help-disputes');
    await settle();
    await page.getByText('Omar Haddad asked').first().waitFor();
    expect([...(await inspect('help-disputes')), ...(await inspectDialogs('help-disputes'))]).toEqual([]);
    await close();
  }, 240_000);

  it('are decided with a reason and wait no more', async () => {
    const { page, complaints, close } = await desk.visit('uma', desktop);
    await page.goto('/help-disputes');
    const dispute = page.getByRole('article').filter({ hasText: 'Omar Haddad asked' });
    await dispute.getByRole('button', { name: 'It was not done' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'It was not done' }).click();
    await dialog.getByText('Please fill this in.').waitFor();
    await dialog.getByLabel('Why?').fill('Both agree that the chairs were not moved.');
    await dialog.getByRole('button', { name: 'It was not done' }).click();
    await dispute.waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
    await close();
  });

  it('are nobody else’s, who is told so', async () => {
    const { page, close } = await desk.visit('carl', desktop);
    await page.goto('/help-disputes');
    const told = page.getByRole('heading', { name: 'Not part of your work' });
    await told.waitFor();
    expect(await told.count()).toBe(1);
    await close();
  });
});
