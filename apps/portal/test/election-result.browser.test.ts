import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { desktop, looks, phone, type Look, type UnionInBrowser, type Visit } from '@guildhall/browser-testing';
import { startPortal } from './start-portal.js';

let union: UnionInBrowser;
let spring: Found;
let network: Found;
let hillwalking: Found;

beforeAll(async () => {
  union = await startPortal();
  spring = await electionNamed('Union elections, spring');
  network = await electionNamed('International Students’ Network');
  hillwalking = await electionNamed('Hillwalking Club');
}, 240_000);
afterAll(() => union?.stop());
const visit = (who: string | undefined, ...seen: readonly Look[]): Promise<Visit> =>
  union.visit('portal', who, ...seen);

/** An election of the demo, with its contests. */
type Found = {
  readonly id: string;
  readonly contests: readonly { readonly id: string; readonly position: { readonly title: string } }[];
};

async function electionNamed(begins: string): Promise<Found> {
  const { askGraph, close } = await visit('ada');
  const query = '{ elections(first: 50) { edges { node { id title contests { id position { title } } } } } }';
  const { data } = (await askGraph(query)) as {
    data: { elections: { edges: { node: Found & { title: string } }[] } };
  };
  await close();
  const found = data.elections.edges.find(({ node }) => node.title.startsWith(begins))?.node;
  if (found === undefined) throw new Error(`the demo has ${begins}`);
  return found;
}

const placeOf = ({ id, contests }: Found, at = 0): string => `/elections/${id}/results/${contests[at]?.id}`;

/** Answers what the page asks for from now on, and nothing that others ask. */
function hearRequests({ page }: Visit): readonly string[] {
  const heard: string[] = [];
  page.on('request', (request) => heard.push(request.url()));
  return heard;
}

