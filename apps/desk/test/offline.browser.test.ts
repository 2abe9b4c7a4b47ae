import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createCasework } from './casework.js';
import type { Desk } from './start-desk.js';
import { startDesk } from './start-desk.js';

let desk: Desk;
beforeAll(async () => {
  desk = await startDesk();
}, 240_000);
afterAll(() => desk?.stop());

describe('a desk that loses its connection', () => {
  it('says so, keeps what was read, and loads what a form needs once the connection is back', async () => {
    const { page, close } = await desk.visit('amira');
    const cards = page.locator('main article');
    await cards.first().waitFor();
    const count = await cards.count();
    await page.context().setOffline(true);
    const banner = page.getByRole('status').getByText('You are offline.');
    await banner.waitFor();
    expect(await cards.count()).toBe(count);
    await page
      .getByRole('button', { name: /^(Assign|Reassign)$/ })
      .first()
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('heading', { name: 'You are offline' }).waitFor();
    await page.context().setOffline(false);
    await banner.waitFor({ state: 'detached' });
    await dialog
      .getByLabel(/: \d+ open/)
      .first()
      .waitFor();
    await close();
  });

  it('tells that a message was not sent, keeps it, and sends it once', async () => {
    const caseId = await createCasework(desk).assigned();
    const { page, close } = await desk.visit('carl');
    await page.goto(`/cases/${caseId}`);
    const message = page.getByLabel('Write to the student');
    await message.fill('I will call the landlord.');
    await page.context().setOffline(true);
    const send = page.getByRole('button', { name: 'Send', exact: true });
    await send.click();
    await page.getByText('nothing was sent').waitFor();
    expect(await message.inputValue()).toBe('I will call the landlord.');
    await page.context().setOffline(false);
    await send.click();
    const sent = page.locator('main article', { hasText: 'I will call the landlord.' });
    await sent.waitFor();
    expect([await sent.count(), await message.inputValue()]).toEqual([1, '']);
    await close();
  });
});
