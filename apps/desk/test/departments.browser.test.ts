import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { looks } from '@guildhall/browser-testing';
import { createCasework, type Casework } from './casework.js';
import { startDesk, type Desk } from './start-desk.js';

let desk: Desk;
let casework: Casework;
beforeAll(async () => {
  desk = await startDesk();
  casework = createCasework(desk);
}, 240_000);
afterAll(() => desk?.stop());

describe('the administrator', () => {
  it('adds a department, is told when its name is taken, gives it a lead, and closes and opens it', async () => {
    const { page, inspect, complaints, close } = await desk.visit('sys', ...looks);
    await page.goto('/departments');
    const dialog = page.getByRole('dialog');
    await page.locator('main button[data-look=primary]').first().click();
    await dialog.locator('input[type=text]').first().fill('library and learning spaces');
    await dialog.locator('textarea').first().fill('Books.');
    await dialog.locator('button[type=submit]').click();
    await dialog.locator('[aria-invalid=true]').waitFor();
    expect(await inspect('department-form')).toEqual([]);
    await dialog.locator('input[type=text]').first().fill('Sports Centre');
    await dialog.locator('button[type=submit]').click();
    await dialog.waitFor({ state: 'detached' });
    const card = page.getByRole('article').filter({ hasText: 'Sports Centre' });
    await card.waitFor();
    expect(await inspect('departments')).toEqual([]);
    await card.getByRole('button', { name: 'Appoint a lead' }).click();
    await dialog.getByLabel('Sign-in name').fill('sports.lead');
    await dialog.getByLabel('Name of the person').fill('Sam Porter');
    await dialog
      .locator('input[type=date]')
      .last()
      .fill(new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10));
    await dialog.getByRole('button', { name: 'Appoint a lead' }).click();
    await card.getByText('Led by Sam Porter.').waitFor();
    await card.getByRole('button', { name: 'Close' }).click();
    await dialog.getByRole('button', { name: 'Close', exact: true }).last().click();
    await card.getByText('Takes no new ones').waitFor();
    await card.getByRole('button', { name: 'Open again' }).click();
    await card.getByText('Takes referrals').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });
});

describe('a case worker', () => {
  it('sees where a matter was sent on to, and that the next department waits for the student', async () => {
    const caseId = await casework.assigned();
    const referralId = await casework.consented(caseId);
    await desk.act('carl', { mutation: 'sendReferral', input: { referralId } });
    await desk.act('dana', { mutation: 'acknowledgeReferral', input: { referralId } });
    const { page, inspect, complaints, askGraph, close } = await desk.visit('carl', ...looks);
    const { data } = (await askGraph('{ departments { id name } }')) as {
      data: { departments: { id: string; name: string }[] };
    };
    const redirectToId = data.departments.find(({ name }) => name.startsWith('Library'))?.id;
    const input = { referralId, decision: 'REDIRECT', text: 'The library has the key.', redirectToId };
    await desk.act('dirk', { mutation: 'respondToReferral', input });
    await page.goto(`/cases/${caseId}`);
    const next = page.getByRole('article').filter({ hasText: 'Library' }).last();
    await next.waitFor();
    const steps = next.getByRole('listitem');
    expect(await steps.count()).toBe(2);
    expect(await steps.nth(1).getAttribute('aria-current')).toBe('step');
    expect(await inspect('referral-chain')).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });
});
