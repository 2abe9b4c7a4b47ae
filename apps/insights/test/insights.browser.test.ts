import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Look, Page, UnionInBrowser, Visit } from '@guildhall/browser-testing';
import { desktop, looks, phone, startUnion } from '@guildhall/browser-testing';
import { readSettings, startPlatform } from '@guildhall/standalone';

const pages = { members: '/', participation: '/participation', cases: '/cases', learning: '/learning' };

let union: UnionInBrowser;
beforeAll(async () => {
  union = await startUnion((environment) =>
    startPlatform(readSettings(environment, []), { onProgress: () => undefined }),
  );
}, 240_000);
afterAll(() => union?.stop());
const visit = (who: string, ...looks: readonly Look[]): Promise<Visit> =>
  union.visit('insights', who, ...(looks.length > 0 ? looks : [desktop]));

const plots = (page: Page) => page.locator('figure');

/** What each item of the plots says: its label and its number, or the word for withheld. */
async function readPlots(page: Page): Promise<readonly string[]> {
  await plots(page).first().waitFor();
  return plots(page)
    .locator('li')
    .evaluateAll((items) =>
      items.map((item) => [...item.querySelectorAll('span')].map((span) => span.textContent).join(' ')),
    );
}

describe('an analyst', () => {
  it('sees every plot, its table behind it, and why a number is withheld, from the threshold of ten on', async () => {
    const { page, complaints, close } = await visit('nina');
    for (const path of Object.values(pages)) {
      await page.goto(path);
      await plots(page).first().waitFor();
      await page.getByText('You see numbers that stand for at least 10 people.').waitFor();
    }
    await page.goto('/cases');
    await plots(page).getByText('withheld because it stands for fewer than 10 people').first().waitFor();
    await page.getByText('so all of them are withheld').waitFor();
    const shown = await readPlots(page);
    expect(shown).toHaveLength(30);
    expect(shown.some((item) => item.includes('withheld'))).toBe(true);
    const housing = plots(page).filter({ hasText: 'Housing' });
    await housing.getByRole('button', { name: 'Show as a table' }).click();
    expect(await housing.getByRole('table').getByRole('row').count()).toBe(6);
    expect(complaints).toEqual([]);
    await close();
  });

  it('sees no number below the threshold on any page, zero included', async () => {
    const { page, close } = await visit('nina');
    for (const path of ['/?year=2025', '/participation', '/cases', '/learning']) {
      await page.goto(path);
      await plots(page).first().waitFor();
      const texts = await plots(page).locator('li > span:last-child').allTextContents();
      const numbers = texts
        .map((text) => text.replaceAll(',', ''))
        .filter((text) => /^\d+$/.test(text))
        .map(Number);
      expect(numbers.filter((number) => number < 10)).toEqual([]);
    }
    await close();
  });

  it('sees bars as long as their numbers say, on a phone too', async () => {
    const { page, close } = await visit('nina', phone);
    await page.goto('/?year=2025&quarter=1');
    await plots(page).first().waitFor();
    const bars = await plots(page)
      .locator('li')
      .evaluateAll((items) =>
        items.map((item) => {
          const [bar, value] = item.querySelectorAll('span > span');
          return { width: bar?.getBoundingClientRect().width ?? 0, value: Number(value?.textContent) };
        }),
      );
    const counted = bars.filter(({ value }) => !Number.isNaN(value));
    const largest = Math.max(...counted.map(({ value }) => value));
    const longest = Math.max(...counted.map(({ width }) => width));
    expect(counted.length).toBeGreaterThan(2);
    expect(longest).toBeGreaterThan(100);
    for (const { value, width } of counted) expect(width / longest).toBeCloseTo(value / largest, 1);
    await close();
  });

  it('keeps the filters in the address, so that they outlive a reload', async () => {
    const { page, complaints, close } = await visit('nina');
    await page.getByLabel('Academic year').selectOption({ index: 1 });
    await page.waitForURL(/year=/);
    await plots(page).first().waitFor();
    const before = await readPlots(page);
    await page.reload();
    expect(await readPlots(page)).toEqual(before);

    await page.getByRole('link', { name: 'Activities' }).click();
    await page.getByLabel('Kind of activity').selectOption({ label: 'Sport' });
    await page.waitForURL(/kind=SPORT/);
    await page.reload();
    await plots(page).first().waitFor();
    expect(await page.getByLabel('Kind of activity').inputValue()).toBe('SPORT');
    expect(await page.locator('main h2').allTextContents()).toEqual(['Sport']);
    expect(complaints).toEqual([]);
    await close();
  });

  it('downloads exactly what is shown: withheld figures have a reason and no number', async () => {
    const { page, close } = await visit('nina');
    await page.goto('/cases?matter=MISCONDUCT');
    await plots(page).first().waitFor();
    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download as a table (CSV)' }).click();
    const download = await waiting;
    expect(download.suggestedFilename()).toMatch(/^cases-\d{4}-misconduct\.csv$/);
    const lines = (await readFile(await download.path(), 'utf8')).trim().split('\r\n');
    const shown = await readPlots(page);
    expect(lines).toHaveLength(shown.length + 1);
    const withheld = lines.filter((line) => /^[^,]+,[^,]+,,.*withheld/.test(line));
    expect(withheld).toHaveLength(shown.filter((item) => item.includes('withheld')).length);
    expect(withheld.length).toBeGreaterThan(0);
    await close();
  });
});

