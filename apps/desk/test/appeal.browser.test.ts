import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Desk } from './start-desk.js';
import { startDesk } from './start-desk.js';

let desk: Desk;
beforeAll(async () => {
  desk = await startDesk();
}, 240_000);
afterAll(() => desk?.stop());

describe('an appeal against a suspension', () => {
  it('is lifted with reasons, which the form asks for, and waits no more', async () => {
    const { page, complaints, close } = await desk.visit('sys');
    await page.goto('/register/appeals');
    const appeals = page.locator('main article');
    await appeals.first().waitFor();
    const open = page.locator('main article:has(button)');
    const waiting = await open.count();
    await open.getByRole('button', { name: 'Lift the suspension' }).first().click();
    const dialog = page.getByRole('dialog');
    const lift = dialog.getByRole('button', { name: 'Lift the suspension' });
    await lift.click();
    await dialog.locator('[aria-invalid="true"]').waitFor();
    await dialog.getByLabel('Reasons').fill('The ticket shows that you were in another town.');
    await lift.click();
    await dialog.waitFor({ state: 'hidden' });
    await open.nth(waiting - 1).waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
    await close();
  });
});
