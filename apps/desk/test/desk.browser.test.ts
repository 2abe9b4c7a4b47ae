import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Casework } from './casework.js';
import { createCasework } from './casework.js';
import type { Desk } from './start-desk.js';
import { startDesk } from './start-desk.js';

let desk: Desk;
let work: Casework;
beforeAll(async () => {
  desk = await startDesk();
  work = createCasework(desk);
}, 240_000);
afterAll(() => desk?.stop());

describe('the main navigation', () => {
  it.each([
    ['a case worker', 'carl', ['Cases', 'Templates', 'Shared causes', 'Appointments', 'Inbox']],
    [
      'the advice manager',
      'amira',
      ['Cases', 'Mediation', 'Templates', 'Shared causes', 'Appointments', 'Elections', 'Inbox', 'Moderation'],
    ],
    [
      'the administrator',
      'sys',
      ['Appointments', 'Departments', 'Register', 'Dead letters', 'Elections', 'Emergency access'],
    ],
    ['the returning officer', 'otto', ['Appointments', 'Elections']],
  ])('offers %s the pages of their work and no others', async (_who, person, places) => {
    const { page, close } = await desk.visit(person);
    const navigation = page.getByRole('navigation', { name: 'Main' });
    await navigation.waitFor();
    expect(await navigation.getByRole('link').allTextContents()).toEqual(places);
    for (const place of places) {
      await navigation.getByRole('link', { name: place }).click();
      await page.locator('main').locator('article, table, h2').first().waitFor();
      expect(await page.getByRole('heading', { name: 'This page is not part of your work' }).count()).toBe(0);
    }
    await close();
  });

  it('is not there for somebody who has no work at the desk', async () => {
    const { page, close } = await desk.visit('ada');
    await page.getByRole('heading', { name: 'This page is not part of your work' }).waitFor();
    expect(await page.getByRole('navigation', { name: 'Main' }).count()).toBe(0);
    await close();
  });
});

describe('the advice manager', () => {
  it('acknowledges, sorts and gives away a new case, and never reads it', async () => {
    const code = (await work.opened()).slice(0, 8).toUpperCase();
    const { page, complaints, close } = await desk.visit('amira');
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
    await page.getByRole('button', { name: 'Assign the case' }).click();
    await dialog.getByText('Please fill this in.').waitFor();
    await dialog.getByLabel(/^carl: \d+ open/).check();
    await page.getByRole('button', { name: 'Assign the case' }).click();
    await card.getByText('With carl').waitFor();
    // The way to walls and protection, and none to a word of the case.
    expect(await card.getByRole('link').allTextContents()).toEqual(['Walls and protection']);
    expect(complaints).toEqual([]);
    await close();
  });
});

describe('a case worker', () => {
  it('writes to the student and drafts a referral with named fields, which waits for consent', async () => {
    const { page, complaints, close } = await desk.visit('carl');
    const open = page.locator('article', { hasText: 'In progress' }).getByRole('link', { name: 'Open the case' });
    await open.first().click();
    await page.getByLabel('Write to the student').fill('Could you send me the letter of your landlord?');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.locator('main article', { hasText: 'the letter of your landlord' }).waitFor();
    expect(await page.getByLabel('Write to the student').inputValue()).toBe('');

    await page.getByRole('link', { name: 'Draft a referral' }).click();
    await page.getByRole('button', { name: 'Offer it to the student' }).click();
    await page.getByText('Please fill this in.').waitFor();
    await page.getByRole('combobox', { name: 'Department' }).selectOption({ index: 1 });
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
    const { page, close } = await desk.visit('carl');
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
    const { page, complaints, close } = await desk.visit('sys');
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

  it('verifies one applicant and turns another down with a reason', async () => {
    const { page, complaints, close } = await desk.visit('sys');
    await page.goto('/register');
    const cards = page.locator('article', { has: page.getByRole('button', { name: 'Verify' }) });
    await cards.first().waitFor();
    const numberOf = async (index: number): Promise<string> =>
      /\d{6,}/.exec(await cards.nth(index).innerText())?.[0] ?? 'no number';
    const [verified, rejected] = [await numberOf(0), await numberOf(1)];
    await cards.nth(0).getByRole('button', { name: 'Verify' }).click();
    await page.locator('article', { hasText: verified }).waitFor({ state: 'detached' });
    await page.locator('article', { hasText: rejected }).getByRole('button', { name: 'Turn down' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Turn down' }).click();
    await dialog.getByText('Please fill this in.').waitFor();
    await dialog.getByLabel('Reason').fill('Not enrolled this year');
    await dialog.getByRole('button', { name: 'Turn down' }).click();
    await page.locator('article', { hasText: rejected }).waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'Turned down' }).click();
    await page.locator('article', { hasText: rejected }).getByText('Not enrolled this year').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('withholds the rights of a member until a day, and gives them back', async () => {
    const { page, complaints, close } = await desk.visit('sys');
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
