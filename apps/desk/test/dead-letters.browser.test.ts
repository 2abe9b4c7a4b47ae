import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { breakLearning, mendLearning, unfitEvent } from './poison.js';
import type { Desk } from './start-desk.js';
import { startDesk } from './start-desk.js';

let desk: Desk;
beforeAll(async () => {
  desk = await startDesk();
}, 240_000);
afterAll(() => desk?.stop());

describe('the administrator', () => {
  it('is told that every event has arrived, and when one has not', async () => {
    const { page, complaints, close } = await desk.visit('sys');
    await page.getByRole('link', { name: 'Dead letters' }).click();
    await page.getByRole('heading', { name: 'Every event has arrived' }).waitFor();
    await breakLearning(desk);
    await page.reload();
    const letter = page.locator('article', { hasText: 'AppointmentStarted' });
    await letter.getByText('From Membership to Learning').waitFor();
    await letter.getByText('Tried 8 times').waitFor();
    expect(await page.locator('main').innerText()).not.toContain('milo');

    // Tried again too early, it fails again; with the cause mended it arrives.
    await letter.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { name: 'Every event has arrived' }).waitFor();
    await mendLearning(desk);
    expect(complaints).toEqual([]);
    await close();
  });

  it('gives an event up after being asked twice, and what waited behind it goes on', async () => {
    await unfitEvent(desk);
    const { page, complaints, close } = await desk.visit('sys');
    await page.goto('/dead-letters');
    const letters = page.locator('article', { hasText: 'MemberStatusChanged' });
    await letters.nth(2).waitFor();
    const ofLearning = letters.filter({ hasText: 'to Learning' });
    const dialog = page.getByRole('dialog');
    await ofLearning.getByRole('button', { name: 'Give up' }).click();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    expect(await letters.count()).toBe(3);
    await ofLearning.getByRole('button', { name: 'Give up' }).click();
    await dialog.getByRole('button', { name: 'Give it up' }).click();
    await ofLearning.waitFor({ state: 'detached' });
    expect(await letters.count()).toBe(2);
    expect(complaints).toEqual([]);
    await close();
  });

  it('sees the other services while one does not answer, and that a part is missing', async () => {
    const { page, close } = await desk.visit('sys');
    await desk.tamper('learning', 'alter table inbox_event rename to inbox_event_away');
    await page.goto('/dead-letters');
    await page.getByText('A part of this page could not be loaded.').waitFor();
    await page.locator('article', { hasText: 'to Activities' }).waitFor();
    expect(await page.locator('article', { hasText: 'to Learning' }).count()).toBe(0);
    await desk.tamper('learning', 'alter table inbox_event_away rename to inbox_event');
    await page.getByRole('main').getByRole('button', { name: 'Try again' }).first().click();
    await page.getByText('A part of this page could not be loaded.').waitFor({ state: 'detached' });
    await close();
  });

  it.each(['carl', 'amira'])('is alone with it: %s is shown none', async (who) => {
    const { page, close } = await desk.visit(who);
    await page.goto('/dead-letters');
    await page.getByRole('heading', { name: 'This page is not part of your work' }).waitFor();
    expect(await page.locator('main article').count()).toBe(0);
    await close();
  });
});
