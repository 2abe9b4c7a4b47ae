import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { looks, type UnionInBrowser } from '@guildhall/browser-testing';
import { startPortal } from './start-portal.js';

let union: UnionInBrowser;
beforeAll(async () => {
  union = await startPortal();
}, 240_000);
afterAll(() => union?.stop());

describe('finding activities', () => {
  it('is narrowed by what stands in the address, and widened again by its chips', async () => {
    const { page, complaints, close } = await union.visit('portal', 'ada');
    await page.goto('/activities');
    await page.getByText('More filters').click();
    await page.getByRole('combobox', { name: 'Language', exact: true }).selectOption({ label: 'Chinese (China)' });
    await page.waitForURL(/language=zh-CN/);
    await page.getByLabel('Day of the week').selectOption({ label: 'Saturday' });
    await page.waitForURL(/weekday=SATURDAY/);
    await page.getByRole('button', { name: 'Free places only' }).click();
    await page.waitForURL(/free=true/);
    await page.getByRole('button', { name: 'Without Saturday' }).click();
    await page.getByRole('button', { name: 'Without Chinese (China)' }).click();
    await page.getByRole('button', { name: 'Free places only' }).click();
    await page.waitForURL((url) => url.search === '');
    await page.locator('main article').first().waitFor();
    const access = page.getByRole('combobox', { name: 'Access', exact: true });
    await page.getByText('More filters').click();
    await access.selectOption({ label: 'Step-free' });
    await page.waitForURL(/access=STEP_FREE/);
    await page.locator('main article', { hasText: 'Step-free' }).first().waitFor();
    expect(await page.locator('main article').filter({ hasNotText: 'Step-free' }).count()).toBe(0);
    expect(complaints).toEqual([]);
    await close();
  });

  it('is a month that the keyboard walks through, and a day that is opened with it', async () => {
    const { page, complaints, close } = await union.visit('portal', undefined);
    await page.goto('/activities');
    await page.getByRole('link', { name: 'Calendar', exact: true }).click();
    await page.waitForURL(/view=calendar/);
    const table = page.getByRole('table');
    await table.waitFor();
    // Whatever today is, one of these two months has something on in the demo.
    if ((await table.getByRole('link').count()) === 0) await page.getByRole('link', { name: 'Month after' }).click();
    const day = table.getByRole('link').first();
    await day.waitFor();
    const name = (await day.getAttribute('href')) ?? '';
    await day.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/day=/);
    expect(name).toContain(new URL(page.url()).searchParams.get('day'));
    await page.getByRole('region').locator('article').first().waitFor();
    await page.getByRole('link', { name: 'List', exact: true }).click();
    await page.waitForURL((url) => !url.search.includes('view'));
    expect(complaints).toEqual([]);
    await close();
  });
});

describe('a calendar of one’s own', () => {
  it('has an address that is shown once, opens without a sign-in, and is revoked', async () => {
    const { page, complaints, close } = await union.visit('portal', 'ada');
    await page.goto('/settings');
    await page.getByRole('link', { name: 'Activities in your calendar' }).click();
    await page.getByRole('button', { name: 'Make an address' }).click();
    await page.getByLabel('What is it for?').and(page.locator('[aria-invalid="true"]')).waitFor();
    await page.getByLabel('What is it for?').fill('Phone');
    await page.getByRole('button', { name: 'Make an address' }).click();
    const address = await page.locator('code', { hasText: '/own/' }).innerText();
    const read = await page.request.get(address);
    expect([read.status(), read.headers()['content-type']]).toEqual([200, 'text/calendar; charset=utf-8']);
    expect(await read.text()).toContain('BEGIN:VEVENT');
    const again = await page.request.get(address, { headers: { 'if-none-match': read.headers()['etag'] ?? '' } });
    expect(again.status()).toBe(304);
    await page.reload();
    await page.getByText('Phone', { exact: true }).waitFor();
    expect(await page.locator('code', { hasText: '/own/' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Revoke' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
    await page.getByText('Phone', { exact: true }).waitFor({ state: 'detached' });
    expect((await page.request.get(address)).status()).toBe(404);
    expect(complaints).toEqual([]);
    await close();
  });

  it('says whether friends may know where one goes, and they may not until it is said', async () => {
    const { page, complaints, close } = await union.visit('portal', 'rosa');
    await page.goto('/settings/calendar');
    await page.getByText('Nobody is shown where you go.').waitFor();
    await page.getByRole('button', { name: 'Show my connections where I go' }).click();
    await page.getByText('Your connections can see which activities you have a place in.').waitFor();
    await page.getByRole('button', { name: 'Show it to nobody' }).click();
    await page.getByText('Nobody is shown where you go.').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });
});

describe('an activity that was passed on', () => {
  it('is read without a sign-in, under its own title, and taken into a calendar', async () => {
    const { page, complaints, close } = await union.visit('portal', undefined);
    await page.goto('/activities?search=Ridge');
    await page.getByRole('link', { name: 'Ridge walk to the old reservoir' }).click();
    await page.getByRole('link', { name: 'Share, or add to a calendar' }).click();
    await page.waitForURL(/\/a\//);
    await page.getByRole('heading', { level: 1, name: 'Ridge walk to the old reservoir' }).waitFor();
    expect(await page.title()).toContain('Ridge walk to the old reservoir');
    const href = await page.getByRole('link', { name: 'Add to a calendar', exact: true }).getAttribute('href');
    const file = await page.request.get(new URL(href ?? '', page.url()).href);
    expect(file.headers()['content-disposition']).toContain('activity.ics');
    expect(await file.text()).toContain('SUMMARY:Ridge walk to the old reservoir');
    await page.goto('/a/00000000-0000-7000-8000-000000000000');
    await page.getByText('There is nothing here').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });
});

const pages: readonly (readonly [name: string, who: string | undefined, place: string])[] = [
  ['find', 'ada', '/activities?kind=SOCIAL&access=STEP_FREE&free=true'],
  ['find-friends', 'ada', '/activities?friends=true'],
  ['find-calendar', undefined, '/activities?view=calendar'],
  ['calendar-settings', 'ada', '/settings/calendar'],
  ['calendar-settings-of-a-visitor', undefined, '/settings/calendar'],
  ['share-missing', undefined, '/a/00000000-0000-7000-8000-000000000000'],
];

describe('the pages of finding in every look', () => {
  it('have no breach of accessibility, no complaint of the browser and nothing too wide', async () => {
    const faults: string[] = [];
    for (const who of ['ada', undefined]) {
      const visit = await union.visit('portal', who, ...looks);
      for (const [name, , place] of pages.filter(([, visitor]) => visitor === who)) {
        await visit.page.goto(place);
        await visit.settle();
        faults.push(...(await visit.inspect(name)), ...(await visit.inspectDialogs(name)));
      }
      if (who === undefined) {
        await visit.page.goto('/activities?search=Ridge');
        const href = await visit.page.locator('main a[href^="/activities/"]').first().getAttribute('href');
        await visit.page.goto((href ?? '').replace('/activities/', '/a/'));
        await visit.settle();
        faults.push(...(await visit.inspect('share')));
      }
      await visit.close();
    }
    expect(faults).toEqual([]);
  }, 240_000);
});
