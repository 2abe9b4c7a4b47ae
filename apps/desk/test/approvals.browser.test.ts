import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { desktop, looks } from '@guildhall/browser-testing';
import type { Desk } from './start-desk.js';
import { startDesk } from './start-desk.js';

let desk: Desk;
beforeAll(async () => {
  desk = await startDesk();
}, 240_000);
afterAll(() => desk?.stop());

describe('activities and venues at the desk', () => {
  it.each(['approvals', 'venues'])(
    'show %s in every look',
    async (place) => {
      const { page, settle, inspect, close } = await desk.visit('uma', ...looks);
      await page.goto(`/${place}`);
      await settle();
      await page.getByRole('article').first().waitFor();
      expect(await inspect(place)).toEqual([]);
      await close();
    },
    300_000,
  );

  it('are nobody else’s, who is told so', async () => {
    const { page, close } = await desk.visit('carl', desktop);
    await page.goto('/approvals');
    await page.getByRole('heading', { name: 'This page is for the union’s officers' }).waitFor();
    expect(await page.getByRole('article').count()).toBe(0);
    await close();
  });
});
