import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { looks, type UnionInBrowser, type Visit } from '@guildhall/browser-testing';
import { startPortal } from './start-portal.js';

let union: UnionInBrowser;
beforeAll(async () => {
  union = await startPortal();
}, 240_000);
afterAll(() => union?.stop());
const visit = (who: string): Promise<Visit> => union.visit('portal', who);

describe('the library', () => {
  it('meets the eye of a reader in every look without a breach of accessibility or anything too wide', async () => {
    const { page, settle, inspect, inspectDialogs, close } = await union.visit('portal', 'ada', ...looks);
    const faults: string[] = [];
    const look = async (name: string): Promise<void> => {
      await settle();
      faults.push(...(await inspect(name)), ...(await inspectDialogs(name)));
    };
    await page.goto('/library');
    await page.getByRole('article').first().waitFor();
    await look('library');
    await page.goto('/library?search=revision');
    await page.getByRole('article').first().getByRole('link').click();
    await page.locator('a[href^="/library/"]').first().waitFor();
    await look('library-resource');
    await page.goto('/library/write');
    await look('library-write');
    await page.goto('/library/mine');
    await look('library-mine');
    await page.goto('/library/collections');
    await look('library-collections');
    await page.locator('a[href^="/library/collections/"]').first().click();
    await look('library-collection');
    await page.goto('/library/00000000-0000-7000-8000-000000000000');
    await look('library-missing');
    expect(faults).toEqual([]);
    await close();
  }, 300_000);

  it('meets the eye of a reviewer in every look', async () => {
    const { page, settle, inspect, inspectDialogs, close } = await union.visit('portal', 'rosa', ...looks);
    const faults: string[] = [];
    const look = async (name: string): Promise<void> => {
      await settle();
      faults.push(...(await inspect(name)), ...(await inspectDialogs(name)));
    };
    await page.goto('/library/review');
    await page.locator('ul a[href^="/library/"]').first().waitFor();
    await look('library-review');
    await page.locator('ul a[href^="/library/"]').first().click();
    await page.locator('main').getByRole('button').first().waitFor();
    await look('library-review-resource');
    expect(faults).toEqual([]);
    await close();
  }, 300_000);

  it('takes what a member writes through a review by somebody else, and shows what a new version changed', async () => {
    const title = 'Spaced practice for quantum exams';
    const ada = await visit('ada');
    await ada.page.goto('/library/write');
    await ada.page.getByLabel('Title').fill(title);
    await ada.page.getByLabel('What it offers').fill('A plan for the last three weeks.');
    // Whatever happens to the page, nothing that was typed is lost.
    await ada.page.reload();
    await ada.page.getByText('What you typed before and did not save is here again.').waitFor();
    expect(await ada.page.getByLabel('Title').inputValue()).toBe(title);
    await ada.page.getByRole('button', { name: 'Save', exact: true }).click();
    await ada.page.getByText('Please fill this in.').first().waitFor();
    await ada.page.getByLabel('Kind').selectOption({ label: 'Guide' });
    await ada.page.getByLabel('Text', { exact: false }).last().fill('Test yourself every second day.');
    await ada.page.getByLabel('Language').selectOption({ label: 'English' });
    await ada.page.getByLabel('Subject').fill('Physics');
    await ada.page.getByLabel('Tags').fill('exams, revision');
    await ada.page.getByLabel('CC BY 4.0').check();
    await ada.page.getByRole('button', { name: 'Save', exact: true }).click();
    await ada.page.getByRole('heading', { name: title }).waitFor();
    await ada.page.getByRole('button', { name: 'Give it to the reviewers' }).click();
    await ada.page.getByText('waits for somebody else to review it').waitFor();
    const place = new URL(ada.page.url()).pathname;

    const rosa = await visit('rosa');
    await rosa.page.goto('/library/review');
    await rosa.page.getByRole('link', { name: title }).click();
    await rosa.page.getByRole('button', { name: 'Give it back' }).click();
    await rosa.page.getByRole('dialog').getByLabel('What is to change').fill('Say for how many weeks.');
    await rosa.page.getByRole('dialog').getByRole('button', { name: 'Give it back' }).click();
    await rosa.page.getByText('This resource is not here').waitFor();

    await ada.page.reload();
    await ada.page.getByText('Say for how many weeks.').waitFor();
    await ada.page.getByRole('link', { name: 'Edit', exact: true }).click();
    await ada.page.getByLabel('Text', { exact: false }).last().fill('Test yourself every second day for three weeks.');
    await ada.page.getByRole('button', { name: 'Save', exact: true }).click();
    await ada.page.getByRole('button', { name: 'Give it to the reviewers' }).click();
    await ada.page.getByText('waits for somebody else to review it').waitFor();
    await rosa.page.goto(place);
    await rosa.page.getByRole('button', { name: 'Publish', exact: true }).click();
    await rosa.page.getByRole('heading', { name: 'How useful it was' }).waitFor();

    await ada.page.reload();
    await ada.page.getByRole('button', { name: 'Begin a new version' }).click();
    await ada.page.getByRole('link', { name: 'Edit', exact: true }).click();
    await ada.page.getByLabel('Text', { exact: false }).last().fill('Test yourself every third day for three weeks.');
    await ada.page.getByLabel('What is new').fill('Less often.');
    await ada.page.getByRole('button', { name: 'Save', exact: true }).click();
    await ada.page.getByText('every second day for three weeks').waitFor();
    await ada.page.getByRole('button', { name: 'Give it to the reviewers' }).click();
    await ada.page.getByText('waits for somebody else to review it').waitFor();
    await rosa.page.goto(place);
    await rosa.page.locator('ins').getByText('third').waitFor();
    await rosa.page.getByRole('button', { name: 'Publish', exact: true }).click();
    await rosa.page.getByText('every third day for three weeks').waitFor();
    expect([...ada.complaints, ...rosa.complaints]).toEqual([]);
    await ada.close();
    await rosa.close();
  }, 240_000);

  it('lets a reader narrow it, rate, report and keep what they found', async () => {
    const { page, complaints, close } = await visit('ada');
    await page.goto('/library');
    await page.getByLabel('Language').selectOption({ index: 2 });
    await page.waitForURL(/language=/);
    await page.goto('/library?search=tenancy');
    await page.getByRole('article').first().getByRole('link').click();
    await page.getByRole('button', { name: 'Rate it' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('4 stars').check();
    await dialog.getByLabel('The main reason').selectOption({ label: 'It helped' });
    await dialog.getByRole('button', { name: 'Rate it' }).click();
    await page.getByText('You gave 4 stars:').waitFor();
    await page.getByRole('button', { name: 'Keep in a collection' }).click();
    await dialog.getByRole('button', { name: 'Keep in a collection' }).click();
    await page.getByText('It is in your collection.').waitFor();
    await page.getByRole('button', { name: 'Report it' }).click();
    await dialog.getByLabel('What is wrong').selectOption({ label: 'Something else' });
    await dialog.getByRole('button', { name: 'Report it' }).click();
    await dialog.getByText('Please fill this in.').waitFor();
    await dialog.getByLabel('In your words').fill('The address of the advice service has changed.');
    await dialog.getByRole('button', { name: 'Report it' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.goto('/library/collections');
    await page.getByRole('link', { name: 'For my exams' }).click();
    await page.getByRole('button', { name: 'Move up', exact: true }).last().click();
    await page.getByRole('button', { name: 'Take out', exact: true }).first().waitFor();
    expect(complaints).toEqual([]);
    await close();
  }, 120_000);
});
