import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { looks, type UnionInBrowser, type Visit } from '@guildhall/browser-testing';
import { startPortal } from './start-portal.js';

let union: UnionInBrowser;
beforeAll(async () => {
  union = await startPortal();
}, 240_000);
afterAll(() => union?.stop());

const society = 'Film and Theatre Society';
const doors = 'Door stewards for the lantern night';

async function openOffices({ page }: Visit): Promise<void> {
  await page.goto('/groups?search=theatre');
  await page.getByRole('link', { name: society, exact: true }).first().click();
  await page.getByRole('link', { name: /^Run this group/ }).click();
  await page.getByRole('link', { name: 'Offices', exact: true }).click();
  await page.getByRole('heading', { name: 'Offices', level: 2 }).waitFor();
}

async function openDoors({ page }: Visit): Promise<void> {
  await page.goto('/service');
  await page.getByRole('link', { name: doors }).first().click();
  await page.getByRole('heading', { name: doors, level: 1 }).waitFor();
}

describe('training that offices ask for', () => {
  it('can be read by everybody in any look, and decided by the union’s officers alone', async () => {
    const reader = await union.visit('portal', 'ada', ...looks);
    await reader.page.goto('/training');
    await reader.page.getByRole('link', { name: 'New committee, first month' }).waitFor();
    expect(await reader.page.getByRole('button', { name: 'Change' }).count()).toBe(0);
    expect(await reader.inspect('training-rules')).toEqual([]);
    await reader.close();

    const { page, complaints, close } = await union.visit('portal', 'uma');
    await page.goto('/training');
    const secretary = page
      .locator('section, article, div')
      .filter({ has: page.getByRole('heading', { name: 'Secretary', exact: true }) })
      .last();
    await secretary.getByText('Nothing is asked.').waitFor();
    await secretary.getByRole('button', { name: 'Change' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Learning path').selectOption({ label: 'Meetings that end on time' });
    await dialog.getByRole('button', { name: 'Change' }).click();
    await page.getByRole('link', { name: 'Meetings that end on time' }).waitFor();
    expect(complaints).toEqual([]);
    await close();
  }, 180_000);

  it('is asked by a group for an office, and whoever lacks it is not given the office now', async () => {
    const officer = await union.visit('portal', 'omar');
    const { page, complaints, close } = officer;
    await openOffices(officer);
    const dialog = page.getByRole('dialog');
    await page.getByRole('button', { name: 'Add an office' }).click();
    await dialog.getByLabel('What it is called').fill('Keeper of the doors');
    await dialog.getByRole('button', { name: 'Add an office' }).click();
    const named = page.getByRole('heading', { name: 'Keeper of the doors', level: 3 });
    const office = page.locator('section').filter({ has: named }).last();
    await office.getByRole('button', { name: 'Ask for training' }).click();
    await dialog.getByLabel('Learning path').selectOption({ label: 'Walk leader' });
    await dialog.getByRole('button', { name: 'Ask for training' }).click();
    await office.getByRole('link', { name: 'Walk leader' }).waitFor();
    await office.getByRole('button', { name: 'Give to a member' }).click();
    await dialog.getByLabel('Who', { exact: true }).selectOption({ index: 1 });
    await dialog.getByLabel('Last day').fill('2027-12-01');
    await dialog.getByRole('button', { name: 'Give to a member' }).click();
    await dialog.getByText(/This asks for training that is not completed yet/).waitFor();
    expect(complaints).toEqual([]);
    await close();
  }, 180_000);
});

describe('training that a shift asks for', () => {
  it('stands where one signs up, with the way to it, in any look', async () => {
    const member = await union.visit('portal', 'ada', ...looks);
    await openDoors(member);
    const card = member.page.getByRole('article').filter({ hasText: 'Door steward' });
    await card.getByText('To sign up as “Door steward”, complete this first:').waitFor();
    expect(await card.getByRole('button', { name: 'Sign up' }).count()).toBe(0);
    expect(await member.inspect('shift-training')).toEqual([]);
    await card.getByRole('link', { name: 'Event crew: run a safe event' }).first().click();
    await member.page.getByRole('heading', { name: 'Event crew: run a safe event', level: 1 }).waitFor();
    await member.close();
  }, 180_000);
});
