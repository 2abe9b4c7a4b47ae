import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { looks, startUnion, type UnionInBrowser, type Visit } from '@guildhall/browser-testing';
import { readSettings } from '../../src/settings.js';
import { startPlatform } from '../../src/platform.js';

let union: UnionInBrowser;
let mailPage = '';

beforeAll(async () => {
  union = await startUnion(async (environment) => {
    const platform = await startPlatform(readSettings(environment, []), { onProgress: () => undefined });
    mailPage = platform.addresses.mailPage ?? '';
    return platform;
  });
}, 240_000);
afterAll(() => union?.stop());

/** A page by the name of its pictures: where it is, and the heading that shows it is there and not a page that is missing. */
type Places = Readonly<Record<string, readonly [place: string, heading: string]>>;

async function inspectAll({ page, inspect, inspectDialogs }: Visit, places: Places): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const [name, [place, heading]] of Object.entries(places)) {
    await page.goto(place);
    await page.getByRole('heading', { name: heading, level: 1 }).waitFor();
    faults.push(...(await inspect(name)), ...(await inspectDialogs(name)));
  }
  return faults;
}

describe('what protects a student', () => {
  it('is shown in the portal without a fault in any look', async () => {
    const ada = await union.visit('portal', 'ada', ...looks);
    expect(
      await inspectAll(ada, {
        'case-inbox': ['/help/inbox', 'Messages about your cases'],
        readings: ['/help/readings', 'Who read what'],
        'case-copy': ['/help/copy', 'A copy of your cases'],
      }),
    ).toEqual([]);
    await ada.close();
  }, 180_000);

  it('is shown at the desk and in the departments without a fault in any look', async () => {
    const milo = await union.visit('desk', 'milo', ...looks);
    expect(
      await inspectAll(milo, { 'desk-inbox': ['/inbox', 'Inbox'], emergency: ['/emergency', 'Emergency access'] }),
    ).toEqual([]);
    await milo.page.getByRole('link', { name: 'A life is at risk' }).first().click();
    expect(await milo.inspect('emergency-request')).toEqual([]);
    await milo.close();
    const sys = await union.visit('desk', 'sys', ...looks);
    expect(await inspectAll(sys, { guardians: ['/emergency', 'Emergency access'] })).toEqual([]);
    await sys.close();
    const dirk = await union.visit('partners', 'dirk', ...looks);
    expect(await inspectAll(dirk, { 'department-inbox': ['/inbox', 'Inbox'] })).toEqual([]);
    await dirk.close();
  }, 300_000);

  it('is their own to check: the record fits together, and a code noted before is found again', async () => {
    const { page, complaints, close } = await union.visit('portal', 'ada');
    await page.goto('/help/readings');
    await page.getByRole('button', { name: 'Check the record' }).click();
    await page.getByText('as it was written').waitFor();
    const code = (await page.locator('main code').textContent()) ?? '';
    await page.getByLabel('A code you noted before').fill(code);
    await page.getByRole('button', { name: 'Compare' }).click();
    await page.getByText('is as it was then').waitFor();
    await page.getByLabel('A code you noted before').fill('another');
    await page.getByRole('button', { name: 'Compare' }).click();
    await page.getByText('does not hold that code').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('is mail that says nothing: the address is given in the settings, and development shows what would be sent', async () => {
    const ada = await union.visit('portal', 'ada');
    await ada.page.goto('/help/inbox');
    await ada.page.getByRole('button', { name: 'Mail settings' }).click();
    const dialog = ada.page.getByRole('dialog');
    await dialog.getByLabel('Mail address').fill('not an address');
    await dialog.getByLabel('No mail until').selectOption('21');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.locator('[aria-invalid="true"]').waitFor();
    expect(await dialog.getByLabel('Mail address').inputValue()).toBe('not an address');
    await dialog.getByLabel('Mail address').fill('ada@example.org');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await ada.page.getByText('Your settings are saved.').waitFor();
    const { data } = (await ada.askGraph('{ viewer { member { cases { edges { node { id status } } } } } }')) as {
      data: { viewer: { member: { cases: { edges: { node: { id: string; status: string } }[] } } } };
    };
    const caseId = data.viewer.member.cases.edges.find(({ node }) => node.status !== 'CLOSED')?.node.id;
    const carl = await union.visit('desk', 'carl');
    const post = 'mutation ($input: PostCaseMessageInput!) { postCaseMessage(input: $input) { __typename } }';
    expect(
      await carl.askGraph(post, { input: { caseId, body: 'Please bring the letter.', idempotencyKey: 'one' } }),
    ).toEqual({
      data: { postCaseMessage: { __typename: 'PostCaseMessageSuccess' } },
    });
    const reader = ada.page;
    for (let tries = 0; tries < 50; tries += 1) {
      await reader.goto(mailPage);
      if ((await reader.getByText('ada@example.org').count()) > 0) break;
      await reader.waitForTimeout(200);
    }
    const text = (await reader.locator('main').textContent()) ?? '';
    expect(text).toContain('You have a message');
    expect(text).not.toMatch(/letter|case|advice|carl/i);
    await carl.close();
    await ada.close();
  });

  it('is a copy of everything, for people and for machines', async () => {
    const { page, close } = await union.visit('portal', 'ada');
    await page.goto('/help/copy');
    await page.getByRole('button', { name: 'Make the copy' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download for machines' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^copy-\d{4}-\d\d-\d\d\.json$/);
    await page.goto('/help/readings');
    await page.getByText('You took a copy').first().waitFor();
    await close();
  });

  it('is two persons in an emergency: one asks, another grants, and only then the case opens, with the student told', async () => {
    const amira = await union.visit('desk', 'amira');
    await amira.page.goto('/');
    await amira.page.getByRole('button', { name: 'Emergency access' }).first().click();
    const dialog = amira.page.getByRole('dialog');
    await dialog.getByLabel('Reason').selectOption('SERIOUS_HARM');
    await dialog.getByLabel('What happened').fill('Too short');
    await dialog.getByRole('button', { name: 'Ask the second person' }).click();
    await dialog.locator('[aria-invalid="true"]').waitFor();
    await dialog
      .getByLabel('What happened')
      .fill('The student called from hospital, and the worker cannot be reached.');
    await dialog.getByRole('button', { name: 'Ask the second person' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await amira.page.goto('/emergency');
    await amira.page.getByRole('link', { name: 'The student faces serious harm' }).click();
    await amira.page.waitForURL(/\/emergency\/[^/]+$/);
    await amira.page.getByRole('link', { name: 'The student faces serious harm' }).waitFor({ state: 'detached' });
    await amira.page.getByText('Waits for a second person').waitFor();
    const place = amira.page.url();
    expect(await amira.page.getByRole('button', { name: 'Grant' }).count()).toBe(0);
    const milo = await union.visit('desk', 'milo');
    await milo.page.goto(new URL(place).pathname);
    await milo.page.getByRole('button', { name: 'Grant' }).click();
    await milo.page.getByRole('dialog').getByRole('button', { name: 'Grant' }).click();
    await milo.page.getByText('Open', { exact: true }).waitFor();
    expect(await milo.page.getByRole('button', { name: 'Open the case' }).count()).toBe(0);
    await amira.page.reload();
    await amira.page.getByRole('button', { name: 'Open the case' }).click();
    await amira.page.getByRole('heading', { name: 'Conversation, latest first' }).waitFor();
    await milo.close();
    await amira.close();
  });
});
