import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { looks, type UnionInBrowser, type Visit } from '@guildhall/browser-testing';
import { startPortal } from './start-portal.js';

let union: UnionInBrowser;
beforeAll(async () => {
  union = await startPortal();
}, 240_000);
afterAll(() => union?.stop());
const visit = (who: string): Promise<Visit> => union.visit('portal', who);

describe('the record', () => {
  it('meets the eye of a member in every look without a breach of accessibility or anything too wide', async () => {
    const { page, settle, inspect, inspectDialogs, close } = await union.visit('portal', 'ada', ...looks);
    const faults: string[] = [];
    const look = async (name: string): Promise<void> => {
      await settle();
      faults.push(...(await inspect(name)), ...(await inspectDialogs(name)));
    };
    await page.goto('/record');
    await page.getByRole('button', { name: 'Never offer this to others' }).first().waitFor();
    await look('record');
    await page.goto('/record?kind=LED_SESSION');
    await look('record-empty');
    await page.goto('/record/growth');
    await page.getByRole('button', { name: 'Show as a table' }).waitFor();
    await look('growth');
    await page.goto('/record/skills');
    await page.getByRole('heading', { name: 'Leading a team' }).waitFor();
    await look('skills');
    expect(faults).toEqual([]);
    await close();
  }, 300_000);

  it('is narrowed by kind and term, and a piece is kept from ever being offered until it may be again', async () => {
    const { page, complaints, close } = await visit('ada');
    await page.goto('/record');
    await page.getByLabel('What it shows').selectOption('Took part');
    await page.waitForURL(/kind=ATTENDANCE/);
    const first = page.getByRole('main').getByRole('listitem').filter({ hasText: 'Took part' }).first();
    await first.getByRole('button', { name: 'Never offer this to others' }).click();
    await first.getByText('Never offered to others', { exact: true }).waitFor();
    await page.reload();
    await first.getByText('Never offered to others', { exact: true }).waitFor();
    await first.getByRole('button', { name: 'Let me offer it again' }).click();
    await first.getByText('Never offered to others', { exact: true }).waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
    await close();
  }, 120_000);

  it('shows growth as marks and as a table, in Chinese as well', async () => {
    const { page, complaints, close } = await visit('omar');
    await page.goto('/record');
    await page.getByRole('link', { name: 'Growth', exact: true }).click();
    await page.getByRole('button', { name: 'Show as a table' }).click();
    await page.getByRole('table', { name: 'Your terms' }).getByRole('columnheader', { name: 'Led' }).waitFor();
    await page.getByText('Skills this shows').first().waitFor();
    expect(complaints).toEqual([]);
    await close();
  }, 120_000);
});

describe('the mapping of skills', () => {
  it('is changed by one person and confirmed by another, with what is missing said at its field', async () => {
    const uma = await visit('uma');
    await uma.page.goto('/record/skills');
    await uma.page.getByRole('button', { name: 'Propose a skill', exact: true }).click();
    const dialog = uma.page.getByRole('dialog');
    await dialog.getByLabel('Name in English').fill('Running meetings');
    await dialog.getByRole('button', { name: 'Propose a skill', exact: true }).click();
    await dialog.getByText('Please fill this in.').first().waitFor();
    expect(await dialog.getByLabel('Name in English').inputValue()).toBe('Running meetings');
    await dialog.getByLabel('Short name for addresses').fill('running-meetings');
    await dialog.getByLabel('Name in Chinese').fill('主持会议');
    await dialog.getByLabel('What it is, in English').fill('Opens, keeps to the time and closes a meeting.');
    await dialog.getByLabel('What it is, in Chinese').fill('开场、守时并总结会议。');
    await dialog.getByLabel('Led an activity: Meeting').check();
    await dialog.getByRole('button', { name: 'Propose a skill', exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
    const proposed = uma.page.getByRole('region', { name: 'Running meetings' });
    await proposed.getByRole('button', { name: 'Take it back' }).waitFor();
    expect(await proposed.getByRole('button', { name: 'Confirm' }).count()).toBe(0);
    expect(uma.complaints).toEqual([]);
    await uma.close();

    const sylvie = await visit('sys');
    await sylvie.page.goto('/record/skills');
    await sylvie.page
      .getByRole('region', { name: 'Running meetings' })
      .getByRole('button', { name: 'Confirm' })
      .click();
    await sylvie.page.getByRole('heading', { name: 'Running meetings', level: 2 }).waitFor();
    expect(sylvie.complaints).toEqual([]);
    await sylvie.close();
  }, 120_000);
});
