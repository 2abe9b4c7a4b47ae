import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { looks, type UnionInBrowser } from '@guildhall/browser-testing';
import { startPortal } from './start-portal.js';

let union: UnionInBrowser;
beforeAll(async () => {
  union = await startPortal();
}, 240_000);
afterAll(() => union?.stop());

describe('the notifications of a member', () => {
  it('stand in one list that can be narrowed, followed and marked as read, in every look', async () => {
    const visit = await union.visit('portal', 'ada', ...looks);
    const { page } = visit;
    const faults: string[] = [];
    await page.goto('/notices');
    await visit.settle();
    faults.push(...(await visit.inspect('notices')));
    await page.goto('/notices?topic=LEARNING&unread=true');
    await visit.settle();
    faults.push(...(await visit.inspect('notices-none')));
    await page.goto('/settings/notifications');
    await visit.settle();
    faults.push(...(await visit.inspect('notification-settings')));
    await page.goto('/stop-mail?t=nothing');
    await visit.settle();
    faults.push(...(await visit.inspect('stop-mail')));
    expect(faults).toEqual([]);
    await visit.close();
  }, 240_000);

  it('are counted in the navigation until they are read', async () => {
    const { page, complaints, close } = await union.visit('portal', 'ada');
    await page.goto('/notices');
    // On a phone they are beside the name of the app.
    const head = page.getByRole('banner');
    await head.getByRole('link', { name: /^Notifications ?: \d+ (is|are) new$/ }).waitFor();
    await page.getByRole('button', { name: 'Mark all as read' }).click();
    await head.getByRole('link', { name: 'Notifications', exact: true }).waitFor();
    expect(await page.getByRole('button', { name: 'Mark all as read' }).count()).toBe(0);
    await page.getByLabel('Show').selectOption({ label: 'Only new' });
    await page.getByRole('heading', { name: 'Nothing of this kind' }).waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('are mailed to an address once the code that was mailed there comes back', async () => {
    const { page, complaints, close } = await union.visit('portal', 'ada');
    await page.goto('/settings/notifications');
    await page.getByLabel('Mail address').fill('nobody');
    await page.getByRole('button', { name: 'Send a code' }).click();
    await page.getByText('This does not look right.').or(page.getByLabel('Mail address')).first().waitFor();
    await page.getByLabel('Mail address').fill('ada@example.org');
    await page.getByRole('button', { name: 'Send a code' }).click();
    await page.getByText('A code is on its way. Enter it below.').waitFor();
    await page.getByLabel('Code', { exact: true }).fill('12');
    await page.getByRole('button', { name: 'Confirm the address' }).click();
    await page.locator('[aria-invalid="true"]').waitFor();
    expect(await page.getByLabel('Code', { exact: true }).inputValue()).toBe('12');
    await page.getByLabel('Learning', { exact: true }).selectOption({ label: 'Not by mail' });
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Your choices are saved.').waitFor();
    await page.reload();
    await page.getByLabel('Learning', { exact: true }).waitFor();
    expect(await page.getByLabel('Learning', { exact: true }).inputValue()).toBe('NEVER');
    expect(complaints).toEqual([]);
    await close();
  });
});
