import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { desktop, looks } from '@guildhall/browser-testing';
import type { Desk } from './start-desk.js';
import { startDesk } from './start-desk.js';

let desk: Desk;
beforeAll(async () => {
  desk = await startDesk();
}, 240_000);
afterAll(() => desk?.stop());

/** A plan with one contest, for the forms that are there before the announcement. */
async function plan(): Promise<string> {
  const schedule = Object.fromEntries(
    [
      ['nominationsOpenAt', 10],
      ['nominationsCloseAt', 20],
      ['campaignOpensAt', 25],
      ['votingOpensAt', 30],
      ['votingClosesAt', 33],
      ['mandatesStartAt', 60],
    ].map(([name, days]) => [name, new Date(Date.now() + Number(days) * 86_400_000).toISOString()]),
  );
  const input = { title: 'Autumn elections', schedule, campaignRules: 'Be fair.', secondTrustee: 'amira' };
  const { election } = await desk.act<{ readonly election: Planned }>('otto', {
    mutation: 'planElection',
    input,
    select: 'election { id electablePositions(search: "President") { edges { node { position { id } } } } }',
  });
  const positionId = election.electablePositions.edges[0]?.node.position.id;
  const mandatesEndAt = new Date(Date.now() + 300 * 86_400_000).toISOString();
  await desk.act('otto', {
    mutation: 'addContest',
    input: { electionId: election.id, positionId, seats: 1, mandatesEndAt },
  });
  return election.id;
}

type Planned = {
  readonly id: string;
  readonly electablePositions: {
    readonly edges: readonly { readonly node: { readonly position: { readonly id: string } } }[];
  };
};

describe('the pages of elections', () => {
  it('are met in every look before an election is announced, with every form and each step of a key', async () => {
    const electionId = await plan();
    const { page, inspect, inspectDialogs, close } = await desk.visit('otto', ...looks);
    await page.goto('/elections');
    await page.getByRole('article').first().waitFor();
    const faults = [...(await inspect('elections'))];
    await page.goto('/elections/plan');
    await page.getByLabel('The committee of a group').check();
    await page.getByRole('combobox', { name: 'Group' }).waitFor();
    await page.getByRole('button', { name: 'Save the plan' }).click();
    await page.getByText('Please fill this in.').first().waitFor();
    faults.push(...(await inspect('election-plan')));
    await page.goto(`/elections/${electionId}`);
    await page.getByRole('heading', { name: 'What comes next' }).waitFor();
    faults.push(...(await inspect('election-planned')), ...(await inspectDialogs('election-planned')));
    await page.goto(`/elections/${electionId}/keys`);
    await page.getByRole('button', { name: 'Make the key now' }).waitFor();
    faults.push(...(await inspect('election-key-make')));
    await page.getByRole('button', { name: 'Make the key now' }).click();
    await page.getByRole('button', { name: 'I have kept it' }).waitFor();
    faults.push(...(await inspect('election-key-keep')));
    await page.getByRole('button', { name: 'I have kept it' }).click();
    await page.getByLabel('The file you saved').waitFor();
    faults.push(...(await inspect('election-key-prove')));
    expect(faults).toEqual([]);
    await close();
  }, 600_000);

  it('are met in every look while an election goes on and after it', async () => {
    const { page, settle, inspect, inspectDialogs, close } = await desk.visit('otto', ...looks);
    const faults: string[] = [];
    await page.goto('/elections?part=OVER');
    await page.getByRole('article').first().getByRole('link').click();
    await page.getByRole('heading', { name: 'Result', exact: true }).waitFor();
    const over = new URL(page.url()).pathname;
    for (const path of ['', '/candidates', '/complaints', '/keys']) {
      await page.goto(`${over}${path}`);
      await settle();
      faults.push(...(await inspect(`election-over${path.replace('/', '-')}`)));
    }
    for (const status of ['Voting', 'Provisional result', 'Nominations']) {
      await page.goto('/elections');
      await page.getByRole('article').filter({ hasText: status }).first().getByRole('link').click();
      await page.getByRole('heading', { name: 'What comes next' }).waitFor();
      const name = `election-${status.split(' ')[0]?.toLowerCase()}`;
      faults.push(...(await inspect(name)));
      if (status === 'Voting') faults.push(...(await inspectDialogs(name)));
    }
    await page.goto('/elections');
    await page.getByRole('article').filter({ hasText: 'Provisional result' }).first().getByRole('link').click();
    await page.getByRole('link', { name: 'Complaints' }).click();
    await page.getByRole('button', { name: 'Rule on it' }).first().waitFor();
    faults.push(...(await inspect('election-complaints')), ...(await inspectDialogs('election-complaints')));
    expect(faults).toEqual([]);
    await close();
  }, 600_000);

  it('are met in every look by who keeps a key and by who decides appeals', async () => {
    const amira = await desk.visit('amira', ...looks);
    await amira.page.goto('/elections');
    await amira.page.getByRole('heading', { name: 'Keys in your care' }).waitFor();
    const faults = [...(await amira.inspect('elections-second-trustee'))];
    const sys = await desk.visit('sys', ...looks);
    await sys.page.goto('/elections');
    await sys.page.getByRole('link', { name: 'Appeals of candidates' }).waitFor();
    faults.push(...(await sys.inspect('elections-appeals-alone')));
    await sys.page.goto('/elections/appeals');
    await sys.page.getByRole('heading', { name: 'No appeal waits for you' }).waitFor();
    faults.push(...(await sys.inspect('election-appeals')));
    expect(faults).toEqual([]);
    await amira.close();
    await sys.close();
  }, 600_000);

  it('are nobody else’s, who is told so', async () => {
    const { page, inspect, close } = await desk.visit('carl', desktop);
    await page.goto('/elections');
    await page.getByRole('heading', { name: 'This page is for returning officers and trustees' }).waitFor();
    await page.goto('/elections/018f0000-0000-7000-8000-000000000000/keys');
    await page.getByRole('heading', { name: 'You keep no key of this election' }).waitFor();
    expect(await inspect('elections-not-yours')).toEqual([]);
    await close();
  }, 240_000);
});
