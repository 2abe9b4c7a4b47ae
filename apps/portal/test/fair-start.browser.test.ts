import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { looks, type Look, type UnionInBrowser, type Visit } from '@guildhall/browser-testing';
import { startPortal } from './start-portal.js';

let union: UnionInBrowser;
beforeAll(async () => {
  union = await startPortal();
}, 240_000);
afterAll(() => union?.stop());
const visit = (who: string | undefined, ...seen: readonly Look[]): Promise<Visit> =>
  union.visit('portal', who, ...seen);

/** The id of an activity of the demo by its title, whenever it is or was. */
async function activityNamed(search: string): Promise<string> {
  const { askGraph, close } = await visit('omar');
  const query =
    'query ($search: String!) { activities(search: $search, from: "2000-01-01T00:00:00Z", first: 1) { edges { node { id } } } }';
  const { data } = (await askGraph(query, { search })) as {
    data: { activities: { edges: { node: { id: string } }[] } };
  };
  await close();
  const id = data.activities.edges[0]?.node.id;
  if (id === undefined) throw new Error(`the demo has ${search}`);
  return id;
}

describe('a draw', () => {
  it('is entered as a party by a link that is passed on, joined by whoever opens it, and left again', async () => {
    const collecting = await activityNamed('winter markets');
    const ada = await visit('ada');
    await ada.page.goto(`/activities/${collecting}`);
    await ada.page.getByRole('link', { name: 'Enter the draw' }).click();
    await ada.page.getByLabel('With friends').check();
    await ada.page.getByRole('button', { name: 'Enter the draw' }).click();
    await ada.page.getByText('so far your party is you alone').waitFor();
    const link = (await ada.page.locator('code').filter({ hasText: '#' }).textContent()) ?? '';

    const omar = await visit('omar');
    await omar.page.goto(new URL(link).pathname + new URL(link).hash);
    await omar.page.getByRole('button', { name: 'Join the party' }).click();
    await omar.page.getByText('You are in the draw as a party of 2.').waitFor();
    await omar.page.getByRole('button', { name: 'Leave the draw' }).click();
    await omar.page.getByRole('dialog').getByRole('button', { name: 'Leave the draw' }).click();
    await omar.page.getByRole('button', { name: 'Enter the draw' }).waitFor();
    expect(omar.complaints).toEqual([]);
    expect(ada.complaints).toEqual([]);
    await omar.close();
    await ada.close();
  });

  it('is not joined by an invitation that nobody gave, and what was typed stays', async () => {
    const collecting = await activityNamed('winter markets');
    const { page, close } = await visit('uma');
    await page.goto(`/activities/${collecting}/fair-start`);
    await page.getByLabel('Invitation').fill('no such code');
    await page.getByRole('button', { name: 'Join the party' }).click();
    await page.getByRole('alert').first().waitFor();
    expect(await page.getByLabel('Invitation').inputValue()).toBe('no such code');
    await close();
  });

  it('is recounted in the browser, equal, and shows where the own entry came', async () => {
    const drawn = await activityNamed('Supper with the orchestra');
    const { page, complaints, close } = await visit('rosa');
    await page.goto(`/activities/${drawn}/fair-start`);
    await page.getByText('which was not enough for a place').waitFor();
    await page.getByRole('link', { name: 'See the draw and recount it' }).click();
    await page.getByRole('button', { name: 'Recount here' }).click();
    await page.getByText(/Equal\. All \d+ entries came out exactly as published/).waitFor();
    const rank = /came out at (\d+) of/.exec(await page.getByText(/Your entry came out at/).innerText())?.[1];
    // A page holds 25, and where an entry came out depends on the day of the demo.
    for (let shown = 25; shown < Number(rank); shown += 25)
      await page.getByRole('button', { name: 'Show more' }).click();
    await page.getByText(/· yours/).waitFor();
    expect(complaints).toEqual([]);
    await close();
  });
});

describe('what comes after an activity', () => {
  it('shows organisers the ratings as a plot and the words without names', async () => {
    const cafe = await activityNamed('Language café');
    const { page, complaints, close } = await visit('omar');
    await page.goto(`/activities/${cafe}/after`);
    await page.getByRole('heading', { name: 'What people said' }).waitFor();
    await page.getByRole('figure').filter({ hasText: 'Ratings' }).waitFor();
    await page.getByLabel('Your words').fill('Thank you for every table you carried.');
    await page.getByRole('button', { name: 'Thank the team' }).click();
    await page.getByText('Thank you for every table you carried.').first().waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('lets people say whether they may be seen in photos', async () => {
    const soups = await activityNamed('soups of six countries');
    const { page, complaints, close } = await visit('ada');
    await page.goto(`/activities/${soups}/after`);
    await page.getByRole('group', { name: 'My choice' }).getByLabel('No', { exact: true }).check();
    await page.getByRole('button', { name: 'Save my choice' }).click();
    await page.getByText('Your choice is kept.').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });
});

describe('draws and what comes after in every look', () => {
  it('have no breach of accessibility, no complaint of the browser and nothing too wide', async () => {
    const [collecting, drawn, cafe, improvised] = [
      await activityNamed('winter markets'),
      await activityNamed('Supper with the orchestra'),
      await activityNamed('Language café'),
      await activityNamed('Improvised theatre night'),
    ];
    const tours = [
      ['rosa', 'fair-start-collecting', `/activities/${collecting}/fair-start`],
      ['rosa', 'fair-start-drawn', `/activities/${drawn}/fair-start`],
      ['rosa', 'draw', `/activities/${drawn}/draw`],
      ['omar', 'after-of-an-organiser', `/activities/${cafe}/after`],
      ['ada', 'after', `/activities/${improvised}/after`],
    ] as const;
    const faults: string[] = [];
    for (const [who, name, place] of tours) {
      const seen = await visit(who, ...looks);
      await seen.page.goto(place);
      await seen.settle();
      faults.push(...(await seen.inspect(name)), ...(await seen.inspectDialogs(name)));
      await seen.close();
    }
    expect(faults).toEqual([]);
  }, 300_000);
});
