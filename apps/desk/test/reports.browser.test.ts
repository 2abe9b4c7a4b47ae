import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { desktop, looks } from '@guildhall/browser-testing';
import type { Desk } from './start-desk.js';
import { startDesk } from './start-desk.js';

let desk: Desk;
beforeAll(async () => {
  desk = await startDesk();
}, 240_000);
afterAll(() => desk?.stop());

const held = 'has lost all sense';
const appealed = 'Selling my notes';

describe('a moderator of the union', () => {
  it('meets what was reported and what is appealed in every look', async () => {
    const { page, settle, inspect, inspectDialogs, close } = await desk.visit('uma', ...looks);
    await page.goto('/reports');
    await settle();
    for (const words of [held, appealed]) await page.getByRole('article').filter({ hasText: words }).waitFor();
    expect([...(await inspect('reports')), ...(await inspectDialogs('reports'))]).toEqual([]);
    await close();
  }, 240_000);

  it('removes what was held with a reason, and upholds nothing without one', async () => {
    const { page, complaints, close } = await desk.visit('uma', desktop);
    await page.goto('/reports');
    const item = page.getByRole('article').filter({ hasText: held });
    await item.getByText('by members’ reports alone').waitFor();
    await item.getByRole('button', { name: 'Remove', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Remove', exact: true }).click();
    await dialog.getByText('Please fill this in.').waitFor();
    await dialog.getByLabel('Why?').fill('It attacks somebody who can be known by it.');
    await dialog.getByRole('button', { name: 'Remove', exact: true }).click();
    await item.waitFor({ state: 'detached' });
    const appeal = page.getByRole('article').filter({ hasText: appealed });
    await appeal.getByRole('button', { name: 'Show it again' }).click();
    await dialog.getByLabel('Why?').fill('The department published them.');
    await dialog.getByRole('button', { name: 'Show it again' }).click();
    await appeal.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Decided' }).click();
    await page.getByRole('article').filter({ hasText: held }).getByText('It attacks somebody').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('is nobody else, who is told so', async () => {
    const { page, close } = await desk.visit('carl', desktop);
    await page.goto('/reports');
    const told = page.getByRole('heading', { name: 'Not part of your work' });
    await told.waitFor();
    expect(await told.count()).toBe(1);
    await close();
  });
});
