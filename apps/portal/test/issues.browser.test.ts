import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { looks, type UnionInBrowser, type Visit } from '@guildhall/browser-testing';
import { startPortal } from './start-portal.js';

let union: UnionInBrowser;
beforeAll(async () => {
  union = await startPortal();
}, 240_000);
afterAll(() => union?.stop());
const visit = (who: string): Promise<Visit> => union.visit('portal', who);

describe('a student with something to say', () => {
  it('is shown what resembles it while writing, posts it without a name, and is told what is missing', async () => {
    const { page, complaints, close } = await visit('ada');
    await page.goto('/');
    await page.getByRole('link', { name: 'Issues of my course' }).click();
    await page.getByRole('link', { name: 'Write to my course' }).click();
    await page.getByLabel('In one line').fill('The library seats are full');
    await page.getByRole('heading', { name: 'Is it one of these?' }).waitFor();
    await page.getByRole('link', { name: 'The library is full from ten in the morning' }).waitFor();
    await page.getByLabel('What is it about?').fill('Short.');
    await page.getByLabel('Department', { exact: true }).selectOption({ label: 'Library and Learning Spaces' });
    await page.getByRole('button', { name: 'Post it' }).click();
    await page.getByText('This is too short.').waitFor();
    expect(await page.getByLabel('What is it about?').inputValue()).toBe('Short.');
    await page.getByLabel('What is it about?').fill('Since the lab day moved there is no seat with a socket left.');
    await page.getByRole('button', { name: 'Post it' }).click();
    await page.getByRole('heading', { name: 'The library seats are full' }).waitFor();
    await page.getByText('1 student supports it').first().waitFor();
    expect(await page.getByRole('button', { name: 'Raise it' }).count()).toBe(0);
    expect(complaints).toEqual([]);
    await close();
  });

  it('says that an answered issue is not solved', async () => {
    const { page, close } = await visit('ada');
    await page.goto('/issues?status=RESOLVED&mine=true');
    await page.getByRole('article').getByRole('link').first().click();
    await page.getByRole('button', { name: 'Not yet' }).click();
    const said = 'You said: not yet.';
    expect(await page.getByText(said).textContent()).toContain(said);
    await close();
  });
});

describe('a course representative', () => {
  it('sees where the issues stand, raises one, and replies by name', async () => {
    const { page, complaints, close } = await visit('rosa');
    await page.goto('/issues');
    await page.getByRole('heading', { name: 'BSc Physics, year 2: where the issues stand' }).waitFor();
    await page.getByRole('link', { name: 'In your course', exact: true }).click();
    await page.waitForURL(/status=PRIVATE/);
    await page.getByRole('link', { name: /^No hot water/ }).click();
    await page.getByText('A student of your course').first().waitFor();
    await page.getByLabel('Your reply').fill('I take it to the halls committee.');
    await page.getByRole('button', { name: 'Reply', exact: true }).click();
    await page.getByRole('listitem').filter({ hasText: 'halls committee' }).waitFor();
    await page.getByRole('button', { name: 'Raise it' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Raise it' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('main').getByText('Raised', { exact: true }).first().waitFor();
    expect(await page.getByRole('button', { name: 'Raise it' }).count()).toBe(0);
    expect(complaints).toEqual([]);
    await close();
  });
});

describe('somebody outside the course', () => {
  it('finds an issue of it as little as one that is not there', async () => {
    const rosa = await visit('rosa');
    await rosa.page.goto('/issues');
    const href = await rosa.page.getByRole('article').getByRole('link').first().getAttribute('href');
    await rosa.close();
    const { page, close } = await visit('omar');
    await page.goto(href ?? '');
    const missing = 'This issue does not exist';
    expect(await page.getByRole('heading', { name: missing }).textContent()).toBe(missing);
    await close();
  });
});

async function takeAll(who: string, pages: readonly (readonly [string, string])[]): Promise<readonly string[]> {
  const tour = await union.visit('portal', who, ...looks);
  const faults: string[] = [];
  for (const [name, place] of pages) {
    const isIssue = place.startsWith('>');
    await tour.page.goto(isIssue ? place.slice(1) : place);
    await tour.settle();
    if (isIssue) {
      await tour.page.goto((await tour.page.locator('article a').first().getAttribute('href')) ?? '');
      await tour.settle();
    }
    faults.push(...(await tour.inspect(name)), ...(await tour.inspectDialogs(name)));
  }
  await tour.close();
  return faults;
}

describe('the issues in every look', () => {
  it('have no page and no dialog with a breach of accessibility, a complaint of the browser or anything too wide', async () => {
    const faults = await Promise.all([
      takeAll('rosa', [
        ['issues-of-a-rep', '/issues'],
        ['issue-private', '>/issues?status=PRIVATE'],
        ['issue-reopened', '>/issues?status=REOPENED'],
        ['issues-none', '/issues?status=DECLINED&type=PRAISE'],
      ]),
      takeAll('ada', [
        ['new-issue', '/issues/new'],
        ['issue-own', '>/issues?status=IN_PROGRESS&mine=true'],
        ['issue-vote', '>/issues?status=RESOLVED&mine=true'],
        ['issue-missing', '/issues/00000000-0000-7000-8000-000000000000'],
      ]),
    ]);
    expect(faults.flat()).toEqual([]);
  }, 300_000);
});
