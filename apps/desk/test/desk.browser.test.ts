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
const visit = (who: string, look = desktop): Promise<Visit> => union.visit('desk', who, look);

describe.each(looks)('the desk in $scheme, $language, on a $device', (look) => {
  it('shows the advice manager the queue and the forms to share out the work', async () => {
    const { page, inspect, close } = await visit('amira', look);
    await page.locator('article').first().waitFor();
    expect(await inspect('queue-amira')).toEqual([]);
    const assign = page.getByRole('button', { name: look.language === 'en' ? /assign/i : /分配/ }).first();
    await assign.click();
    await page.locator('dialog[open] form').waitFor();
    expect(await inspect('assign')).toEqual([]);
    await close();
  });

  it('shows a case worker the queue, a case and the way to draft a referral', async () => {
    const { page, inspect, close } = await visit('carl', look);
    await page.locator('article a').first().click();
    await page.locator('main form').waitFor();
    expect(await inspect('case')).toEqual([]);
    await page.goto(`${page.url()}/refer`);
    await page.locator('main form').waitFor();
    expect(await inspect('refer')).toEqual([]);
    await close();
  });

  it('shows the administrator appointments and the register', async () => {
    const { page, inspect, close } = await visit('sys', look);
    await page.locator('main table').waitFor();
    expect(await inspect('appointments')).toEqual([]);
    await page.goto('/register?status=ACTIVE');
    await page.locator('article').first().waitFor();
    expect(await inspect('register')).toEqual([]);
    await close();
  });

  it('tells people without a role at the desk where they belong', async () => {
    const { page, inspect, close } = await visit('ada', look);
    await page.locator('main h2').waitFor();
    expect(await inspect('not-for-you')).toEqual([]);
    await close();
  });
});

/** Opens a case with the session of a student, so that there is a new one to share out. */
async function openCaseAsAda(): Promise<void> {
  const { askGraph, close } = await visit('ada');
  const query = 'mutation Open($input: OpenCaseInput!) { openCase(input: $input) { __typename } }';
  const input = { contactName: 'Ada', matter: 'OTHER', narrative: 'My tutor does not answer.', otherParties: [] };
  expect(await askGraph(query, { input })).toEqual({ data: { openCase: { __typename: 'OpenCaseSuccess' } } });
  await close();
}

describe('the advice manager', () => {
  it('acknowledges, sorts and gives away a new case, and never reads it', async () => {
    await openCaseAsAda();
    const { page, complaints, close } = await visit('amira');
    const acknowledge = page.getByRole('button', { name: 'Acknowledge' }).first();
    await acknowledge.waitFor();
    const title = await page.locator('article', { has: acknowledge }).first().locator('h2').innerText();
    const code = title.split(' · ')[1] ?? '';
    const card = page.locator('article', { hasText: code });
    await card.getByRole('button', { name: 'Acknowledge' }).click();
    await card.getByText('Ready for triage').waitFor();
    await card.getByRole('button', { name: 'Triage' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Urgent').check();
    await dialog.getByRole('button', { name: 'Save triage' }).click();
    await card.getByText('Triaged').waitFor();
    await card.getByText('Urgent').waitFor();
    await card.getByRole('button', { name: 'Assign' }).click();
    await page.getByRole('dialog').getByLabel('Case worker').fill('nobody');
    await page.getByRole('button', { name: 'Assign the case' }).click();
    await page.getByText('This is not known here.').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'carl', exact: true }).click();
    await page.getByRole('button', { name: 'Assign the case' }).click();
    await card.getByText('With carl').waitFor();
    expect(await card.getByRole('link').count()).toBe(0);
    expect(complaints).toEqual([]);
    await close();
  });
});

