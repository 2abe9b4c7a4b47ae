import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { desktop, looks } from '@guildhall/browser-testing';
import type { Gallery } from './gallery-in-browser.js';
import { startGallery } from './gallery-in-browser.js';

let gallery: Gallery;
beforeAll(async () => {
  gallery = await startGallery();
}, 120_000);
afterAll(() => gallery?.stop());

describe('the gallery in every look', () => {
  it.each([
    ['blocks', '/'],
    ['queries', '/queries'],
    ['forms', '/forms'],
    ['plots', '/plots'],
    ['closed', '/closed'],
    ['nothing', '/no/such/page'],
  ])(
    'shows %s without a breach of accessibility, a complaint of the browser or anything wider than the screen',
    async (what, path) => {
      const { page, inspect, close } = await gallery.open(...looks);
      await page.goto(path);
      await page.locator('h1').waitFor();
      if (what === 'closed') await page.locator('main h2').waitFor();
      if (what === 'forms') {
        await page.locator('form button[type=submit]').click();
        await page.locator('[role=alert]').waitFor();
      }
      if (what === 'plots') await page.locator('figure button').first().click();
      expect(await inspect(what)).toEqual([]);
      await close();
    },
  );

  it('shows a question and the settings above the page', async () => {
    const { page, inspect, close } = await gallery.open(...looks);
    await page.goto('/');
    await page.locator('article button[data-look=danger]').first().click();
    await page.locator('dialog[open]').waitFor();
    expect(await inspect('question')).toEqual([]);
    await page.keyboard.press('Escape');
    await page.locator('header button[aria-label]').last().click();
    await page.locator('dialog[open] fieldset').first().waitFor();
    expect(await inspect('settings')).toEqual([]);
    await close();
  });
});

describe('an inspection', () => {
  it('tells what is wrong in one look alone, and gives the page back as it was', async () => {
    const { page, inspect, close } = await gallery.open(...looks);
    await page.goto('/');
    await page.locator('h1').waitFor();
    await page.evaluate(() => {
      const [faint, wide, wordless] = [0, 1, 2].map(() => document.createElement('p'));
      faint?.append('Faint in the dark');
      faint?.style.setProperty('color', 'rgb(60, 70, 65)');
      wide?.append('wide');
      wide?.style.setProperty('width', '500px');
      wordless?.append('no.such.key');
      document.querySelector('main')?.append(...[faint, wide, wordless].filter((each) => each !== undefined));
    });
    const faults = await inspect('faults');
    const looksOf = (fault: string): readonly string[] =>
      faults.filter((each) => each.includes(fault)).map((each) => /faults: (\S+):/.exec(each)?.[1] ?? '');
    expect(looksOf('wider than the screen').every((look) => look.endsWith('phone'))).toBe(true);
    expect(looksOf('wider than the screen')).toHaveLength(4);
    expect(looksOf('color-contrast').toSorted()).toEqual(['en-dark-desktop', 'zh-CN-dark-phone']);
    expect(looksOf('no word for no.such.key')).toHaveLength(8);
    expect(await page.locator('html[lang=en][data-scheme=light]').count()).toBe(1);
    await close();
  });
});

