import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { looks, phone, type Look, type UnionInBrowser, type Visit } from '@guildhall/browser-testing';
import { startPortal } from './start-portal.js';

let union: UnionInBrowser;
let nominations: string;

beforeAll(async () => {
  union = await startPortal();
  nominations = await electionNamed('Union elections: part-time officers');
}, 240_000);
afterAll(() => union?.stop());
const visit = (who: string | undefined, ...seen: readonly Look[]): Promise<Visit> =>
  union.visit('portal', who, ...seen);

async function electionNamed(title: string): Promise<string> {
  const { askGraph, close } = await visit('ada');
  const { data } = (await askGraph('{ elections(first: 50) { edges { node { id title } } } }')) as {
    data: { elections: { edges: { node: { id: string; title: string } }[] } };
  };
  await close();
  const found = data.elections.edges.find(({ node }) => node.title === title)?.node.id;
  if (found === undefined) throw new Error(`the demo has ${title}`);
  return found;
}

/** Takes a candidate out, as the returning officer does at the desk. */
async function disqualify(who: string, reason: string): Promise<void> {
  const candidate = await visit(who);
  const query = '{ viewer { candidacies { id status contest { election { title } } } } }';
  const { data } = (await candidate.askGraph(query)) as {
    data: { viewer: { candidacies: { id: string; status: string }[] } };
  };
  await candidate.close();
  const candidateId = data.viewer.candidacies.find(({ status }) => status === 'STANDING')?.id;
  const officer = await visit('otto');
  const mutation = 'mutation ($input: DisqualifyCandidateInput!) { disqualifyCandidate(input: $input) { __typename } }';
  expect(await officer.askGraph(mutation, { input: { candidateId, reason } })).toMatchObject({
    data: { disqualifyCandidate: { __typename: 'DisqualifyCandidateSuccess' } },
  });
  await officer.close();
}

