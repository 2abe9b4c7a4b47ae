import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { looks, type UnionInBrowser, type Visit } from '@guildhall/browser-testing';
import { startPortal } from './start-portal.js';

let union: UnionInBrowser;
beforeAll(async () => {
  union = await startPortal();
}, 240_000);
afterAll(() => union?.stop());
const visit = (who: string): Promise<Visit> => union.visit('portal', who);
/** Words of the titles of demo proposals, by what is special about them. */
const titles = {
  lateLibrary: 'study space in Lakeside',
  changedText: 'Light the path',
  declined: 'Let tenants',
  delivered: 'drying room in Lakeside',
  reopened: '艺术楼热水',
} as const;

/** Opens the first proposal that the list finds by these words. */
async function open({ page, settle }: Visit, name: keyof typeof titles, after = ''): Promise<void> {
  await page.goto(`/proposals?search=${encodeURIComponent(titles[name])}`);
  await settle();
  const href = await page.getByRole('article').getByRole('link').first().getAttribute('href');
  await page.goto(`${href ?? ''}${after}`);
  await settle();
}

describe('a member with something to propose', () => {
  it('is shown what resembles it while writing, keeps what is typed, and has it seconded', async () => {
    const { page, complaints, close } = await visit('ada');
    await page.goto('/proposals/new');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Please fill this in.').waitFor();
    await page.getByLabel('What you ask for').fill('Study space open until late');
    await page.getByRole('heading', { name: 'Is it one of these?' }).waitFor();
    await page.getByLabel('Problem').fill('We cannot study late.');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { name: 'Study space open until late', level: 1 }).waitFor();
    await page.getByRole('link', { name: /^Your proposal/ }).click();
    await page.getByRole('button', { name: 'Hand it in' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Hand it in' }).click();
    await page.getByRole('dialog').getByText('Background: Please fill this in.').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    expect(complaints).toEqual([]);
    await close();
  });

  it('endorses, sees what changed, and rates an answer', async () => {
    const ada = await visit('ada');
    const { page, complaints, close } = ada;
    await open(ada, 'changedText');
    await page.getByText('The text has changed since you endorsed it.').waitFor();
    await page.getByRole('button', { name: 'Show what changed' }).click();
    await page.locator('ins').first().waitFor();
    await page.getByRole('button', { name: 'Endorse the new text' }).click();
    await page.getByText('You endorse this proposal.').waitFor();
    await open(ada, 'delivered');
    await page.getByRole('button', { name: 'Not yet' }).click();
    await page.getByText('You said: not yet.').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('reads the news and stops that of one matter', async () => {
    const { page, complaints, close } = await visit('ada');
    await page.goto('/updates');
    await page.getByRole('button', { name: 'Mark all as read' }).click();
    await page.getByText('New', { exact: true }).first().waitFor({ state: 'detached' });
    await page
      .getByRole('button', { name: /^No more news of this/ })
      .first()
      .click();
    await page
      .getByRole('button', { name: /^Hear of it again/ })
      .first()
      .waitFor();
    expect(complaints).toEqual([]);
    await close();
  });
});

describe('somebody who is asked to second', () => {
  it('says yes and is named', async () => {
    const { page, close } = await visit('rosa');
    await page.goto('/proposals');
    await page.getByRole('link', { name: /^A quiet room/ }).click();
    await page.getByRole('button', { name: 'Second it' }).click();
    await page.getByRole('button', { name: 'Second it' }).waitFor({ state: 'detached' });
    const name = 'Rosa Lindqvist';
    expect(await page.getByText(name).first().textContent()).toContain(name);
    await close();
  });
});

async function takeAll(
  who: string | undefined,
  pages: readonly (readonly [string, string])[],
): Promise<readonly string[]> {
  const tour = await union.visit('portal', who, ...looks);
  const faults: string[] = [];
  for (const [name, place] of pages) {
    const known = Object.keys(titles).find((each) => each === place) as keyof typeof titles | undefined;
    if (known === undefined) {
      await tour.page.goto(place);
      await tour.settle();
    } else await open(tour, known);
    faults.push(...(await tour.inspect(name)), ...(await tour.inspectDialogs(name)));
  }
  await tour.close();
  return faults;
}

async function takeOwn(): Promise<readonly string[]> {
  const tour = await union.visit('portal', 'ada', ...looks);
  await open(tour, 'lateLibrary', '/write');
  const faults = [...(await tour.inspect('proposal-own')), ...(await tour.inspectDialogs('proposal-own'))];
  await tour.close();
  return faults;
}

describe('proposals in every look', () => {
  it('have no page and no dialog with a breach of accessibility, a complaint of the browser or anything too wide', async () => {
    const faults = await Promise.all([
      takeOwn(),
      takeAll('ada', [
        ['proposals', '/proposals'],
        ['proposal-open', 'lateLibrary'],
        ['proposal-answered', 'declined'],
        ['proposal-delivered', 'delivered'],
        ['proposal-new', '/proposals/new'],
        ['updates', '/updates'],
      ]),
      takeAll(undefined, [
        ['proposals-of-a-visitor', '/proposals?kind=CLOSED'],
        ['proposal-reopened', 'reopened'],
        ['proposal-missing', '/proposals/00000000-0000-7000-8000-000000000000'],
        ['promises', '/promises'],
      ]),
    ]);
    expect(faults.flat()).toEqual([]);
  }, 300_000);
});
