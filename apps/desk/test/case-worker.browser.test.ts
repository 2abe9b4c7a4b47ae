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

const codeOf = (caseId: string): string => caseId.slice(0, 8).toUpperCase();

describe('a case worker', () => {
  it('waits for the student, goes on to a later stage, records the outcome and closes the case', async () => {
    const caseId = await work.assigned();
    const { page, complaints, close } = await desk.visit('carl');
    await page.goto(`/cases/${caseId}`);
    const dialog = page.getByRole('dialog');

    await page.getByRole('button', { name: 'Wait for the student' }).click();
    await dialog.getByRole('button', { name: 'Wait', exact: true }).click();
    await page.getByText('Waiting for the student', { exact: true }).waitFor();
    expect(await page.getByRole('button', { name: 'Wait for the student' }).count()).toBe(0);

    await page.getByRole('button', { name: 'Advance the stage' }).click();
    await dialog.getByLabel('Formal').check();
    await dialog.getByRole('button', { name: 'Advance', exact: true }).click();
    await page.getByText('Formal', { exact: true }).waitFor();

    await page.getByRole('button', { name: 'Record the outcome' }).click();
    await dialog.getByLabel('Outcome').selectOption('UPHELD');
    await dialog.getByRole('button', { name: 'Record the outcome' }).click();
    await dialog.getByText('Please fill this in.').waitFor();
    await dialog.getByLabel('In plain words').fill('They repair it on Friday.');
    await dialog.getByRole('button', { name: 'Record the outcome' }).click();
    await page.getByText('They repair it on Friday.').waitFor();

    await page.getByRole('button', { name: 'Close the case' }).click();
    await dialog.getByRole('button', { name: 'Close it' }).click();
    await page.getByText('Closed', { exact: true }).waitFor();
    const actions = /^(Wait for the student|Advance the stage|Record the outcome|Close the case|Send)$/;
    expect(await page.locator('main').getByRole('button', { name: actions }).count()).toBe(0);

    await page.getByRole('link', { name: 'Cases' }).click();
    await page.getByRole('link', { name: 'Over', exact: true }).click();
    await page
      .locator('article', { hasText: codeOf(caseId) })
      .getByText('Closed')
      .waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('sends a referral with exactly the agreed fields, proposes an answer to its question and closes it once it is answered', async () => {
    const caseId = await work.assigned();
    const first = await work.consented(caseId);
    const { page, complaints, close } = await desk.visit('carl');
    await page.goto(`/cases/${caseId}`);
    const dialog = page.getByRole('dialog');
    const referral = page.locator('article', { hasText: 'Room 12, Willow Court' });
    await referral.getByRole('row', { name: /Room/ }).getByText('Agreed', { exact: true }).waitFor();
    await referral.getByText('Not agreed').waitFor();
    await referral.getByRole('button', { name: 'Send to the department' }).click();
    await dialog.getByRole('button', { name: 'Send', exact: true }).click();
    await referral.getByText('Sent', { exact: true }).waitFor();

    await desk.act('dana', { mutation: 'acknowledgeReferral', input: { referralId: first } });
    const question = 'Since when has the heating been broken?';
    await desk.act('dana', { mutation: 'askReferralInformation', input: { referralId: first, question } });
    await page.reload();
    await referral.getByText(question).waitFor();
    await referral.getByRole('button', { name: 'Propose an answer' }).click();
    await dialog.getByLabel('Proposed answer').fill('Since the first of the month.');
    await dialog.getByRole('button', { name: 'Propose', exact: true }).click();
    await referral.getByText('Proposed to the student: Since the first of the month.').waitFor();

    const answer = 'Since the first, I think.';
    await desk.act('ada', { mutation: 'answerReferralQuestion', input: { referralId: first, answer } });
    const decision = { referralId: first, decision: 'AGREE', text: 'We repair it on Friday.' };
    await desk.act('dirk', { mutation: 'respondToReferral', input: decision });
    await page.reload();
    await referral.getByText('We repair it on Friday.').waitFor();
    await referral.getByRole('button', { name: 'Close the referral' }).click();
    await dialog.getByRole('button', { name: 'Close it' }).click();
    await referral.getByText('Closed', { exact: true }).waitFor();
    expect(await referral.getByRole('button').count()).toBe(0);
    expect(complaints).toEqual([]);
    await close();
  });

  it('is told when somebody else was faster, and loses nothing that was written', async () => {
    const caseId = await work.assigned();
    const { page, close } = await desk.visit('carl');
    await page.goto(`/cases/${caseId}`);
    const message = page.getByLabel('Write to the student');
    await message.fill('I will call the landlord.');
    await desk.act('ada', { mutation: 'withdrawCase', input: { caseId } });
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.locator('main [role="alert"]').waitFor();
    expect(await message.inputValue()).toBe('I will call the landlord.');
    await close();
  });
});

describe('the advice manager', () => {
  it('sees what nobody has yet, and ends a case on which this service cannot act', async () => {
    const caseId = await work.triaged();
    const { page, complaints, close } = await desk.visit('amira');
    await page.getByRole('link', { name: 'With nobody yet' }).click();
    const card = page.locator('article', { hasText: codeOf(caseId) });
    await card.getByRole('button', { name: 'Signpost' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await card.getByText('Triaged').waitFor();
    await card.getByRole('button', { name: 'Signpost' }).click();
    await dialog.getByRole('button', { name: 'Signpost and end' }).click();
    await card.waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'Over', exact: true }).click();
    await card.getByText('Signposted').waitFor();
    expect(await card.getByRole('button', { name: /^(Acknowledge|Triage|Assign|Signpost)$/ }).count()).toBe(0);
    expect(complaints).toEqual([]);
    await close();
  });
});
