import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Visit } from '@guildhall/browser-testing';
import { looks } from '@guildhall/browser-testing';
import { createCasework } from './casework.js';
import { breakLearning } from './poison.js';
import type { Desk } from './start-desk.js';
import { startDesk } from './start-desk.js';

let desk: Desk;
/** A case at each step, so that every button and every dialog can be seen. */
let cases: Readonly<Record<'open' | 'full' | 'ended', string>>;

beforeAll(async () => {
  desk = await startDesk();
  const work = createCasework(desk);
  const full = await work.assigned();
  await work.asked(full);
  await work.consented(full);
  await desk.act('carl', { mutation: 'postCaseMessage', input: { caseId: full, body: 'Hello Ada, I am on it.' } });
  await desk.act('ada', { mutation: 'postCaseMessage', input: { caseId: full, body: 'Thank you!' } });
  const ended = await work.assigned();
  const outcome = { caseId: ended, outcome: 'SETTLED', summary: 'They repaired it.' };
  await desk.act('carl', { mutation: 'recordOutcome', input: outcome });
  // For the advice manager: one to sort and one to give away.
  await work.acknowledged();
  await work.triaged();
  cases = { open: await work.assigned(), full, ended };
}, 240_000);
afterAll(() => desk?.stop());

/** Opens what a button opens, inspects it and closes it again. */
async function inspectDialog({ page, inspect }: Visit, button: string, name: string): Promise<void> {
  await page.getByRole('main').getByRole('button', { name: button, exact: true }).first().click();
  await page.locator('dialog[open]').waitFor();
  expect(await inspect(name)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.locator('dialog[open]').waitFor({ state: 'detached' });
}

describe('in every look the desk', () => {
  it('shows the advice manager the queue and the forms to share out the work', async () => {
    const visit = await desk.visit('amira', ...looks);
    await visit.page.locator('article').first().waitFor();
    expect(await visit.inspect('queue-amira')).toEqual([]);
    await inspectDialog(visit, 'Triage', 'dialog-triage');
    await inspectDialog(visit, 'Assign', 'dialog-assign');
    await inspectDialog(visit, 'Signpost', 'dialog-signpost');
    await visit.page.goto('/templates');
    await visit.page.locator('article').first().waitFor();
    expect(await visit.inspect('templates')).toEqual([]);
    await inspectDialog(visit, 'Write a template', 'dialog-template');
    await visit.page.goto('/?part=OVER');
    expect(await visit.inspect('queue-over')).toEqual([]);
    await visit.page.context().setOffline(true);
    await visit.page.locator('[role="status"] p').waitFor();
    expect(await visit.inspect('queue-offline')).toEqual([]);
    expect(await visit.page.locator('[role="status"] p').count()).toBe(1);
    await visit.close();
  });

  it('shows a case worker the queue, cases and every step of them', async () => {
    const visit = await desk.visit('carl', ...looks);
    const { page, inspect } = visit;
    expect(await inspect('queue-carl')).toEqual([]);
    await page.goto(`/cases/${cases.full}`);
    await page.locator('main form').first().waitFor();
    await page.locator('main table').first().waitFor();
    expect(await inspect('case')).toEqual([]);
    await inspectDialog(visit, 'Use a template', 'dialog-use-template');
    await inspectDialog(visit, 'Advance the stage', 'dialog-advance');
    await inspectDialog(visit, 'Record the outcome', 'dialog-recordOutcome');
    await inspectDialog(visit, 'Send to the department', 'dialog-send');
    await inspectDialog(visit, 'Propose an answer', 'dialog-propose');
    await page.goto(`/cases/${cases.open}`);
    await inspectDialog(visit, 'Wait for the student', 'dialog-await');
    await page.goto(`/cases/${cases.ended}`);
    await inspectDialog(visit, 'Close the case', 'dialog-close');
    expect(await inspect('case-ended')).toEqual([]);
    await page.goto(`/cases/${cases.full}/refer`);
    await page.locator('main form').waitFor();
    expect(await inspect('refer')).toEqual([]);
    await page.goto('/cases/new');
    await page.locator('main form').waitFor();
    expect(await inspect('on-behalf')).toEqual([]);
    await page.goto('/cases/0b9f0f8e-1111-4222-8333-444455556666');
    await page.locator('main h2').waitFor();
    expect(await inspect('no-case')).toEqual([]);
    await visit.close();
  });

  it('shows the administrator appointments and the register', async () => {
    const visit = await desk.visit('sys', ...looks);
    const { page, inspect } = visit;
    await page.locator('main table').waitFor();
    expect(await inspect('appointments')).toEqual([]);
    await inspectDialog(visit, 'Appoint somebody', 'dialog-grant');
    await inspectDialog(visit, 'End now', 'dialog-end');
    await page.goto('/register');
    await page.locator('article').first().waitFor();
    expect(await inspect('register-applied')).toEqual([]);
    await inspectDialog(visit, 'Turn down', 'dialog-reject');
    await page.goto('/register?status=ACTIVE');
    await page.locator('article').first().waitFor();
    expect(await inspect('register')).toEqual([]);
    await inspectDialog(visit, 'Suspend', 'dialog-suspend');
    await page.goto('/register?status=SUSPENDED');
    await page.locator('article').first().waitFor();
    await inspectDialog(visit, 'Reinstate', 'dialog-reinstate');
    await page.goto('/register?status=ACTIVE&name=zzzz');
    await page.locator('main h2').waitFor();
    expect(await inspect('register-nobody')).toEqual([]);
    await page.goto('/dead-letters');
    await page.locator('main h2').waitFor();
    expect(await inspect('dead-letters-none')).toEqual([]);
    await visit.close();
  });

  it('tells people without a role at the desk where they belong', async () => {
    const { page, inspect, close } = await desk.visit('ada', ...looks);
    await page.locator('main h2').waitFor();
    expect(await inspect('not-for-you')).toEqual([]);
    await close();
  });
});

describe('with an event that could not be applied', () => {
  beforeAll(() => breakLearning(desk), 120_000);

  it('the desk shows in every look what to do about it', async () => {
    const visit = await desk.visit('sys', ...looks);
    await visit.page.goto('/dead-letters');
    await visit.page.locator('article').first().waitFor();
    expect(await visit.inspect('dead-letters')).toEqual([]);
    await inspectDialog(visit, 'Give up', 'dialog-discard');
    await visit.close();
  });
});
