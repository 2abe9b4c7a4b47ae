import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { looks } from '@guildhall/browser-testing';
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

const reason = 'On the phone they said that they do not want to wake up tomorrow.';
const step = (caseId: string) => ({
  mutation: 'proposeSafeguardingStep',
  input: { caseId, ground: 'RISK_TO_LIFE', recipient: 'EMERGENCY_SERVICES', reason },
  select: 'step { id }',
});

describe('a case worker', () => {
  it('opens the name of a student for a purpose and closes it again', async () => {
    const caseId = await work.assigned();
    const { page, complaints, close } = await desk.visit('carl');
    await page.goto(`/cases/${caseId}/side`);
    await page.getByText('Closed. Open it only when you need it').waitFor();
    expect(await page.getByText('Ada Okafor').count()).toBe(0);
    await page.getByRole('button', { name: 'Open the name' }).click();
    await page.getByRole('dialog').getByLabel('To make sure whom I speak with').check();
    await page.getByRole('button', { name: 'Open for 15 minutes' }).click();
    await page.getByText('Ada Okafor').first().waitFor();
    await page.getByRole('button', { name: 'Close now' }).click();
    await page.getByText('Closed. Open it only when you need it').waitFor();
    await page.getByText('Ada Okafor').waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
    await close();
  });

  it('keeps notes, proposes a step without consent, and cannot confirm it', async () => {
    const caseId = await work.assigned();
    const { page, complaints, close } = await desk.visit('carl');
    await page.goto(`/cases/${caseId}/side`);
    await page.getByLabel('Only me, while I work on it').check();
    await page.getByLabel('Note', { exact: true }).fill('Ask about the aunt.');
    await page.getByRole('button', { name: 'Keep the note' }).click();
    await page.locator('p', { hasText: 'Ask about the aunt.' }).waitFor();
    expect(await page.getByLabel('Note', { exact: true }).inputValue()).toBe('');

    await page.getByRole('button', { name: 'Propose a step without consent' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Listed ground').selectOption('RISK_TO_LIFE');
    await dialog.getByRole('button', { name: 'Ask for a second person' }).click();
    expect(await dialog.getByText('Please fill this in.').count()).toBe(2);
    await dialog.getByLabel('Whom to tell').selectOption('EMERGENCY_SERVICES');
    await dialog.getByLabel('Why', { exact: true }).fill(reason);
    await dialog.getByRole('button', { name: 'Ask for a second person' }).click();
    await page.getByText('Waits for a second person').waitFor();
    await page.getByText('Somebody may be in danger. This case comes first.').waitFor();
    expect(await page.getByRole('button', { name: 'Agree', exact: true }).count()).toBe(0);
    expect(complaints).toEqual([]);
    await close();
  });

  it('says whom they know, and steps back from a case, which is out of sight at once', async () => {
    const caseId = await work.assigned();
    const { page, complaints, close } = await desk.visit('carl');
    await page.goto('/ties');
    await page.getByLabel('Name', { exact: true }).fill('Ivo Larch');
    await page.getByRole('button', { name: 'Declare', exact: true }).click();
    await page.getByText('A friend ·').first().waitFor();
    await page.goto(`/cases/${caseId}`);
    await page.getByRole('link', { name: 'Notes and protection' }).click();
    await page.getByRole('button', { name: 'Step back from this case' }).click();
    await page.getByRole('dialog').getByLabel('Housemate').check();
    await page.getByRole('dialog').getByRole('button', { name: 'Step back', exact: true }).click();
    await page.waitForURL((url) => url.pathname === '/');
    await page.goto(`/cases/${caseId}`);
    await page.getByRole('heading', { name: 'This case is not yours to read' }).waitFor();
    expect(complaints).toEqual([]);
    await close();
  });
});

describe('the advice manager', () => {
  it('is the second person, names a second worker, and keeps somebody away', async () => {
    const caseId = await work.assigned();
    await desk.act('carl', step(caseId));
    const { page, complaints, close } = await desk.visit('amira');
    await page.goto(`/cases/${caseId}/oversight`);
    const dialog = page.getByRole('dialog');
    await page.getByText(reason).waitFor();
    await page.getByRole('button', { name: 'Agree', exact: true }).click();
    await dialog.getByRole('button', { name: 'Agree', exact: true }).click();
    await page.getByText('second person: amira').waitFor();

    await page.getByRole('button', { name: 'Name a second worker' }).click();
    await dialog.getByLabel(/^advice-hamid/).check();
    await dialog.getByRole('button', { name: 'Name', exact: true }).click();
    await page.getByText('Second worker: advice-hamid').waitFor();

    await page.getByRole('button', { name: 'Keep somebody away' }).click();
    await dialog.getByLabel('Sign-in name').fill('nobody-here');
    await dialog.getByRole('button', { name: 'Raise the wall' }).click();
    await dialog.getByRole('alert').or(dialog.locator('[aria-invalid="true"]')).first().waitFor();
    await dialog.getByLabel('Sign-in name').fill('carl');
    await dialog.getByRole('button', { name: 'Raise the wall' }).click();
    await page.getByText('Kept away by the manager').waitFor();
    await page.getByText('With nobody yet').or(page.getByText('Waits for a new case worker since')).first().waitFor();
    await page.getByRole('button', { name: 'Lift the wall for carl' }).click();
    await dialog.getByRole('button', { name: 'Lift the wall' }).click();
    await page.getByText('Nobody is kept from this case.').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });
});

describe('in every look the desk', () => {
  it('shows what belongs to a file beside what the student sees', async () => {
    const caseId = await work.assigned();
    const other = await work.assigned();
    await desk.act('carl', step(caseId));
    const note = { caseId, layer: 'INTERNAL', body: 'Third report of this block this month.' };
    await desk.act('carl', { mutation: 'writeCaseNote', input: note });
    await desk.act('carl', { mutation: 'linkCases', input: { caseId, otherId: other } });
    await desk.act('carl', { mutation: 'openIdentity', input: { caseId, purpose: 'REACH_STUDENT' } });
    const { page, inspect, close } = await desk.visit('carl', ...looks);
    await page.goto(`/cases/${caseId}/side`);
    await page.getByText('Third report').waitFor();
    expect(await inspect('file-side')).toEqual([]);
    await page.getByRole('button', { name: 'Propose a step without consent' }).first().click();
    await page.locator('dialog[open] form').waitFor();
    expect(await inspect('dialog-step')).toEqual([]);
    await page.keyboard.press('Escape');
    await page.goto('/ties');
    await page.locator('main form').waitFor();
    expect(await inspect('ties')).toEqual([]);
    await close();
    const manager = await desk.visit('amira', ...looks);
    await manager.page.goto(`/cases/${caseId}/oversight`);
    await manager.page.getByText(reason).waitFor();
    expect(await manager.inspect('oversight')).toEqual([]);
    await manager.page.goto('/cases/0b9f0f8e-1111-4222-8333-444455556666/oversight');
    await manager.page.locator('main h2').waitFor();
    expect(await manager.inspect('oversight-none')).toEqual([]);
    await manager.close();
  });

  it('shows roles that wait for a second administrator', async () => {
    const day = 86_400_000;
    const [startsAt, endsAt] = [0, 30].map((days) => new Date(Date.now() + days * day).toISOString());
    const input = { subject: 'advice-newcomer', role: 'CASE_WORKER', startsAt, endsAt };
    await desk.act('sys', { mutation: 'grantAppointment', input });
    const { page, inspect, close } = await desk.visit('sys', ...looks);
    await page.goto('/appointments');
    await page.getByText('advice-newcomer').waitFor();
    expect(await page.getByRole('button', { name: 'Confirm', exact: true }).count()).toBe(0);
    expect(await inspect('appointment-proposals')).toEqual([]);
    await close();
  });
});
