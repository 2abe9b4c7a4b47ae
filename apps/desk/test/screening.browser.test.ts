import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { desktop, looks } from '@guildhall/browser-testing';
import type { Desk } from './start-desk.js';
import { startDesk } from './start-desk.js';

let desk: Desk;
beforeAll(async () => {
  desk = await startDesk();
}, 240_000);
afterAll(() => desk?.stop());

describe('the screening committee', () => {
  it('meets what waits for it in every look, with every form', async () => {
    const { page, settle, inspect, inspectDialogs, close } = await desk.visit('uma', ...looks);
    await page.goto('/proposals');
    await settle();
    await page.getByRole('heading', { name: /^Captions in/ }).waitFor();
    expect([...(await inspect('screening')), ...(await inspectDialogs('screening'))]).toEqual([]);
    await close();
  }, 300_000);

  it('sends back with a note, decides an appeal, and hands over what the council adopted', async () => {
    const { page, complaints, close } = await desk.visit('uma', desktop);
    await page.goto('/proposals');
    const dialog = page.getByRole('dialog');
    const captions = page.getByRole('article').filter({ hasText: 'Captions in' });
    await captions.getByRole('button', { name: 'Send it back' }).click();
    await dialog.getByRole('button', { name: 'Send it back' }).click();
    await dialog.getByText('Please fill this in.').waitFor();
    await dialog.getByLabel('What to mend').fill('Name the theatres.');
    await dialog.getByRole('button', { name: 'Send it back' }).click();
    await captions.waitFor({ state: 'detached' });

    const placements = page.getByRole('article').filter({ hasText: 'Paid placements' });
    await placements.getByRole('button', { name: 'Decide the appeal' }).click();
    await dialog.getByLabel('In words').fill('It is about everybody.');
    await dialog.getByRole('button', { name: 'Decide the appeal' }).click();
    await dialog.waitFor({ state: 'detached' });

    const exams = page.getByRole('article').filter({ hasText: 'Exam timetables' });
    await exams.getByRole('button', { name: /^Record the council/ }).click();
    await dialog.getByLabel('Day of the meeting').fill('2026-11-02');
    await dialog.getByLabel('Votes for it').fill('31');
    await dialog.getByLabel('Votes against it').fill('4');
    await dialog.getByRole('button', { name: /^Record the council/ }).click();
    await exams.getByRole('button', { name: 'Hand it to a department' }).click();
    await dialog.getByLabel('Department that answers for it').selectOption({ label: 'Examinations Office' });
    await dialog.getByRole('button', { name: 'Hand it to a department' }).click();
    await exams.waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
    await close();
  });

  it('is nobody else, who is told so', async () => {
    const { page, close } = await desk.visit('carl', desktop);
    await page.goto('/proposals');
    const told = page.getByRole('heading', { name: 'This is the screening committee' });
    await told.waitFor();
    expect(await told.count()).toBe(1);
    await close();
  });
});
