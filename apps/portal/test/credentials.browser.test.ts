import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { looks, type UnionInBrowser } from '@guildhall/browser-testing';
import { startPortal } from './start-portal.js';

/** The link that Ada made in the demo union. */
const adasRecordToken = 'ada-shows-this-in-the-demo-union';

let union: UnionInBrowser;
beforeAll(async () => {
  union = await startPortal();
}, 240_000);
afterAll(() => union?.stop());

describe('credentials and links', () => {
  it('meet the eye in every look without a breach of accessibility or anything too wide', async () => {
    const { page, settle, inspect, inspectDialogs, close } = await union.visit('portal', 'ada', ...looks);
    const faults: string[] = [];
    for (const [name, path] of [
      ['credentials', '/record/credentials'],
      ['record-links', '/record/links'],
      ['check-credential', '/record/credentials/check'],
      ['opened-record', `/r#${adasRecordToken}`],
    ] as const) {
      await page.goto(path);
      await settle();
      faults.push(...(await inspect(name)), ...(await inspectDialogs(name)));
    }
    expect(faults).toEqual([]);
    await close();
  }, 300_000);

  it('lead from a choice of things to what a stranger sees, and back to nothing', async () => {
    const { page, settle, complaints, close } = await union.visit('portal', 'ada');
    await page.goto('/record/links');
    await page.getByRole('button', { name: 'Choose what to show' }).click();
    await page.getByRole('button', { name: 'Make the link' }).click();
    await page.getByText('Choose something to show.').waitFor();
    const first = page.getByRole('group', { name: 'What to show' }).getByRole('checkbox').first();
    const title = String(await first.getAttribute('aria-label'));
    await first.check();
    const preview = page.getByRole('region', { name: 'What they will see' });
    await preview.getByText(title, { exact: true }).waitFor();
    await page.getByLabel('A note for yourself').fill('For a test');
    await page.getByRole('button', { name: 'Make the link' }).click();
    await page.getByRole('button', { name: 'Copy the link' }).waitFor();
    const address = String(await page.locator('code').first().textContent());
    const stranger = await union.visit('portal', undefined);
    await stranger.page.goto(address);
    await stranger.page.getByRole('heading', { name: 'Record of Ada Okafor' }).waitFor();
    await stranger.page.getByText(title, { exact: true }).waitFor();
    const [download] = await Promise.all([
      stranger.page.waitForEvent('download'),
      stranger.page.getByRole('button', { name: 'Save as PDF' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('transcript.pdf');
    await page.reload();
    await settle();
    await page.getByText('Opened 2 times').waitFor();
    const opened = page.locator('details[open]');
    await page.locator('details').first().locator('summary').click();
    await opened.waitFor();
    await page.getByRole('button', { name: 'Withdraw For a test' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Withdraw', exact: true }).click();
    await page.getByText('Withdrawn', { exact: true }).waitFor();
    // The list was asked for again, and what was open in it stays open.
    expect(await opened.count()).toBe(1);
    await stranger.page.reload();
    await stranger.page.getByText('This link opens nothing').waitFor();
    expect([...complaints, ...stranger.complaints]).toEqual([]);
    await stranger.close();
    await close();
  }, 240_000);

  it('are claimed by choice and saved as a signed file with a name or without', async () => {
    const { page, complaints, close } = await union.visit('portal', 'ada');
    await page.goto('/record/credentials');
    const claim = page.getByRole('button', { name: /^Claim / }).first();
    const name = String(await claim.textContent()).replace(/^Claim /, '');
    await claim.click();
    await page.getByRole('button', { name: `Signed file of ${name}`, exact: true }).click();
    await page.getByRole('button', { name: 'With my name' }).click();
    const link = page.getByRole('link', { name: 'Save the file' });
    await link.waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    const text = readFileSync(await download.path(), 'utf8');
    expect(JSON.parse(text)).toMatchObject({
      credentialSubject: { identifier: [{ identityHash: 'Ada Okafor' }] },
      proof: { cryptosuite: 'eddsa-rdfc-2022' },
    });
    await page.goto('/record/credentials/check');
    const pasted = page.getByLabel('Or paste what is in it');
    await pasted.fill(text.replace('Okafor', 'Somebody'));
    await page.getByRole('button', { name: 'Check', exact: true }).click();
    await page.getByText('It was changed after it was signed, or this union did not sign it.').waitFor();
    await pasted.fill(text);
    await page.getByRole('button', { name: 'Check', exact: true }).click();
    await page.getByText("The students' union signed it as it is, and stands by it.").waitFor();
    await page.getByText('It names Ada Okafor.').waitFor();
    expect(complaints).toEqual([]);
    await close();
  }, 120_000);
});