describe('the results of an election', () => {
  it('are found from the election, say who is elected, and lead to each count', async () => {
    const { page, complaints, close } = await visit('ada', phone);
    await page.goto(`/elections/${spring.id}`);
    await page.locator(`main a[href="/elections/${spring.id}/results"]`).click();
    await page.getByRole('heading', { name: 'Results', level: 1 }).waitFor();
    await page.getByText('The result is declared and stands.').waitFor();
    const title = spring.contests[0]?.position.title ?? '';
    await page.getByRole('link', { name: `See how ${title} was counted` }).click();
    await page.getByRole('heading', { name: title, level: 1 }).waitFor();
    await page.getByRole('heading', { name: /is elected\.$/ }).waitFor();
    await page.getByRole('heading', { name: 'Stage 1: First preferences' }).waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('are seen without signing in, and say on a desk the whole count as a table', async () => {
    const { page, complaints, close } = await visit(undefined, desktop);
    await page.goto(placeOf(network));
    await page.getByRole('heading', { name: /are elected\.$/ }).waitFor();
    const table = page.getByRole('region', { name: 'Stage by stage' }).getByRole('table');
    await table.waitFor();
    const stages = await page.getByRole('heading', { name: /^Stage \d+:/ }).count();
    expect(await table.getByRole('columnheader').count()).toBe(stages + 2);
    expect(await table.getByText(/^Elected, stage \d+$/).count()).toBe(2);
    await page.getByRole('img', { name: /^Diagram of how the votes of \d+ candidates moved/ }).waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('are told to be provisional while they can be complained about, and too small a contest says why it has no recount', async () => {
    const { page, complaints, close } = await visit('ada', phone);
    await page.goto(placeOf(hillwalking));
    await page.getByText('This result is provisional.').waitFor();
    await page.getByText(/only \d+ ballots were cast\. Below \d+ somebody could recognise/).waitFor();
    expect(await page.getByRole('button', { name: 'Recount here' }).count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Download the ballots' }).count()).toBe(0);
    expect(complaints).toEqual([]);
    await close();
  });

  it('of an election that does not exist look like one that is not counted', async () => {
    const { page, complaints, close } = await visit(undefined, phone);
    await page.goto('/elections/018f0000-0000-7000-8000-000000000000/results');
    await page.getByText('There is no result here yet').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });
});

describe('the journey of a vote', () => {
  it('is drawn and told from what is typed, without a single request', async () => {
    const seen = await visit('ada', phone);
    const { page, complaints, settle, close } = seen;
    await page.goto(placeOf(network));
    await page.getByRole('heading', { name: 'Your vote’s journey' }).waitFor();
    await settle();
    const heard = hearRequests(seen);
    for (const place of [1, 2, 3]) {
      const choices = page.getByRole('group', { name: `Who was your number ${place}?` });
      await choices.getByRole('button').first().click();
    }
    await page.getByRole('heading', { name: 'What your vote did' }).waitFor();
    await page.getByText(/^Stage 1: it counted for/).waitFor();
    await page
      .getByText(/^In the end [\d.]+ of your vote/)
      .first()
      .waitFor();
    await page.getByRole('img', { name: /The path of your vote/ }).waitFor();
    const third = page.getByRole('list', { name: 'Your ranking' }).getByRole('listitem').nth(2);
    const name = await third.innerText();
    await third.getByRole('button', { name: /^Move .* up$/ }).click();
    const second = page.getByRole('list', { name: 'Your ranking' }).getByRole('listitem').nth(1);
    expect((await second.innerText()).replace(/\d/, '')).toBe(name.replace(/\d/, ''));
    await page.getByRole('button', { name: 'Start again' }).click();
    await page.getByRole('heading', { name: 'What your vote did' }).waitFor({ state: 'detached' });
    await settle();
    expect(heard).toEqual([]);
    expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => !/scheme|language/.test(key)))).toEqual(
      [],
    );
    expect(complaints).toEqual([]);
    await close();
  });
});

describe('a recount', () => {
  it('of every contest with enough ballots is equal, and its seed the one that was promised', async () => {
    const { page, complaints, close } = await visit(undefined, phone);
    for (const place of [placeOf(network), ...spring.contests.map((_contest, at) => placeOf(spring, at))]) {
      await page.goto(place);
      await page.getByRole('heading', { name: 'Count it again yourself' }).waitFor();
      const button = page.getByRole('button', { name: 'Recount here' });
      const small = page.getByText(/only \d+ ballots were cast/);
      await button.or(small).waitFor();
      if ((await button.count()) === 0) continue;
      await button.click();
      await page.getByText(/^Equal\. \d+ ballots counted again, \d+ stages: every figure is as published\.$/).waitFor();
      await page.getByText('The seed of the lots is the one that was promised').waitFor();
    }
    expect(complaints).toEqual([]);
    await close();
  });

  it('names the first figure that differs when the ballots are not those that were counted', async () => {
    const { page, close } = await visit(undefined, phone);
    await page.route('**/*', async (route) => {
      if (!(route.request().postData() ?? '').includes('query BallotFile')) return route.continue();
      const response = await route.fetch();
      // One line of equal papers fewer: the third line is the first with papers where nobody stood down.
      const text = (await response.text()).replace(
        /\\n(\d+)( [\d ]+)\\n/,
        (_whole, papers: string, ranks: string) => String.raw`\n${Number(papers) + 1}${ranks}\n`,
      );
      return route.fulfill({ response, body: text });
    });
    await page.goto(placeOf(network));
    await page.getByRole('button', { name: 'Recount here' }).click();
    await page.getByText('Not equal.').waitFor();
    await page.getByText(/^(Valid|Blank) ballots: published is \d+, the recount gives \d+\.$/).waitFor();
    expect(await page.getByText(/^Equal\./).count()).toBe(0);
    await close();
  });

  it('says so when the ballots cannot be loaded, and can be tried again', async () => {
    const { page, close } = await visit(undefined, phone);
    let isDown = true;
    await page.route('**/*', (route) =>
      isDown && (route.request().postData() ?? '').includes('query BallotFile') ? route.abort() : route.continue(),
    );
    await page.goto(placeOf(network));
    await page.getByRole('button', { name: 'Recount here' }).click();
    await page.getByText('Guildhall cannot be reached just now.').first().waitFor();
    isDown = false;
    await page.getByRole('button', { name: 'Recount here' }).click();
    await page.getByText(/^Equal\./).waitFor();
    expect(await page.getByText('Guildhall cannot be reached just now.').count()).toBe(0);
    await close();
  });

  it('can be made elsewhere: the ballots are a file to keep', async () => {
    const { page, complaints, close } = await visit(undefined, phone);
    await page.goto(placeOf(network));
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download the ballots' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(`${network.contests[0]?.id}.blt`);
    expect(complaints).toEqual([]);
    await close();
  });
});

describe('results in every look', () => {
  it('have no breach of accessibility, no complaint of the browser and nothing too wide', async () => {
    const faults: string[] = [];
    const tours = [
      ['results', `/elections/${spring.id}/results`],
      ['result-of-two-seats', placeOf(network)],
      ['result-provisional', placeOf(hillwalking)],
    ] as const;
    for (const [name, place] of tours) {
      const seen = await visit('ada', ...looks);
      await seen.page.goto(place);
      await seen.settle();
      faults.push(...(await seen.inspect(name)));
      await seen.close();
    }
    const checked = await visit('ada', ...looks);
    await checked.page.goto(placeOf(network));
    await checked.page.getByRole('button', { name: 'Recount here' }).click();
    await checked.page.getByText(/^Equal\./).waitFor();
    for (const place of [1, 2, 3])
      await checked.page
        .getByRole('group', { name: `Who was your number ${place}?` })
        .getByRole('button')
        .last()
        .click();
    await checked.settle();
    faults.push(...(await checked.inspect('result-checked')));
    await checked.close();
    expect(faults).toEqual([]);
  }, 300_000);
});
