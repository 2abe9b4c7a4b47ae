import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { UnionInBrowser, Visit } from '@guildhall/browser-testing';
import { startPortal } from './start-portal.js';

let union: UnionInBrowser;
beforeAll(async () => {
  union = await startPortal();
}, 240_000);
afterAll(() => union?.stop());
const visit = (who?: string): Promise<Visit> => union.visit('portal', who);

describe('somebody who does not want to say who they are', () => {
  it('opens a case, keeps its code, and comes back with it to read and write', async () => {
    const { page, complaints, inspect, close } = await visit();
    await page.goto('/help');
    await page.getByRole('link', { name: 'Ask without a name' }).click();
    await page.getByLabel('Without my name').check();
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.getByLabel('A complaint').check();
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.getByLabel('What happened?').fill('The same person is unfair to all of us, week after week.');
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.getByText('At the end you get a code').waitFor();
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.getByText('week after week').waitFor();
    expect(await inspect('intake-check')).toEqual([]);
    await page.getByRole('button', { name: 'Open the case' }).click();
    const code = (await page.locator('code').textContent()) ?? '';
    expect(code).toMatch(/^([0-9A-Z]{5}-){3}[0-9A-Z]{5}$/);
    expect(await inspect('receipt-code')).toEqual([]);
    await page.getByRole('link', { name: 'To the case' }).click();
    await page.getByLabel('Receipt code').fill(code.toLowerCase().replaceAll('-', ' '));
    await page.getByRole('button', { name: 'Show the case' }).click();
    await page.getByText('week after week').waitFor();
    await page.getByLabel('Your message').fill('There are four of us.');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByRole('listitem').filter({ hasText: 'There are four of us.' }).waitFor();
    expect(page.url()).not.toContain(code.slice(0, 5));
    expect(complaints).toEqual([]);
    await close();
  });

  it('is told in one sentence when a code leads nowhere, and keeps what was typed', async () => {
    const { page, close } = await visit();
    await page.goto('/receipt');
    await page.getByLabel('Receipt code').fill('00000 00000 00000 00000');
    await page.getByRole('button', { name: 'Show the case' }).click();
    await page.getByText('No case belongs to this code.').waitFor();
    expect(await page.getByLabel('Receipt code').inputValue()).toBe('00000 00000 00000 00000');
    await close();
  });

  it('sends a file with its code and fetches it again', async () => {
    const { page, complaints, inspect, close } = await visit();
    await page.goto('/receipt');
    await page.getByLabel('Receipt code').fill('DEM00-CASE0-N0NAM-E0000');
    await page.getByRole('button', { name: 'Show the case' }).click();
    await page.getByText('only angry').waitFor();
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'My letter', mimeType: 'text/plain', buffer: Buffer.from('Dear all, never again.') });
    await page.getByText('My letter was sent.').waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download My letter' }).click(),
    ]);
    expect(readFileSync(await download.path(), 'utf8')).toBe('Dear all, never again.');
    expect(await page.getByText('not checked for malware').count()).toBe(1);
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'A tool', mimeType: 'application/x-msdownload', buffer: Buffer.from('MZ') });
    await page.getByText('Files like A tool are not taken here.').waitFor();
    expect(await inspect('receipt')).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });
});

describe('a student with a case', () => {
  it('lets somebody act, ends it, attaches a file and takes a code for the status', async () => {
    const { page, complaints, inspect, close } = await visit('ada');
    await page.goto('/help');
    await page.getByRole('link', { name: 'Housing' }).click();
    await page.getByRole('link', { name: 'Who acts for you, and a code' }).click();
    await page.getByRole('heading', { name: 'Who acts for you' }).waitFor();
    await page.getByText('rosa', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Let somebody act for me' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Their sign-in name').fill('nobody-here');
    await dialog.getByLabel('Until which day?').fill('2020-01-01');
    await dialog.getByRole('button', { name: 'Let somebody act for me' }).click();
    await dialog.getByText('This is not known here.').waitFor();
    await dialog.getByText('This is outside the allowed range.').waitFor();
    expect(await inspect('name-representative')).toEqual([]);
    await dialog.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('button', { name: 'Make a code' }).click();
    const code = (await page.locator('code').textContent()) ?? '';
    expect(await inspect('around-a-case')).toEqual([]);
    await page.getByRole('link', { name: 'Back to the case' }).click();
    await page.getByRole('link', { name: 'Files', exact: true }).click();
    await page.getByRole('heading', { name: 'Files' }).waitFor();
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'My room', mimeType: 'text/plain', buffer: Buffer.from('Twelve degrees.') });
    await page.getByText('My room was sent.').waitFor();
    expect(await inspect('case-files')).toEqual([]);
    await page.goto('/receipt');
    await page.getByLabel('Receipt code').fill(code);
    await page.getByRole('button', { name: 'Show the case' }).click();
    await page.getByText('This code tells where the case stands').waitFor();
    expect(await page.getByText('radiator').count()).toBe(0);
    expect(complaints).toEqual([]);
    await close();
  });

  it('is read and answered for by who acts for them', async () => {
    const { page, inspect, close } = await visit('rosa');
    await page.goto('/help');
    await page.getByRole('heading', { name: 'You act for others' }).waitFor();
    await page.getByRole('link', { name: 'Housing' }).click();
    await page.getByText('The radiator in my room').waitFor();
    await page.getByLabel('Your message for the student').fill('Ada is ill this week; please write to me.');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByRole('listitem').filter({ hasText: 'Ada is ill this week' }).waitFor();
    expect(await inspect('represented-case')).toEqual([]);
    await close();
  });
});