describe('a service that counts and is silent', () => {
  it('costs its own figures and no others, and is asked again', async () => {
    const { page, close } = await visit('nina');
    const silence = { message: 'The service does not answer.', extensions: { code: 'SUBGRAPH_UNAVAILABLE' } };
    const asksForCases = (request: { postData(): string | null }): boolean =>
      request.postData()?.includes('CaseFigures') === true;
    const headers = { 'access-control-allow-origin': new URL(page.url()).origin };
    const body = JSON.stringify({
      data: { insights: { __typename: 'Insights', academicYear: 2026, threshold: 10, cases: null } },
      errors: [{ ...silence, path: ['insights', 'cases'] }],
    });
    await page.route('**/graphql', (route) =>
      asksForCases(route.request())
        ? route.fulfill({ contentType: 'application/json', headers, body })
        : route.fallback(),
    );
    await page.goto('/cases');
    await page.getByText('A part of this page could not be loaded.').waitFor();
    expect(await plots(page).count()).toBe(0);
    await page.unroute('**/graphql');
    await page.getByRole('button', { name: 'Try again' }).click();
    await plots(page).first().waitFor();
    await close();
  });
});

describe('the threshold', () => {
  it.each([
    ['the advice manager', 'amira'],
    ['a union officer', 'uma'],
  ])('is five for %s', async (_who, person) => {
    const { page, complaints, close } = await visit(person);
    await page.getByText('You see numbers that stand for at least 5 people.').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });
});

describe('in every look', () => {
  it('no page has a breach of accessibility, a complaint of the browser or anything wider than the screen', async () => {
    const { page, inspect, close } = await visit('nina', ...looks);
    for (const [what, path] of Object.entries(pages)) {
      await page.goto(path);
      await plots(page).first().waitFor();
      expect(await inspect(what)).toEqual([]);
    }
    await plots(page).getByRole('button').first().click();
    expect(await inspect('table')).toEqual([]);
    await page.goto('/participation?quarter=4');
    await page.locator('main h2').waitFor();
    expect(await inspect('none')).toEqual([]);
    await close();
  });
});

describe('somebody who may see no totals', () => {
  it('is told so, and sees neither filter nor plot', async () => {
    const { page, inspect, close } = await visit('ada');
    await page.getByRole('heading', { name: 'These figures are for a few people' }).waitFor();
    expect(await page.getByRole('combobox').count()).toBe(0);
    expect(await plots(page).count()).toBe(0);
    expect(await page.getByRole('navigation', { name: 'Main' }).count()).toBe(0);
    expect(await inspect('not-for-you')).toEqual([]);
    await close();
  });
});
