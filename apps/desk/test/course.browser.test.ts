import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Visit } from '@guildhall/browser-testing';
import { looks } from '@guildhall/browser-testing';
import { createCasework, type Casework } from './casework.js';
import type { Desk } from './start-desk.js';
import { startDesk } from './start-desk.js';

let desk: Desk;
let work: Casework;
beforeAll(async () => {
  desk = await startDesk();
  work = createCasework(desk);
}, 240_000);
afterAll(() => desk?.stop());

const lesson = 'Ask for the date of a repair in writing, and keep the answer.';

/** Opens what a button opens, inspects it and closes it again. */
async function inspectDialog({ page, inspect }: Visit, button: string, name: string): Promise<void> {
  await page.getByRole('main').getByRole('button', { name: button, exact: true }).first().click();
  await page.locator('dialog[open]').waitFor();
  expect(await inspect(name)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.locator('dialog[open]').waitFor({ state: 'detached' });
}

describe('a case worker', () => {
  it('sets a date, names the cause, records outcome and redress with a lesson, and builds a bundle to offer', async () => {
    const caseId = await work.assigned();
    const { page, complaints, close } = await desk.visit('carl');
    const dialog = page.getByRole('dialog');
    await page.goto(`/cases/${caseId}`);
    await page.getByRole('link', { name: 'Dates and outcome' }).click();
    await page.getByRole('heading', { name: 'Deadlines' }).waitFor();

    await page.getByRole('button', { name: 'Set a date' }).click();
    await dialog.getByRole('button', { name: 'Set the date' }).click();
    await dialog.getByText('Please fill this in.').waitFor();
    await dialog.getByLabel('Clock started on').fill(new Date(Date.now() - 2 * 86_400_000).toISOString().slice(0, 10));
    await dialog.getByRole('button', { name: 'Set the date' }).click();
    await page.getByText('10 working days').first().waitFor();
    await page.getByRole('button', { name: 'Met: Appeal' }).click();
    await page.getByRole('button', { name: 'Met: Appeal' }).waitFor({ state: 'detached' });

    await page.getByRole('button', { name: 'Name the cause' }).click();
    await dialog.getByLabel('Cause').selectOption('REPAIRS');
    await dialog.getByLabel('Department it lies with').selectOption({ index: 1 });
    await dialog.getByRole('button', { name: 'Name it' }).click();
    await page.getByText('Not counted').waitFor();

    await page.getByRole('button', { name: 'Make a bundle' }).click();
    await dialog.getByLabel('Names to take out, one a line').fill('Ada Okafor');
    await dialog.getByRole('button', { name: 'Build it' }).click();
    await page.getByText('Being built').waitFor();
    for (let tries = 0; tries < 40 && (await page.getByText('Built', { exact: true }).count()) === 0; tries += 1) {
      await page.getByRole('button', { name: 'Look again' }).click();
      await page
        .getByText('Built', { exact: true })
        .waitFor({ timeout: 500 })
        .catch(() => undefined);
    }
    await page.getByRole('button', { name: 'Read it' }).click();
    await page.getByText('Taken out: Ada Okafor').waitFor();
    await page.getByText('[person 1]').first().waitFor();
    await page.getByRole('button', { name: 'Offer to the student' }).click();
    await dialog.getByRole('button', { name: 'Offer', exact: true }).click();
    await page.getByText('With the student').waitFor();

    await page.getByRole('link', { name: 'Back to the case' }).click();
    await page.getByRole('button', { name: 'Record the outcome' }).click();
    await dialog.getByLabel('Outcome').selectOption('UPHELD');
    await dialog.getByLabel('In plain words').fill('They repair it on Friday.');
    await dialog.getByLabel('Apology').check();
    await dialog.getByLabel('A lesson for everybody').fill(lesson);
    await dialog.getByRole('button', { name: 'Record the outcome' }).click();
    await page.getByText('They repair it on Friday.').waitFor();
    await page.getByRole('link', { name: 'Dates and outcome' }).click();
    await page.getByText('Apology').waitFor();
    await page.getByText(lesson).waitFor();
    expect(complaints).toEqual([]);
    await close();
  });
});

describe('the advice manager', () => {
  it('reads a lesson a second time, holds a case and lets it go, and publishes the next calendar', async () => {
    const caseId = await work.assigned();
    await desk.act('ada', { mutation: 'withdrawCase', input: { caseId } });
    const { page, complaints, close } = await desk.visit('amira');
    const dialog = page.getByRole('dialog');
    await page.goto('/common');
    const card = page.locator('article', { hasText: lesson });
    await card.getByRole('button', { name: 'Publish' }).click();
    await dialog.getByRole('button', { name: 'Publish' }).click();
    await card.waitFor({ state: 'detached' });

    await page.goto('/kept');
    const kept = page.locator('article', { hasText: caseId.slice(0, 8).toUpperCase() });
    await kept.getByRole('button', { name: 'Hold', exact: true }).click();
    await dialog.getByRole('button', { name: 'Hold the case' }).click();
    await kept.getByRole('button', { name: 'Lift: Legal claim' }).click();
    await dialog.getByRole('button', { name: 'Lift', exact: true }).click();
    await kept.getByRole('button', { name: 'Lift: Legal claim' }).waitFor({ state: 'detached' });

    await page.goto('/rules');
    await page.getByRole('button', { name: 'Publish the next version' }).click();
    await dialog.getByLabel('Two reminders, working days').fill('7 3');
    await dialog.getByRole('button', { name: 'Publish', exact: true }).click();
    await dialog.locator('[id$="-problem"]').first().waitFor();
    await dialog.getByLabel('Two reminders, working days').fill('2 6');
    await dialog.getByRole('button', { name: 'Publish', exact: true }).click();
    await page.getByRole('heading', { name: 'Version 2' }).waitFor();
    expect(complaints).toEqual([]);
    await close();
  });
});

describe('in every look the desk', () => {
  it('shows dates, stages, bundles and what is kept', async () => {
    const caseId = await work.assigned();
    await desk.act('carl', {
      mutation: 'setCaseDeadline',
      input: { caseId, kind: 'WHOLE_PROCEDURE', startedAt: new Date(Date.now() - 86_400_000).toISOString() },
    });
    await desk.act('carl', { mutation: 'awaitStudent', input: { caseId } });
    const carl = await desk.visit('carl', ...looks);
    await carl.page.goto(`/cases/${caseId}/course`);
    await carl.page.getByRole('main').locator('h2').first().waitFor();
    await carl.page.getByRole('button', { name: 'Set a date' }).waitFor();
    expect(await carl.inspect('course')).toEqual([]);
    await inspectDialog(carl, 'Set a date', 'dialog-set-date');
    await inspectDialog(carl, 'Name the cause', 'dialog-cause');
    await inspectDialog(carl, 'Make a bundle', 'dialog-bundle');
    await carl.close();
    const amira = await desk.visit('amira', ...looks);
    for (const [place, button] of [
      ['kept', 'Hold'],
      ['common', 'Raise it'],
      ['rules', 'Publish the next version'],
    ] as const) {
      await amira.page.goto(`/${place}`);
      await amira.page.getByRole('main').getByRole('button', { name: button, exact: true }).first().waitFor();
      expect(await amira.inspect(place)).toEqual([]);
      await inspectDialog(amira, button, `dialog-${place}`);
    }
    await amira.close();
  });
});
