import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { UnionInBrowser } from '@guildhall/browser-testing';
import { startPortal } from './start-portal.js';

/** The open rehearsal of the demo theatre. */
const tonight = '018cc251-f400-7a4d-97f2-7196c5cf9b2b';
let union: UnionInBrowser;
beforeAll(async () => {
  union = await startPortal();
}, 240_000);
afterAll(() => union?.stop());

describe('strikes', () => {
  it('stand with what for, what became of an appeal, and what they do', async () => {
    const { page, complaints, close } = await union.visit('portal', 'ada');
    await page.goto('/settings/strikes');
    const cafe = page.locator('article', { hasText: 'Language café' });
    await page.locator('article', { hasText: 'Sunrise walk' }).getByText('Appeal won').waitFor();
    await cafe.getByText('Given back late').waitFor();
    await page.getByText('They change nothing for you.').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });
});

describe('questions', () => {
  it('are asked and answered at an activity, and a broken one is told at its field', async () => {
    const { page, complaints, close } = await union.visit('portal', 'omar');
    await page.goto(`/activities/${tonight}/questions`);
    await page.getByText('In which language do you want to read?').first().waitFor();
    await page.getByRole('button', { name: 'Add a question' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Add a question' }).click();
    await dialog.getByLabel('Question', { exact: true }).and(page.locator('[aria-invalid="true"]')).waitFor();
    await dialog.getByLabel('Question', { exact: true }).fill('What do you bring to eat?');
    await dialog.getByRole('button', { name: 'Add a question' }).click();
    await page.getByText('What do you bring to eat?').first().waitFor();
    await page.goto(`/activities/${tonight}`);
    await page.getByRole('heading', { name: 'Who comes' }).waitFor();
    await page.getByText(/This room fails \d+ pe/).waitFor();
    expect(complaints).toEqual([]);
    await close();
  });
});
