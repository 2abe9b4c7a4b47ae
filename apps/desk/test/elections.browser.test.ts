import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { desktop, looks, phone, type Visit } from '@guildhall/browser-testing';
import { createElectionWork, type ElectionWork } from './election-work.js';
import type { Desk } from './start-desk.js';
import { startDesk } from './start-desk.js';

/** The group whose committee the walk elects; ada and omar belong to it. */
const group = 'Film and Theatre Society';
const title = 'Podcast team 2027';

/** The file that a trustee saved; the browser's own copy goes with its window. */
type KeptFile = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };

let desk: Desk;
/** What the walk goes on with: the address of its election, and the files the trustees saved. */
let walk: { electionId: string; work: ElectionWork; keys: Record<string, KeptFile>; adaId: string };

beforeAll(async () => {
  desk = await startDesk();
  const { page, askGraph, close } = await desk.visit('omar');
  await page.getByRole('heading', { level: 1 }).waitFor();
  const found = (await askGraph(`{ groups(first: 1, search: "${group}") { edges { node { id } } } }`)) as {
    readonly data: { readonly groups: { readonly edges: readonly { readonly node: { readonly id: string } }[] } };
  };
  const groupId = found.data.groups.edges[0]?.node.id;
  await close();
  const input = { groupId, title: 'Podcast officer', kind: 'OFFICER', seats: 1 };
  await desk.act('omar', { mutation: 'addPosition', input });
}, 240_000);
afterAll(() => desk?.stop());

/** Presses a button that asks first, and says yes. */
async function confirm(page: Visit['page'], button: string): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: button, exact: true }).click();
  await page.locator('dialog[open]').waitFor({ state: 'detached' });
}

