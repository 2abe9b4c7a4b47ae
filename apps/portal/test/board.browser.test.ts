import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { looks, type UnionInBrowser, type Visit } from '@guildhall/browser-testing';
import { startPortal } from './start-portal.js';

let union: UnionInBrowser;
beforeAll(async () => {
  union = await startPortal();
}, 240_000);
afterAll(() => union?.stop());
const visit = (who: string): Promise<Visit> => union.visit('portal', who);

describe('mutual help', () => {
  it('meets the eye in every look without a breach of accessibility or anything too wide', async () => {
    const { page, settle, inspect, inspectDialogs, close } = await union.visit('portal', 'ada', ...looks);
    const faults: string[] = [];
    const look = async (name: string): Promise<void> => {
      await settle();
      faults.push(...(await inspect(name)), ...(await inspectDialogs(name)));
    };
    await page.goto('/board');
    await look('board');
    await page.goto('/board/ask');
    await look('ask');
    await page.goto('/board/mine');
    await look('my-asks');
    for (const [name, status] of [
      ['request-offered', 'Offers wait'],
      ['request-claimed', 'Called done'],
      ['request-expired', 'Nobody found in time'],
    ] as const) {
      await page.goto('/board/mine');
      await page.getByRole('article').filter({ hasText: status }).getByRole('link').first().click();
      await look(name);
    }
    await page.goto('/board/credits');
    await look('credits');
    await page.goto('/board/00000000-0000-7000-8000-000000000000');
    await look('request-missing');
    expect(faults).toEqual([]);
    await close();
  }, 300_000);

  it('keeps on the device what was typed, names what is missing, and refuses marked work with the words it found', async () => {
    const { page, complaints, close } = await visit('omar');
    await page.goto('/board/ask');
    await page.getByLabel('In one line').fill('Carry a wardrobe');
    await page.getByLabel('What would help?').fill('Please write my essay for me by Friday.');
    await page.reload();
    expect(await page.getByLabel('In one line').inputValue()).toBe('Carry a wardrobe');
    await page.getByRole('button', { name: 'Look at it before you post' }).click();
    await page.getByText('Please fill this in.').waitFor();
    await page.getByLabel('Kind of help').selectOption({ label: 'Lift or carry' });
    await page.getByRole('button', { name: 'Look at it before you post' }).click();
    await page.getByRole('listitem').filter({ hasText: 'write my essay for me' }).waitFor();
    await page.getByLabel('What would help?').fill('From the second floor to the van, ten minutes for two.');
    await page.getByRole('button', { name: 'Look at it before you post' }).click();
    await page.getByText('Only you see this.').waitFor();
    await page.getByRole('button', { name: 'Post it' }).click();
    await page.getByRole('main').getByText('Asks for help', { exact: true }).waitFor();
    await page.goto('/board/ask');
    expect(await page.getByLabel('In one line').inputValue()).toBe('');
    expect(complaints).toEqual([]);
    await close();
  }, 120_000);

  it('goes from an offer to a match, and closes again when one side ends it', async () => {
    const helper = await visit('uma');
    await helper.page.goto('/board?kind=LIFT_CARRY');
    await helper.page.getByRole('link', { name: 'Carry a wardrobe' }).click();
    await helper.page.getByRole('button', { name: 'Offer to help' }).click();
    await helper.page.getByLabel('What can you do, and when?').fill('Saturday at ten, I am strong.');
    await helper.page.getByRole('dialog').getByRole('button', { name: 'Offer to help' }).click();
    await helper.page.getByText('You offered').first().waitFor();
    const place = helper.page.url();
    const asker = await visit('omar');
    await asker.page.goto(place);
    await asker.page.getByText('Saturday at ten, I am strong.').waitFor();
    await asker.page.getByRole('button', { name: 'Accept', exact: true }).click();
    await asker.page.getByRole('dialog').getByRole('button', { name: 'Yes, go on' }).click();
    await asker.page.getByRole('heading', { name: 'Who helps' }).waitFor();
    await asker.page.getByText('Reach each other: uma@').waitFor();
    await helper.page.reload();
    await helper.page.getByText('Reach each other: omar@').waitFor();
    await helper.page.getByRole('button', { name: 'End the match' }).click();
    await helper.page.getByRole('dialog').getByRole('button', { name: 'Yes, go on' }).click();
    await helper.page.getByRole('heading', { name: 'Who helps' }).waitFor({ state: 'detached' });
    await asker.page.reload();
    await asker.page.getByRole('main').getByText('Asks for help', { exact: true }).waitFor();
    expect(await asker.page.getByText('Reach each other').count()).toBe(0);
    expect([...asker.complaints, ...helper.complaints]).toEqual([]);
    await asker.close();
    await helper.close();
  }, 120_000);

  it('asks again with one tap, and hands on what was promised once it is confirmed', async () => {
    const { page, complaints, close } = await visit('ada');
    await page.goto('/board/mine');
    await page.getByRole('article').filter({ hasText: 'Nobody found in time' }).getByRole('link').first().click();
    await page.getByRole('button', { name: 'Ask again' }).click();
    await page.getByRole('main').getByText('Asks for help', { exact: true }).waitFor();
    await page.goto('/board/mine');
    await page.getByRole('article').filter({ hasText: 'Called done' }).getByRole('link').first().click();
    await page.getByRole('button', { name: 'Yes, it is done' }).click();
    await page.getByRole('main').getByText('Done', { exact: true }).first().waitFor();
    await page.getByRole('button', { name: 'Say thanks' }).click();
    await page.getByLabel('Your words').fill('You carried the heavy end.');
    await page.getByRole('dialog').getByRole('button', { name: 'Say thanks' }).click();
    await page.getByText('You carried the heavy end.').waitFor();
    await page.goto('/board/credits');
    await page.getByText('1 to Omar Haddad').first().waitFor();
    expect(complaints).toEqual([]);
    await close();
  }, 120_000);
});
