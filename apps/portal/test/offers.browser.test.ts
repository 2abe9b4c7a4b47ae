import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { looks, type UnionInBrowser, type Visit } from '@guildhall/browser-testing';
import { startPortal } from './start-portal.js';
import { planTheatreActivity } from './theatre-activity.js';

let union: UnionInBrowser;
/** The page of the activity where a seat waits for uma's answer. */
let offered: string;
beforeAll(async () => {
  union = await startPortal();
}, 240_000);
afterAll(() => union?.stop());
const visit = (who: string | undefined): Promise<Visit> => union.visit('portal', who, ...looks);

describe('a seat that is offered', () => {
  it('is found at home, and taken with one press while the offer lasts', async () => {
    const { page, complaints, inspect, close } = await visit('uma');
    await page.goto('/');
    await page.getByRole('link', { name: /A place is free for you/ }).click();
    await page.getByText('A place is free and held for you until').waitFor();
    offered = new URL(page.url()).pathname;
    expect(await inspect('offer')).toEqual([]);
    await page.getByRole('button', { name: 'No, thank you' }).click();
    await page.getByRole('dialog').getByText('you leave the waiting list').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('button', { name: 'Take the place' }).click();
    await page.getByText('You have a place').waitFor();
    expect(await inspect('offer-taken')).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });

  it('that ran out is said, and registering again is one press away', async () => {
    const { page, complaints, inspect, close } = await visit('ada');
    await page.goto(offered);
    await page.getByText('The offer ran out').waitFor();
    await page.getByText('You can come back.').waitFor();
    expect(await inspect('offer-over')).toEqual([]);
    await page.getByRole('button', { name: 'Register', exact: true }).click();
    await page.getByText('You have a place').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });
});

describe('two places at the same time', () => {
  it('are asked about with the name of the other, and nothing happens until one says so', async () => {
    const omar = await union.visit('portal', 'omar');
    const [title, afar] = ['Shadow play in the cellar', 75 * 24];
    const one = await planTheatreActivity(omar, { title, fromHours: afar, toHours: afar + 2 });
    const other = await planTheatreActivity(omar, { title: 'Stage make-up', fromHours: afar + 1, toHours: afar + 3 });
    await omar.close();
    const { page, complaints, inspect, close } = await visit('rosa');
    await page.goto(`/activities/${one}`);
    await page.getByRole('button', { name: 'Register', exact: true }).click();
    await page.getByText('You have a place').waitFor();
    await page.goto(`/activities/${other}`);
    await page.getByRole('button', { name: 'Register', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(`“${title}”`).waitFor();
    expect(await inspect('clash')).toEqual([]);
    await dialog.getByRole('button', { name: 'No, keep what I have' }).click();
    await page.getByRole('button', { name: 'Register', exact: true }).click();
    await dialog.getByRole('button', { name: 'Yes, take both' }).click();
    await page.getByText('You have a place').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });
});
