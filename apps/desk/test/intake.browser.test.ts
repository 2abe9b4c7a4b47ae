import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { startDesk, type Desk } from './start-desk.js';

let desk: Desk;
beforeAll(async () => {
  desk = await startDesk();
}, 240_000);
afterAll(() => desk?.stop());

describe('the advice manager', () => {
  it('writes a template, is told of a placeholder that there is not, gives it new words and retires it', async () => {
    const { page, complaints, inspect, close } = await desk.visit('amira');
    await page.goto('/templates');
    await page.getByRole('heading', { name: 'First word' }).first().waitFor();
    expect(await inspect('templates')).toEqual([]);
    await page.getByRole('button', { name: 'Write a template' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name').fill('Waiting');
    await dialog.getByLabel('Words').fill('Dear {{name}}, we wait.');
    expect(await inspect('template-form')).toEqual([]);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByText('This is not known here.').waitFor();
    await dialog.getByLabel('Words').fill('We wait for the answer in {{matter}}.');
    await dialog.getByRole('button', { name: 'Save' }).click();
    const card = page.getByRole('article').filter({ hasText: 'Waiting' });
    await card.waitFor();
    await card.getByRole('button', { name: 'Give it new words' }).click();
    await dialog.getByLabel('Words').fill('Still waiting for the answer in {{matter}}.');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await card.getByText('Version 2').waitFor();
    await card.getByRole('button', { name: 'Take out of use' }).click();
    await dialog.getByRole('button', { name: 'Take out of use' }).click();
    await card.getByText('Out of use', { exact: true }).waitFor();
    expect(complaints).toEqual([]);
    await close();
  });
});

describe('a case worker', () => {
  it('answers with a template that knows the facts of the case, and keeps a file inside the team', async () => {
    const { page, complaints, inspect, close } = await desk.visit('carl');
    await page.goto('/');
    await page.locator('main a[href^="/cases/"]:not([href="/cases/new"])').first().click();
    await page.getByRole('heading', { name: 'Conversation' }).waitFor();
    await page.getByRole('button', { name: 'Use a template' }).click();
    await page.getByRole('button', { name: 'Use First word' }).first().click();
    const body = page.getByLabel('Write to the student');
    expect(await body.inputValue()).toMatch(/Thank you for writing to us about (?!\{\{)/);
    await page.getByLabel('Keep it inside the team').check();
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'Our plan', mimeType: 'text/plain', buffer: Buffer.from('Ask the warden first.') });
    await page.getByText('Our plan was sent.').waitFor();
    await page.getByText('inside the team', { exact: false }).first().waitFor();
    expect(await inspect('case-with-files')).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });

  it('opens a case for a student who asked for it, and sees beside the field what is wrong', async () => {
    const { page, complaints, inspect, close } = await desk.visit('carl');
    await page.goto('/');
    await page.getByRole('link', { name: 'Open a case for a student' }).click();
    await page.getByLabel('Sign-in name of the student').fill('nobody-here');
    await page.getByLabel('on the phone').check();
    await page.getByLabel('What is it about?').selectOption('HOUSING');
    await page.getByLabel('What they told you').fill('The lock of my door has been broken for a week.');
    await page.getByLabel('How they want to be called').fill('Rosa');
    await page.getByRole('button', { name: 'Open the case' }).click();
    await page.getByText('This is not known here.').waitFor();
    expect(await inspect('on-behalf')).toEqual([]);
    await page.getByLabel('Sign-in name of the student').fill('rosa');
    await page.getByRole('button', { name: 'Open the case' }).click();
    await page.getByText('The case waits in the queue').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });
});