describe('candidates in every look', () => {
  it('have no breach of accessibility, no complaint of the browser and nothing too wide', async () => {
    const tours = [
      ['ada', 'candidacies-nominated', '/candidacies'],
      ['omar', 'candidacies-standing', '/candidacies'],
      ['uma', 'candidacies-none', '/candidacies'],
      ['rosa', 'nominate', `/elections/${nominations}/nominate`],
      ['otto', 'nominate-not-now', `/elections/${nominations}/nominate`],
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

describe('a nomination', () => {
  it('is made for oneself, which is agreeing to stand', async () => {
    const { page, complaints, close } = await visit('rosa', phone);
    await page.goto(`/elections/${nominations}`);
    await page.locator(`main a[href="/elections/${nominations}/nominate"]`).click();
    await page
      .getByRole('group', { name: 'For which seat?' })
      .getByLabel(/^Volunteering Officer/)
      .check();
    await page.getByRole('button', { name: 'Stand', exact: true }).click();
    await page.getByText('You are nominated for Volunteering Officer and have agreed to stand.').waitFor();
    await page.getByRole('link', { name: 'See your candidacy and write your statement' }).click();
    const card = page.getByRole('article').filter({ hasText: 'Volunteering Officer' });
    await card.getByText('You agreed to stand').waitFor();
    await card.getByText(/more nominations? (are|is) needed until/i).waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('is made for somebody who is found by name, and nothing typed is lost while it is refused', async () => {
    const { page, complaints, close } = await visit('omar', phone);
    await page.goto(`/elections/${nominations}/nominate`);
    await page.getByLabel('Another member').check();
    await page.getByLabel('Their name').fill('Rosa');
    await page.getByRole('group', { name: 'Members found' }).getByLabel(/Rosa/).first().check();
    // No seat is chosen yet.
    await page.getByRole('button', { name: 'Nominate', exact: true }).click();
    await page.getByRole('alert').first().waitFor();
    expect(await page.getByLabel('Their name').inputValue()).toBe('Rosa');
    await page
      .getByRole('group', { name: 'For which seat?' })
      .getByLabel(/^Volunteering Officer/)
      .check();
    await page.getByRole('button', { name: 'Nominate', exact: true }).click();
    await page.getByText(/^You nominated Rosa .* for Volunteering Officer\./).waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('finds nobody whose name is not shown to the viewer', async () => {
    const { page, complaints, close } = await visit('rosa', phone);
    await page.goto(`/elections/${nominations}/nominate`);
    await page.getByLabel('Another member').check();
    await page.getByLabel('Their name').fill('Zzz');
    await page.getByText('Nobody with this name lets you see it.').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('is never made by the returning officer', async () => {
    const { page, complaints, close } = await visit('otto', phone);
    await page.goto(`/elections/${nominations}/nominate`);
    await page.getByText('You cannot nominate here now').waitFor();
    expect(await page.getByRole('button', { name: 'Stand', exact: true }).count()).toBe(0);
    expect(complaints).toEqual([]);
    await close();
  });
});

describe('a candidacy', () => {
  it('is declined, agreed to after all, told to voters in two languages, and given up after a warning', async () => {
    const ada = await visit('ada', ...looks);
    const { page, complaints, close } = ada;
    await page.goto('/candidacies');
    const card = page.getByRole('article').filter({ hasText: 'Housing Officer' });
    await card.getByText('Nominated: your answer is needed').waitFor();
    await card.getByText('Rosa').first().waitFor();
    await card.getByRole('button', { name: 'Say no' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Say no' }).click();
    await card.getByText('You said no').waitFor();
    await card.getByRole('button', { name: 'Agree to stand' }).click();
    await card.getByText('You agreed to stand').waitFor();
    expect(await ada.inspectDialogs('candidacies-agreed')).toEqual([]);

    await card.getByRole('button', { name: 'Write your statement' }).click();
    const dialog = page.getByRole('dialog');
    const english = 'Warm rooms for everybody, and a landlord register that you can search.';
    await dialog.getByLabel('Statement (English)').fill(english);
    await dialog
      .getByText(/^\d[\d,]* characters left$/)
      .first()
      .waitFor();
    await dialog.getByRole('button', { name: 'Add a language' }).click();
    await dialog.getByLabel('Statement (Chinese (China))').fill('写'.repeat(20_000));
    await dialog.getByText(/characters too many$/).waitFor();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByText('This is too long.').waitFor();
    expect(await dialog.getByLabel('Statement (English)').inputValue()).toBe(english);
    await dialog.getByLabel('Statement (Chinese (China))').fill('让每个人都住得暖和。');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await card.getByText(english).waitFor();
    await card.getByText('让每个人都住得暖和。').waitFor();

    await card.getByRole('button', { name: 'Stand down' }).click();
    await page.getByRole('dialog').getByText('This cannot be taken back.').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Stand down' }).click();
    await card.getByText('You stood down').waitFor();
    expect(await card.getByRole('button').count()).toBe(0);
    expect(complaints).toEqual([]);
    await close();
  });

  it('that was refused tells the reason, and is appealed against once', async () => {
    await disqualify('omar', 'Posters stood where the rules allow none.');
    const omar = await visit('omar', ...looks);
    const { page } = omar;
    await page.goto('/candidacies');
    const card = page.getByRole('article').filter({ hasText: 'Activities and Sport Officer' });
    await card.getByText('You were taken out').waitFor();
    await card.getByText('Posters stood where the rules allow none.').waitFor();
    expect([
      ...(await omar.inspect('candidacies-refused')),
      ...(await omar.inspectDialogs('candidacies-refused')),
    ]).toEqual([]);
    await card.getByRole('button', { name: 'Appeal' }).click();
    await page.getByRole('dialog').getByLabel('Why is the decision wrong?').fill('They were not mine.');
    await page.getByRole('dialog').getByRole('button', { name: 'Appeal' }).click();
    await card.getByText('They were not mine.').waitFor();
    await card.getByText('It is not decided yet.').waitFor();
    expect(await card.getByRole('button', { name: 'Appeal' }).count()).toBe(0);
    await omar.close();
  });
});
