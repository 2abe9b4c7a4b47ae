import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Visit } from '@guildhall/browser-testing';
import { demoActivities } from '@guildhall/demo';
import { waitFor } from '@guildhall/testing';
import { moveActivity } from '../service-database.js';
import { startJourney, type Journey } from './start-journey.js';

const training = 'Stage and lighting safety training';
const path = 'Event crew: run a safe event';

let journey: Journey;
beforeAll(async () => {
  journey = await startJourney('attendance');
}, 240_000);
afterAll(() => journey?.stop());

const moveTraining = (times: string): Promise<void> =>
  moveActivity(journey.platform, demoActivities.stageTraining, times);

async function beginPath({ page, inspect }: Visit): Promise<void> {
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('link', { name: 'Learning', exact: true }).click();
  await page.getByRole('link', { name: path }).click();
  await page.getByRole('button', { name: 'Begin this path' }).click();
  await page.getByText('0 of 4 steps passed').waitFor();
  expect(await inspect('01-path-begun')).toEqual([]);
}

async function register({ page, inspect }: Visit): Promise<void> {
  await page.getByRole('link', { name: 'Find such an activity' }).click();
  await page.getByRole('link', { name: training }).click();
  await page.getByRole('button', { name: 'Register', exact: true }).click();
  await page.getByText('You have a place').waitFor();
  expect(await inspect('02-registered')).toEqual([]);
}

/** From the first screen of the portal to the list at the door. */
async function goToDoor({ page }: Visit): Promise<void> {
  await page.getByRole('link', { name: 'Film and Theatre Society' }).click();
  await page.getByRole('link', { name: training }).click();
  await page.getByRole('link', { name: 'List at the door' }).click();
  await page.getByRole('heading', { name: training }).waitFor();
}

describe('a training that a learning path asks for', () => {
  it('is registered for, checked in at the door and closed, and then the step of the path has passed', async () => {
    const rosa = await journey.visit('rosa', 'portal');
    await beginPath(rosa);
    await register(rosa);

    await moveTraining("starts_at = now() - interval '1 hour', ends_at = now() + interval '1 hour'");
    const omar = await journey.visit('omar', 'portal');
    await goToDoor(omar);
    const row = omar.page.getByRole('listitem').filter({ hasText: 'Rosa Lindqvist' });
    await row.getByRole('button', { name: 'Check in' }).click();
    await row.getByText('Checked in').waitFor();
    expect(await omar.inspect('03-checked-in')).toEqual([]);
    expect(await omar.page.getByRole('button', { name: 'Close attendance' }).count()).toBe(0);

    await moveTraining("ends_at = now() - interval '1 second'");
    await omar.page.reload();
    await omar.page.getByRole('button', { name: 'Close attendance' }).click();
    await omar.page.getByRole('dialog').getByRole('button', { name: 'Close attendance' }).click();
    await row.getByText('Attended').waitFor();
    expect(await omar.inspect('04-attendance-closed')).toEqual([]);

    await rosa.page.goto('/');
    const passed = rosa.page.getByRole('link', { name: `Step passed: Attend a training session (${path})` });
    await waitFor('the first screen tells of the step', async () => {
      await rosa.page.reload();
      await rosa.page.getByRole('heading', { name: 'What changed' }).waitFor();
      return passed.isVisible();
    });
    expect(await rosa.inspect('05-told-at-home')).toEqual([]);
    await passed.click();
    await rosa.page.getByText('1 of 4 steps passed').waitFor();
    expect(await rosa.inspect('06-step-passed')).toEqual([]);
  });
});
