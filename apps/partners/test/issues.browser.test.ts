import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { UnionInBrowser, Visit } from '@guildhall/browser-testing';
import { desktop, looks, startUnion } from '@guildhall/browser-testing';
import { readSettings, startPlatform } from '@guildhall/standalone';

let union: UnionInBrowser;
beforeAll(async () => {
  union = await startUnion((environment) =>
    startPlatform(readSettings(environment, []), { onProgress: () => undefined }),
  );
}, 240_000);
afterAll(() => union?.stop());

/** An issue that nobody at the department has looked at. */
async function openNew({ page }: Visit): Promise<void> {
  await page.goto('/issues');
  const row = page
    .getByRole('table')
    .getByRole('row')
    .filter({ has: page.getByText('New', { exact: true }) })
    .first();
  await row.getByRole('link').click();
  await page.getByRole('button', { name: 'We have it' }).waitFor();
}

describe('a department to which an issue was raised', () => {
  it('says that it has it and works on it, and drafts what only its lead may publish', async () => {
    const dana = await union.visit('partners', 'dana', desktop);
    const { page, complaints } = dana;
    await openNew(dana);
    await page.getByRole('button', { name: 'We have it' }).click();
    await page.getByRole('button', { name: 'We work on it' }).click();
    await page.getByLabel('Draft').fill('You can stay until July.');
    await page.getByRole('button', { name: 'Keep the draft' }).click();
    await page.getByText('The draft is kept.').waitFor();
    expect(await page.getByRole('button', { name: 'Publish the answer' }).count()).toBe(0);
    const place = page.url();
    expect(complaints).toEqual([]);
    await dana.close();

    const dirk = await union.visit('partners', 'dirk', desktop);
    await dirk.page.goto(place);
    await dirk.page.getByRole('button', { name: 'Publish the answer' }).click();
    const dialog = dirk.page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Publish the answer' }).click();
    await dialog.getByText('Please fill this in.').waitFor();
    expect(await dialog.getByLabel('What the students read').inputValue()).toBe('You can stay until July.');
    await dialog.getByLabel('It is solved').check();
    await dialog.getByRole('button', { name: 'Publish the answer' }).click();
    await dialog.waitFor({ state: 'detached' });
    await dirk.page.getByRole('heading', { name: 'It is solved' }).waitFor();
    expect(dirk.complaints).toEqual([]);
    await dirk.close();
  });
});

describe('in every look the department', () => {
  it('has its issues, one of them with its dialogs, and one that is not there', async () => {
    const { page, settle, inspect, inspectDialogs, close } = await union.visit('partners', 'dirk', ...looks);
    const faults: string[] = [];
    for (const part of ['', '?show=answered']) {
      await page.goto(`/issues${part}`);
      await settle();
      faults.push(...(await inspect(`issues${part === '' ? '' : '-answered'}`)));
      await page.goto((await page.locator('main table a').first().getAttribute('href')) ?? '');
      await settle();
      faults.push(...(await inspect(`issue${part === '' ? '' : '-answered'}`)));
      faults.push(...(await inspectDialogs('issue')));
    }
    await page.goto('/issues/00000000-0000-7000-8000-000000000000');
    await settle();
    faults.push(...(await inspect('issue-missing')));
    expect(faults).toEqual([]);
    await close();
  }, 300_000);
});