/** Makes the key of a trustee on the page of it, keeps its file, and answers that file. */
async function makeKey(page: Visit['page']): Promise<KeptFile> {
  await page.getByRole('button', { name: 'Make the key now' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save the key as a file' }).click();
  const saved = await download;
  const file = {
    name: saved.suggestedFilename(),
    mimeType: 'text/plain',
    buffer: await readFile(await saved.path()),
  };
  await page.getByRole('button', { name: 'I have kept it' }).click();
  const give = page.getByRole('button', { name: 'Check it and give the public half' });
  await give.click();
  await page.getByText('Please fill this in.').waitFor();
  await page.getByLabel('Or the text you wrote down').fill('not the key');
  await give.click();
  await page.getByText('There is no complete key in this.').waitFor();
  await page.getByLabel('The file you saved').setInputFiles(file);
  await give.click();
  await page.getByRole('heading', { name: 'Your key is given' }).waitFor();
  return file;
}

describe('a returning officer', () => {
  it('plans an election, is told at the field what is wrong, adds a contest and announces it', async () => {
    const { page, complaints, close } = await desk.visit('otto', desktop);
    await page.goto('/elections');
    await page.getByRole('link', { name: 'Plan an election' }).click();
    await page.getByLabel('What it is called').fill(title);
    await page.getByLabel('The committee of a group').check();
    await page.getByLabel('Find a group by its name').fill(group);
    await page.getByRole('combobox', { name: 'Group' }).selectOption({ label: group });
    const closes = page.getByLabel('Voting closes');
    const agreed = await closes.inputValue();
    await closes.fill('2020-01-01T10:00');
    await page.getByLabel('Second trustee').fill('otto');
    const save = page.getByRole('button', { name: 'Save the plan' });
    await save.click();
    await page.getByText('This has to be later than the date above.').waitFor();
    await closes.fill(agreed);
    await save.click();
    await page.getByText('This is not known here.').waitFor();
    await page.getByLabel('Second trustee').fill('amira');
    await save.click();
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    await page.getByText('Add at least one contest.').waitFor();
    expect(await page.getByRole('button', { name: 'Announce it' }).count()).toBe(0);

    await page.getByRole('button', { name: 'Add a contest' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Find a position').fill('podcast');
    await dialog.getByRole('combobox', { name: 'Position' }).selectOption({ label: 'Podcast officer (1 seat)' });
    await dialog.getByLabel('Seats to fill').fill('2');
    await dialog.getByRole('button', { name: 'Add a contest' }).click();
    await dialog.getByText('This is outside the allowed range.').waitFor();
    await dialog.getByLabel('Seats to fill').fill('1');
    await dialog.getByRole('button', { name: 'Add a contest' }).click();
    await page.getByRole('heading', { name: 'Podcast officer' }).waitFor();
    await confirm(page, 'Announce it');
    await page.getByText('Everybody sees it.').waitFor();
    const electionId = page.url().split('/').at(-1) ?? '';
    walk = { electionId, work: createElectionWork(desk, electionId), keys: {}, adaId: '' };
    expect(complaints).toEqual([]);
    await close();
  }, 240_000);

  it('and the second trustee, who sees nothing else, each make a key and prove that they kept it', async () => {
    const otto = await desk.visit('otto', desktop);
    await otto.page.goto(`/elections/${walk.electionId}`);
    await otto.page.getByRole('link', { name: 'Your key' }).click();
    walk.keys['otto'] = await makeKey(otto.page);
    await otto.page.getByLabel('The file you saved').setInputFiles(walk.keys['otto']);
    await otto.page.getByRole('button', { name: 'Check what I kept' }).click();
    await otto.page.getByText('This is the right key.').waitFor();
    const amira = await desk.visit('amira', phone);
    await amira.page.goto('/elections');
    await amira.page.getByRole('link', { name: `Your key for ${title}` }).waitFor();
    expect(await amira.page.getByRole('link', { name: 'Plan an election' }).count()).toBe(0);
    await amira.page.getByRole('link', { name: `Your key for ${title}` }).click();
    walk.keys['amira'] = await makeKey(amira.page);
    await amira.page.getByLabel('The file you saved').setInputFiles(walk.keys['otto']);
    await amira.page.getByRole('button', { name: 'Check what I kept' }).click();
    await amira.page.getByText('not the one for this election').waitFor();
    expect([...otto.complaints, ...amira.complaints]).toEqual([]);
    await otto.close();
    await amira.close();
  }, 240_000);

  it('screens who agreed to stand, leaves an appeal to somebody else, and publishes', async () => {
    await walk.work.travelTo('nominations_open_at');
    walk.adaId = await walk.work.stand('ada', 2);
    const omarId = await walk.work.stand('omar', 1);
    await walk.work.travelTo('nominations_close_at');
    const otto = await desk.visit('otto', ...looks);
    const { page, complaints, close } = otto;
    const card = (name: string) => page.getByRole('article').filter({ has: page.getByRole('heading', { name }) });
    await reload(otto, 'Nominations are over.');
    await page.getByRole('link', { name: 'Candidates', exact: true }).click();
    await card('Ada Okafor').waitFor();
    const faults = [
      ...(await otto.inspect('election-screening')),
      ...(await otto.inspectDialogs('election-screening')),
    ];
    await card('Ada Okafor').getByRole('button', { name: 'May stand', exact: true }).click();
    await card('Omar Haddad').getByText('1 of 2 nominations').waitFor();
    expect(await card('Omar Haddad').getByRole('button', { name: 'May stand', exact: true }).count()).toBe(0);
    await card('Omar Haddad').getByRole('button', { name: 'May not stand' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'May not stand' }).click();
    await dialog.getByText('Please fill this in.').waitFor();
    await dialog.getByLabel('Reason').fill('You have one nomination of two.');
    await dialog.getByRole('button', { name: 'May not stand' }).click();
    await page.getByText('Whoever was refused can still appeal.').waitFor();
    expect(await page.getByRole('button', { name: 'Publish who stands' }).count()).toBe(0);
    const text = 'The second one came on paper.';
    await desk.act('omar', { mutation: 'appealCandidacy', input: { candidateId: omarId, text } });

    const sys = await desk.visit('sys', ...looks);
    await sys.page.goto('/elections');
    await sys.page.getByRole('link', { name: 'Appeals of candidates' }).click();
    await sys.page.getByText(text).waitFor();
    faults.push(...(await sys.inspect('election-appeal')), ...(await sys.inspectDialogs('election-appeal')));
    await sys.page.getByRole('button', { name: 'Decide the appeal' }).click();
    const decision = sys.page.getByRole('dialog');
    await decision.getByLabel('Refuse it: the decision stays').check();
    await decision.getByLabel('Reason').fill('Paper does not count.');
    await decision.getByRole('button', { name: 'Decide the appeal' }).click();
    await sys.page.getByRole('heading', { name: 'No appeal waits for you' }).waitFor();

    await page.reload();
    await confirm(page, 'Publish who stands');
    await card('Ada Okafor').getByText('Stands', { exact: true }).waitFor();
    expect([...faults, ...complaints, ...sys.complaints]).toEqual([]);
    await sys.close();
    await close();
  }, 600_000);

  it('halts an election with a reason and takes it up again', async () => {
    const { page, complaints, close } = await desk.visit('otto', desktop);
    await page.goto(`/elections/${walk.electionId}`);
    await page.getByRole('button', { name: 'Suspend it' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Public reason').fill('The network is down.');
    await dialog.getByRole('button', { name: 'Suspend it' }).click();
    await page.getByText('The network is down.').waitFor();
    await page.getByRole('button', { name: 'Take it up again' }).click();
    await dialog.getByRole('button', { name: 'Take it up again' }).click();
    await page.getByText('The network is down.').waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
    await close();
  }, 240_000);

  it('and the second trustee hand in their keys after the close, and the ballots are counted', async () => {
    await walk.work.travelTo('voting_opens_at');
    const otto = await desk.visit('otto', desktop);
    await reload(otto, 'Ballots come in.');
    await walk.work.vote('ada', [walk.adaId]);
    await walk.work.travelTo('voting_closes_at');
    await reload(otto, 'No ballot is taken any more.');
    const amira = await desk.visit('amira', desktop);
    for (const [who, { page }] of [
      ['otto', otto],
      ['amira', amira],
    ] as const) {
      await page.goto(`/elections/${walk.electionId}/keys`);
      await page.getByLabel('The file you saved').setInputFiles(walk.keys[who] ?? []);
      await page.getByRole('button', { name: 'Hand in the key' }).click();
      await page.getByRole('button', { name: 'Hand in the key' }).waitFor({ state: 'detached' });
    }
    await reload(otto, 'The count is public.');
    await otto.page.getByText('Elected: Ada Okafor').waitFor();
    expect(
      await otto.page.getByRole('link', { name: 'Stage table and recount in the portal' }).getAttribute('href'),
    ).toMatch(/^http.*\/elections\/[^/]+\/results\/[^/]+$/);
    expect([...otto.complaints, ...amira.complaints]).toEqual([]);
    await amira.close();
    await otto.close();
  }, 240_000);

  it('rules on a complaint, and declares once nothing stands in the way', async () => {
    await walk.work.complain('ada', 'Posters were torn down.');
    const { page, complaints, close } = await desk.visit('otto', desktop);
    await page.goto(`/elections/${walk.electionId}`);
    await page.getByText('1 complaint is to be ruled on.').waitFor();
    await page.getByText('The time for complaints is not over.').waitFor();
    await page.getByRole('link', { name: 'Complaints (1 open)' }).click();
    await page.getByRole('button', { name: 'Rule on it' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Give the ruling' }).click();
    await dialog.getByText('Please fill this in.').first().waitFor();
    await dialog.getByLabel('No, it is dismissed').check();
    await dialog.getByLabel('What you found').fill('It was the wind.');
    await dialog.getByRole('button', { name: 'Give the ruling' }).click();
    await page.getByText('It was the wind.').waitFor();
    await walk.work.travelTo('complaints_until');
    await page.goto(`/elections/${walk.electionId}`);
    await confirm(page, 'Declare the result');
    await page.getByText('The result stands, and mandates begin at their date.').waitFor();
    expect(complaints).toEqual([]);
    await close();
  }, 240_000);
});

/** Loads the page of the election until the platform has done what was due. */
async function reload({ page }: Visit, sign: string): Promise<void> {
  const deadline = Date.now() + 180_000;
  await page.goto(`/elections/${walk.electionId}`);
  while (Date.now() < deadline) {
    await page.getByRole('heading', { name: 'What comes next' }).waitFor();
    if ((await page.getByText(sign).count()) > 0) return;
    await page.reload();
  }
  throw new Error(`The page never said: ${sign}`);
}