describe('the shell', () => {
  it('leads keyboards past the navigation, and readers to the heading of the page they arrive at', async () => {
    const { page, close } = await gallery.open(desktop);
    await page.goto('/');
    await page.locator('h1').waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to content');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Plots' }).click();
    await page.getByRole('heading', { name: 'Plots' }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Plots');
    expect(await page.title()).toBe('Plots · Gallery');
    await close();
  });

  it('changes language and look at once, in other tabs too, and remembers both', async () => {
    const { page, close } = await gallery.open(desktop);
    const other = await page.context().newPage();
    await other.goto('/');
    await other.locator('h1').waitFor();
    await page.goto('/');
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByText('简体中文').click();
    await page.getByRole('heading', { name: '应用的组成部分' }).waitFor();
    await page.getByText('深色').click();
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(19, 24, 22)');
    const kept = await page.evaluate(() => [
      localStorage.getItem('guildhall.language'),
      localStorage.getItem('guildhall.scheme'),
    ]);
    expect(kept).toEqual(['zh-CN', 'dark']);
    await other.getByRole('heading', { name: '应用的组成部分' }).waitFor();
    await other.locator('html[data-scheme=dark]').waitFor();
    await close();
  });

  it('says so when the connection goes, and stops when it is back', async () => {
    const { page, close } = await gallery.open(desktop);
    await page.goto('/');
    await page.locator('h1').waitFor();
    await page.context().setOffline(true);
    await page.getByText('You are offline.').waitFor();
    await page.context().setOffline(false);
    await page.getByText('You are offline.').waitFor({ state: 'detached' });
    expect(await page.getByRole('status').allTextContents()).not.toContain('You are offline.');
    await close();
  });

  it('puts a page in place of one that fails, and keeps the navigation', async () => {
    const { page, close } = await gallery.open(desktop);
    await page.goto('/fault');
    await page.getByRole('heading', { name: 'Something went wrong on this page' }).waitFor();
    expect(await page.getByText('This page always fails.').count()).toBe(0);
    expect(await page.getByRole('navigation', { name: 'Main' }).count()).toBe(1);
    await close();
  });
});

describe('a query', () => {
  it('says that nobody answers, shows the answer once it comes, and keeps it when the next one fails', async () => {
    const { page, close } = await gallery.open(desktop);
    await page.goto('/live');
    await page.getByText('Guildhall cannot be reached just now.').waitFor();
    const headers = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' };
    const answerWith = async (json: object): Promise<void> => {
      await page.unroute('**/graphql');
      await page.route('**/graphql', (route) => route.fulfill({ json, headers }));
    };
    await answerWith({ data: { viewer: { __typename: 'Viewer', subject: 'anonymous' } } });
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('anonymous').waitFor();
    await answerWith({ errors: [{ message: 'away', extensions: { code: 'OVERLOADED', requestId: 'r-42' } }] });
    await page.getByRole('button', { name: 'Load again' }).click();
    await page.getByText('r-42').waitFor();
    expect(await page.getByText('anonymous').count()).toBe(1);
    await close();
  });
});

describe('the blocks', () => {
  it('draw a button from viewerActions alone, ask before what cannot be taken back, and tell of a refusal', async () => {
    const { page, close } = await gallery.open(desktop);
    await page.goto('/');
    const cards = page.locator('article');
    await cards.nth(2).waitFor();
    expect(await cards.nth(0).getByRole('button').allTextContents()).toEqual(['Give up my place']);
    expect(await cards.nth(2).getByRole('button').allTextContents()).toEqual(['Register']);
    await cards.nth(0).getByRole('button').click();
    const dialog = page.getByRole('dialog', { name: 'Give up your place?' });
    await dialog.getByRole('button', { name: 'Give it up' }).click();
    await dialog.getByText('Somebody else changed this first.').waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Give up my place');
    await close();
  });

  it('put each problem of a form beside its field, the rest above the button, and the focus on the first', async () => {
    const { page, close } = await gallery.open(desktop);
    await page.goto('/forms');
    await page.getByRole('button', { name: 'Submit for approval' }).click();
    await page.getByText('Risk tier: This contradicts another field.').waitFor();
    const title = page.getByLabel('Title');
    expect(await title.getAttribute('aria-invalid')).toBe('true');
    expect(await title.evaluate((element) => element === document.activeElement)).toBe(true);
    await close();
  });

  it('say withheld where a figure is suppressed, with the reason, and show the same in the table', async () => {
    const { page, close } = await gallery.open(desktop);
    await page.goto('/plots');
    const plot = page.getByRole('figure').first();
    expect(await plot.getByRole('listitem').last().textContent()).toMatch(/^Misconduct\s*withheld$/);
    await plot.getByText('stands for fewer than 10 people').waitFor();
    await plot.getByRole('button', { name: 'Show as a table' }).click();
    expect(await plot.getByRole('row', { name: /Misconduct/ }).textContent()).toMatch(/^Misconduct\s*withheld$/);
    await close();
  });
});
