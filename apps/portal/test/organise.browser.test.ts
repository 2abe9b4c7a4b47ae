import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { looks, type UnionInBrowser } from '@guildhall/browser-testing';
import { startPortal } from './start-portal.js';

let union: UnionInBrowser;
beforeAll(async () => {
  union = await startPortal();
}, 240_000);
afterAll(() => union?.stop());

const society = 'Film and Theatre Society';
const evening = 'Ten-minute plays: new writing night';

describe('organising together', () => {
  it('goes from a task over the run sheet to a budget, and shows what waits and what is late', async () => {
    const { page, complaints, close } = await union.visit('portal', 'omar');
    await page.goto('/organising');
    await page.getByText('Choose the six plays').waitFor();
    await page.getByText('Late', { exact: true }).first().waitFor();
    await page.getByRole('link', { name: evening }).first().click();
    await page.getByRole('heading', { name: 'Tasks' }).waitFor();
    await page.getByText('Waits for: Choose the six plays').first().waitFor();
    await page.getByRole('button', { name: 'Plan a task' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Plan a task' }).click();
    await dialog.locator('[aria-invalid="true"]').first().waitFor();
    await dialog.getByLabel('What is to be done').fill('Buy tea and biscuits');
    await dialog.getByRole('button', { name: 'Plan a task' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText('Buy tea and biscuits').first().waitFor();
    await page.getByText('In two places at once').first().waitFor();
    await page.getByText('Hire of the lamps').waitFor();
    await page.getByRole('heading', { name: 'Again and again' }).waitFor();
    await page.getByText('Left out', { exact: true }).waitFor();
    await page.getByRole('link', { name: 'Print the run sheet' }).click();
    await page.getByRole('button', { name: 'Print', exact: true }).waitFor();
    await page.getByText('First three plays').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('is reached from the activity by its people, and is not there for others', async () => {
    const omar = await union.visit('portal', 'omar');
    await omar.page.getByRole('link', { name: society }).click();
    await omar.page.getByRole('link', { name: evening }).click();
    await omar.page.getByRole('link', { name: 'Organise', exact: true }).click();
    await omar.page.getByRole('heading', { name: 'Budget' }).waitFor();
    const place = new URL(omar.page.url()).pathname;
    const rosa = await union.visit('portal', 'rosa');
    await rosa.page.goto(place);
    await rosa.page.getByText('There are no plans here for you').waitFor();
    expect([...omar.complaints, ...rosa.complaints]).toEqual([]);
    await Promise.all([omar.close(), rosa.close()]);
  });

  it('keeps places for some, names what is wrong at its field, and says which languages it is held in', async () => {
    const { page, inspect, complaints, close } = await union.visit('portal', 'omar');
    await page.goto('/organising');
    await page.getByRole('link', { name: evening }).first().click();
    await page.getByText('No places are kept').waitFor();
    await page.getByRole('button', { name: 'Keep places' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('What they are called').fill('First years');
    await dialog.getByLabel('Members of the group').check();
    await dialog.getByLabel('How many places').fill('121');
    await dialog.getByRole('button', { name: 'Keep places' }).click();
    await dialog.locator('input[name="seats"][aria-invalid="true"]').waitFor();
    expect(await dialog.getByLabel('What they are called').inputValue()).toBe('First years');
    await dialog.getByLabel('How many places').fill('30');
    await dialog.getByLabel('Free for everybody from').fill('');
    await dialog.getByRole('button', { name: 'Keep places' }).click();
    await dialog.locator('input[name="mergesAt"][aria-invalid="true"]').waitFor();
    const until = await dialog.getByLabel('Registration until').inputValue();
    await dialog.getByLabel('Free for everybody from').fill(until);
    await dialog.getByRole('button', { name: 'Keep places' }).click();
    await dialog.waitFor({ state: 'hidden' });
    const row = page.getByRole('listitem').filter({ hasText: 'First years' });
    await row.getByText('30 of 30 free').waitFor();
    await row.getByRole('button', { name: 'Change' }).click();
    await dialog.getByLabel('How many places').fill('40');
    await dialog.getByRole('button', { name: 'Change' }).click();
    await row.getByText('40 of 40 free').waitFor();
    await page.getByRole('button', { name: 'Say whom it suits' }).click();
    await dialog.getByLabel('French').check();
    await dialog.getByLabel('Quiet space').check();
    await dialog.getByRole('button', { name: 'Say whom it suits' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText(/French/).waitFor();
    expect(await inspect('kept-places')).toEqual([]);
    await row.getByRole('button', { name: 'Keep no longer' }).click();
    await page.getByText('No places are kept').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('has no page and no dialog with a breach in any look', async () => {
    const visit = await union.visit('portal', 'omar', ...looks);
    const { page, settle } = visit;
    const faults: string[] = [];
    const inspect = async (name: string): Promise<void> => {
      await settle();
      faults.push(...(await visit.inspect(name)), ...(await visit.inspectDialogs(name)));
    };
    await page.goto('/organising');
    await page.getByText('Choose the six plays').waitFor();
    await inspect('organising');
    const place = await page.getByRole('link', { name: evening }).first().getAttribute('href');
    await page.goto(place ?? '');
    await page.locator('h3').first().waitFor();
    await inspect('organise');
    await page.goto((place ?? '').replace('/organise', '/run-sheet'));
    await page.locator('table').waitFor();
    await inspect('run-sheet');
    expect(faults).toEqual([]);
    await visit.close();
  }, 300_000);
});
