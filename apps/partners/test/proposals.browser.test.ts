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

/** Opens the proposal with this title. */
async function open({ page, settle }: Visit, title: string): Promise<void> {
  await page.goto('/proposals');
  await settle();
  // Chance may give another proposal the same title; the one that is known here stands first.
  await page.getByRole('link', { name: title }).first().click();
  await settle();
}

describe('a department that a proposal was handed to', () => {
  it('says that it has it, drafts in private, and publishes through its lead', async () => {
    const dana = await union.visit('partners', 'dana', desktop);
    const { page } = dana;
    await open(dana, '延长湖畔校区热水供应时间');
    await page.getByRole('button', { name: 'We have it' }).click();
    await page.getByRole('button', { name: 'Keep a draft' }).click();
    const draft = page.getByRole('dialog');
    await draft.getByLabel('Declined').check();
    await draft.getByLabel('Answer in plain words').fill('The boilers cannot do it.');
    await draft.getByRole('button', { name: 'Keep a draft' }).click();
    await draft.getByText('Please fill this in.').first().waitFor();
    await draft.getByLabel('Why not').fill('They are forty years old.');
    await draft.getByLabel('Who could decide otherwise').fill('The estates committee');
    await draft.getByRole('button', { name: 'Keep a draft' }).click();
    await page.getByText('Draft of Student Housing').waitFor();
    expect(await page.getByRole('button', { name: 'Publish the answer' }).count()).toBe(0);
    const place = page.url();
    expect(dana.complaints).toEqual([]);
    await dana.close();

    const dirk = await union.visit('partners', 'dirk', desktop);
    await dirk.page.goto(place);
    await dirk.page.getByRole('button', { name: 'Publish the answer' }).click();
    const dialog = dirk.page.getByRole('dialog');
    expect(await dialog.getByLabel('Who could decide otherwise').inputValue()).toBe('The estates committee');
    await dialog.getByRole('button', { name: 'Publish the answer' }).click();
    await dialog.waitFor({ state: 'detached' });
    await dirk.page.getByText('Draft of Student Housing').waitFor({ state: 'detached' });
    await dirk.page.getByText('The boilers cannot do it.').waitFor();
    expect(dirk.complaints).toEqual([]);
    await dirk.close();
  });
});

describe('in every look the department', () => {
  it('has its proposals, what it owes and promised, and its own clock', async () => {
    const visit = await union.visit('partners', 'dirk', ...looks);
    const { page, settle, inspect, inspectDialogs, close } = visit;
    const faults: string[] = [];
    await page.goto('/proposals');
    await settle();
    faults.push(...(await inspect('proposals')));
    for (const [name, title] of [
      ['proposal-with-draft', 'Repair reports with a date for Lakeside'],
      ['proposal-reopened', '延长艺术楼热水供应时间'],
      ['proposal-in-delivery', 'Repair reports with a date for the Science Quarter'],
    ] as const) {
      await open(visit, title);
      faults.push(...(await inspect(name)), ...(await inspectDialogs(name)));
    }
    await page.goto('/promise');
    await settle();
    faults.push(...(await inspect('our-promise')));
    expect(faults).toEqual([]);
    await close();
  }, 300_000);
});
