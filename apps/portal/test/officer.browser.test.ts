import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page, UnionInBrowser, Visit } from '@guildhall/browser-testing';
import { startPortal } from './start-portal.js';

let union: UnionInBrowser;
beforeAll(async () => {
  union = await startPortal();
}, 240_000);
afterAll(() => union?.stop());
const visit = (who: string): Promise<Visit> => union.visit('portal', who);

const society = 'Film and Theatre Society';

async function draft(page: Page, title: string): Promise<void> {
  await page.getByRole('link', { name: society }).click();
  await page.getByRole('link', { name: 'Plan an activity' }).click();
  await page.getByLabel('Title').fill(title);
  await page.getByLabel('What happens').fill('Six voices, one microphone, tea afterwards.');
  await page.getByLabel('Place', { exact: true }).fill('Chapel Hall');
}

describe('an officer with a plan', () => {
  it('drafts it, changes it, submits it, and a small one stands among those that are on', async () => {
    const { page, complaints, close } = await visit('omar');
    await draft(page, 'Reading of a radio play');
    await page.getByRole('button', { name: 'Save the draft' }).click();
    await page.getByText('Draft', { exact: true }).waitFor();
    await page.getByRole('link', { name: 'Change the plan' }).click();
    await page.getByLabel('Title').fill('Reading of a new radio play');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('heading', { name: 'Reading of a new radio play' }).waitFor();
    await page.getByRole('button', { name: 'Submit' }).click();
    await page.getByText('Registration not open yet').first().waitFor();
    await page.goto('/activities?search=radio');
    await page.getByRole('link', { name: 'Reading of a new radio play' }).waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('is told beside the field what a plan lacks', async () => {
    const { page, close } = await visit('omar');
    await draft(page, '');
    await page.getByRole('button', { name: 'Save the draft' }).click();
    const title = page.getByLabel('Title');
    await page.locator('[aria-invalid="true"]').first().waitFor();
    expect(await title.getAttribute('aria-invalid')).toBe('true');
    await close();
  });

  it('that needs care hands it to the union, whose officer approves it, and publishes it', async () => {
    const omar = await visit('omar');
    await draft(omar.page, 'Silent film on the river bank');
    await omar.page.getByLabel('It is off the campus').check();
    await omar.page.getByRole('button', { name: 'Save the draft' }).click();
    await omar.page.getByRole('button', { name: 'Submit' }).click();
    await omar.page.getByText('Waits for approval').waitFor();
    expect(await omar.page.getByRole('button', { name: 'Approve' }).count()).toBe(0);

    const uma = await visit('uma');
    await uma.page.getByRole('link', { name: 'Plans to approve' }).click();
    await uma.page.getByRole('link', { name: 'Silent film on the river bank' }).click();
    await uma.page.getByRole('button', { name: 'Approve' }).click();
    await uma.page.getByText('Approved', { exact: true }).first().waitFor();

    await omar.page.reload();
    await omar.page.getByRole('button', { name: 'Publish' }).click();
    await omar.page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
    await omar.page.getByText('Registration not open yet').first().waitFor();
    expect([...omar.complaints, ...uma.complaints]).toEqual([]);
    await Promise.all([omar.close(), uma.close()]);
  });
});

describe('an officer after an activity', () => {
  it('finds it among what its group did recently, and corrects with a reason who was there', async () => {
    const { page, complaints, close } = await visit('omar');
    await page.getByRole('link', { name: society }).click();
    await page.getByRole('link', { name: 'Improvised theatre night' }).click();
    await page.getByRole('link', { name: 'List at the door' }).click();
    const row = page.getByRole('listitem').filter({ hasText: 'Ada Okafor' });
    await row.getByRole('button', { name: 'Was not there' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Reason').fill('She told us that she had gone home before.');
    await dialog.getByRole('button', { name: 'Was not there' }).click();
    await row.getByText('Did not come').waitFor();
    await row.getByRole('button', { name: 'Was there after all' }).waitFor();
    expect(complaints).toEqual([]);
    await close();
  });
});
