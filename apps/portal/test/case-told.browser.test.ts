import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { looks, type UnionInBrowser, type Visit } from '@guildhall/browser-testing';
import { startPortal } from './start-portal.js';

let union: UnionInBrowser;
const people = new Map<string, Visit>();

beforeAll(async () => {
  union = await startPortal();
  for (const who of ['ada', 'amira', 'carl']) people.set(who, await union.visit('portal', who));
}, 240_000);
afterAll(() => union?.stop());

type Input = Readonly<Record<string, unknown>>;

/** Runs one mutation as a demo person and returns what `select` names of its success. */
async function act<Selected>(who: string, mutation: string, [input, select = '__typename']: [Input, string?]) {
  const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}`;
  const answer = await people
    .get(who)
    ?.askGraph(
      `mutation ($input: ${type}Input!) { ${mutation}(input: $input) { __typename ... on ${type}Success { ${select} } } }`,
      { input },
    );
  const { data } = answer as { data?: Readonly<Record<string, Selected & { __typename: string }>> };
  const outcome = data?.[mutation];
  if (outcome?.__typename !== `${type}Success`) throw new Error(`${who}: ${JSON.stringify(answer)}`);
  return outcome;
}

async function triaged(matter: string): Promise<string> {
  const opened = {
    matter,
    contactName: 'Ada Okafor',
    otherParties: [],
    narrative: 'The heating in my room has been broken for three weeks.',
  };
  const answer = await act<{ case: { id: string } }>('ada', 'openCase', [opened, 'case { id }']);
  const caseId = answer.case.id;
  await act('amira', 'acknowledgeCase', [{ caseId }]);
  await act('amira', 'triageCase', [{ caseId, matter, urgency: 'NORMAL' }]);
  return caseId;
}

async function assigned(matter: string): Promise<string> {
  const caseId = await triaged(matter);
  await act('amira', 'assignCase', [{ caseId, assignee: 'carl' }]);
  return caseId;
}

async function protectedCase(): Promise<string> {
  const caseId = await assigned('OTHER');
  const proposed = {
    caseId,
    ground: 'RISK_TO_LIFE',
    recipient: 'HEALTH_SERVICE',
    reason: 'You said on Monday that you had taken all of the tablets.',
  };
  const { step } = await act<{ step: { id: string } }>('carl', 'proposeSafeguardingStep', [proposed, 'step { id }']);
  await act('amira', 'confirmSafeguardingStep', [{ stepId: step.id }]);
  await act('carl', 'takeSafeguardingStep', [{ stepId: step.id }]);
  return caseId;
}

describe('a student', () => {
  it('is told in every look that we cannot act, and nothing else', async () => {
    const caseId = await triaged('COMPLAINT');
    await act('amira', 'signpostCase', [{ caseId }]);
    const { page, inspect, close } = await union.visit('portal', 'ada', ...looks);
    await page.goto(`/help/${caseId}`);
    await page
      .getByRole('status')
      .filter({ hasText: /We cannot act|无法受理/ })
      .first()
      .waitFor();
    expect(await inspect('case-cannot-act')).toEqual([]);
    await close();
  });

  it('is told in every look what was done without their consent, and why', async () => {
    const caseId = await protectedCase();
    const { page, inspect, close } = await union.visit('portal', 'ada', ...looks);
    await page.goto(`/help/${caseId}`);
    await page.getByText('all of the tablets').waitFor();
    expect(await inspect('case-step')).toEqual([]);
    expect(await page.getByText('amira').count()).toBe(0);
    await close();
  });

  it('decides whether two cases become one', async () => {
    const [from, into] = [await assigned('MONEY'), await assigned('ACADEMIC')];
    await act('carl', 'proposeCaseMerge', [{ caseId: from, otherId: into }]);
    const { page, complaints, inspect, close } = await union.visit('portal', 'ada');
    await page.goto(`/help/${from}`);
    await page.getByRole('heading', { name: 'May two of your cases become one?' }).waitFor();
    expect(await inspect('case-merge')).toEqual([]);
    await page.getByRole('button', { name: 'Yes, make them one' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Yes, make them one' }).click();
    await page.getByText('This case goes on in another one of yours:').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('can say at once that somebody is in danger', async () => {
    const { page, complaints, close } = await union.visit('portal', 'rosa');
    await page.goto('/help/new');
    const goOn = page.getByRole('button', { name: 'Go on' });
    await goOn.click();
    await page.getByLabel('Something else').check();
    await goOn.click();
    await page.getByLabel('What happened?').fill('My flatmate has locked himself in and does not answer any more.');
    await page.getByLabel('Yes, please look at this first').check();
    for (let step = 0; step < 3; step += 1) await goOn.click();
    await page.getByRole('button', { name: 'Open the case' }).click();
    await page.getByRole('heading', { name: 'Your case' }).waitFor();
    const queue = (await people
      .get('amira')
      ?.askGraph('{ caseQueue(first: 20) { edges { node { flaggedAt matter } } } }')) as {
      data: { caseQueue: { edges: { node: { flaggedAt: string | null; matter: string } }[] } };
    };
    expect(queue.data.caseQueue.edges.some(({ node }) => node.flaggedAt !== null && node.matter === 'OTHER')).toBe(
      true,
    );
    expect(complaints).toEqual([]);
    await close();
  });
});
