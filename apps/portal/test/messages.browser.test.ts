import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { looks, type UnionInBrowser } from '@guildhall/browser-testing';
import { startPortal } from './start-portal.js';

let union: UnionInBrowser;
beforeAll(async () => {
  union = await startPortal();
}, 240_000);
afterAll(() => union?.stop());

describe('a conversation', () => {
  it('is written in by one, read by the other, taken back in, muted and hidden', async () => {
    const { page, complaints, close } = await union.visit('portal', 'rosa');
    await page.goto('/messages');
    await page
      .getByRole('link', { name: /Ada Okafor/ })
      .filter({ hasNotText: 'Help board' })
      .click();
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByLabel('Your message').and(page.locator('[aria-invalid="true"]')).waitFor();
    await page.getByLabel('Your message').fill('Shall we sit at the front?');
    await page.getByRole('button', { name: 'Send' }).click();
    const log = page.getByRole('log');
    await log.getByText('Shall we sit at the front?').waitFor();
    expect(await page.getByLabel('Your message').inputValue()).toBe('');
    const said = log.locator('li', { hasText: 'Shall we sit at the front?' });

    const other = await union.visit('portal', 'ada');
    await other.page.goto('/messages');
    await other.page.getByRole('link', { name: /Shall we sit at the front/ }).click();
    const received = other.page.getByRole('log').locator('li', { hasText: 'Shall we sit at the front?' });
    await received.getByRole('button', { name: 'Report' }).click();
    await other.page.getByRole('dialog').getByLabel('What is wrong?').waitFor();
    await other.page.keyboard.press('Escape');
    expect(other.complaints).toEqual([]);
    await other.close();

    await said.getByRole('button', { name: 'Take back' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Take back' }).click();
    await log.getByText('A message was taken back.').waitFor();
    await page.getByRole('button', { name: 'Mute' }).click();
    await page.getByRole('button', { name: 'Stop muting' }).waitFor();
    await page.getByRole('button', { name: 'Hide this conversation' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Hide this conversation' }).click();
    await page.waitForURL(/\/messages$/);
    expect(complaints).toEqual([]);
    await close();
  });
});

describe('a circle', () => {
  it('is proposed without names, accepted, and the yes taken back', async () => {
    const { page, complaints, close } = await union.visit('portal', 'ada');
    await page.goto('/people/circles');
    await page.getByText('A circle for you').waitFor();
    expect(await page.getByText('Who is in it').count()).toBe(0);
    await page.getByRole('button', { name: 'Yes, I would like that' }).click();
    await page.getByText('You said yes.').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('that is there shows its people, where they talk and when they meet', async () => {
    const { page, complaints, close } = await union.visit('portal', 'rosa');
    await page.goto('/people/circles');
    await page.getByText('Who is in it').waitFor();
    await page.getByText('The union café').waitFor();
    await page.getByRole('button', { name: 'Plan a meeting' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Plan a meeting' }).click();
    await page.getByRole('dialog').getByLabel('Where').and(page.locator('[aria-invalid="true"]')).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: 'Talk to each other' }).click();
    await page.getByRole('log').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('is wished for with what the profile says, and the wish taken back', async () => {
    const { page, complaints, close } = await union.visit('portal', 'uma');
    await page.goto('/people/circles');
    await page.getByRole('button', { name: 'Save my wish' }).click();
    await page.getByRole('alert').waitFor();
    await page.getByLabel('Friday afternoon').check();
    await page.getByRole('button', { name: 'Save my wish' }).click();
    await page.getByText('You would like to be in a circle').waitFor();
    await page.getByRole('button', { name: 'I no longer want this' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'I no longer want this' }).click();
    await page.getByText('Would you like to be in a circle?').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });
});

describe('conversations and circles in every look', () => {
  it('have no breach of accessibility, no complaint of the browser and nothing too wide', async () => {
    const { page, settle, inspect, inspectDialogs, close } = await union.visit('portal', 'rosa', ...looks);
    const faults: string[] = [];
    for (const [name, place] of [
      ['messages', '/messages'],
      ['circles', '/people/circles'],
      ['conversation-missing', '/messages/00000000-0000-4000-8000-000000000000'],
    ] as const) {
      await page.goto(place);
      await settle();
      faults.push(...(await inspect(name)), ...(await inspectDialogs(name)));
    }
    expect(faults).toEqual([]);
    await close();
  }, 300_000);
});
