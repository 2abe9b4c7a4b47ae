import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { desktop, looks } from '@guildhall/browser-testing';
import type { Desk } from './start-desk.js';
import { startDesk } from './start-desk.js';

let desk: Desk;
beforeAll(async () => {
  desk = await startDesk();
}, 240_000);
afterAll(() => desk?.stop());

describe('a moderator', () => {
  it('meets what was reported in every look, without a name', async () => {
    const { page, settle, inspect, inspectDialogs, close } = await desk.visit('uma', ...looks);
    await page.goto('/moderation');
    await settle();
    await page.getByRole('heading', { name: 'More placements outside consultancy' }).waitFor();
    expect([...(await inspect('moderation')), ...(await inspectDialogs('moderation'))]).toEqual([]);
    await close();
  }, 240_000);

  it('takes a post down with a reason, and it waits no more', async () => {
    const { page, complaints, close } = await desk.visit('uma', desktop);
    await page.goto('/moderation');
    const post = page.getByRole('article').filter({ hasText: 'More placements outside consultancy' });
    await post.getByRole('button', { name: 'Take it down' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Take it down' }).click();
    await dialog.getByText('Please fill this in.').waitFor();
    await dialog.getByLabel('Why?').fill('It advertises an agency.');
    await dialog.getByRole('button', { name: 'Take it down' }).click();
    await page.getByRole('heading', { name: 'Nothing waits for you' }).waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('is nobody else, who is told so', async () => {
    const { page, close } = await desk.visit('carl', desktop);
    await page.goto('/moderation');
    const told = page.getByRole('heading', { name: 'Not part of your work' });
    await told.waitFor();
    expect(await told.count()).toBe(1);
    await close();
  });
});