describe('a case worker', () => {
  it('writes to the student and drafts a referral with named fields, which waits for consent', async () => {
    const { page, complaints, close } = await visit('carl');
    const open = page.locator('article', { hasText: 'In progress' }).getByRole('link', { name: 'Open the case' });
    await open.first().click();
    await page.getByLabel('Write to the student').fill('Could you send me the letter of your landlord?');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.locator('main article', { hasText: 'the letter of your landlord' }).waitFor();
    expect(await page.getByLabel('Write to the student').inputValue()).toBe('');

    await page.getByRole('link', { name: 'Draft a referral' }).click();
    await page.getByRole('button', { name: 'Offer it to the student' }).click();
    await page.getByText('Please fill this in.').waitFor();
    await page.getByRole('combobox').selectOption({ index: 1 });
    await page.getByLabel('Field 1: name').fill('Address');
    await page.getByLabel('Field 1: words').fill('Room 12, Willow Court');
    await page.getByRole('button', { name: 'Add a field' }).click();
    await page.getByLabel('Field 2: name').fill('What is asked for');
    await page.getByLabel('Field 2: words').fill('A repair of the heating');
    await page.getByRole('button', { name: 'Offer it to the student' }).click();
    const referral = page.locator('article', { hasText: 'Room 12, Willow Court' });
    await referral.getByText('Waits for consent').waitFor();
    expect(await referral.getByRole('button').count()).toBe(0);
    expect(await page.getByText('Not agreed').count()).toBeGreaterThanOrEqual(2);
    expect(complaints).toEqual([]);
    await close();
  });

  it('is told nothing of a case of somebody else, and nothing of the register', async () => {
    const { page, close } = await visit('carl');
    await page.goto('/cases/0b9f0f8e-1111-4222-8333-444455556666');
    await page.getByRole('heading', { name: 'This case is not yours to read' }).waitFor();
    expect(await page.locator('main form').count()).toBe(0);
    await page.goto('/register');
    await page.getByRole('heading', { name: 'This page is not part of your work' }).waitFor();
    expect(await page.locator('main article').count()).toBe(0);
    await close();
  });
});

describe('the administrator', () => {
  it('appoints somebody with dates and ends it again, and cannot end their own role', async () => {
    const { page, complaints, close } = await visit('sys');
    await page.getByRole('button', { name: 'Appoint somebody' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Appoint', exact: true }).click();
    expect(await dialog.getByText('Please fill this in.').count()).toBe(2);
    await dialog.getByLabel('Sign-in name').fill('milo');
    await dialog.getByLabel('Role').selectOption('ANALYST');
    const year = new Date().getUTCFullYear() + 1;
    await dialog.getByLabel('Last day').fill(`${year}-07-31`);
    await dialog.getByRole('button', { name: 'Appoint', exact: true }).click();
    const row = page.getByRole('row', { name: /milo.*Analyst/ });
    await row.getByText(`31 Jul ${year}`).waitFor();
    await row.getByRole('button', { name: 'End now' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'End it now' }).click();
    await row.waitFor({ state: 'detached' });
    expect(await page.getByRole('row', { name: /^sys/ }).getByRole('button').count()).toBe(0);
    expect(complaints).toEqual([]);
    await close();
  });

  it('withholds the rights of a member until a day, and gives them back', async () => {
    const { page, complaints, close } = await visit('sys');
    await page.goto('/register?status=ACTIVE');
    const first = page.locator('article').first();
    const name = (await first.innerText()).split('\n').find((line) => line.length > 3) ?? '';
    await first.getByRole('button', { name: 'Suspend' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Reason').fill('Checks at the request of the university');
    const tomorrow = new Date(Date.now() + 172_800_000).toISOString().slice(0, 10);
    await dialog.getByLabel('Last day').fill(tomorrow);
    await dialog.getByRole('button', { name: 'Suspend' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('link', { name: 'Suspended' }).click();
    const card = page.locator('article', { hasText: 'Checks at the request' });
    await card.getByText(name).first().waitFor();
    await card.getByRole('button', { name: 'Reinstate' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Yes, go on' }).click();
    await card.waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
    await close();
  });
});
