import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { looks, type UnionInBrowser, type Visit } from '@guildhall/browser-testing';
import { startPortal } from './start-portal.js';

let union: UnionInBrowser;
let carl: Visit;
beforeAll(async () => {
  union = await startPortal();
  carl = await union.visit('desk', 'carl');
}, 240_000);
afterAll(() => union?.stop());

/** Does what the case worker does at the desk, and returns what `select` names of the success. */
async function act(mutation: string, input: Readonly<Record<string, unknown>>, select = '__typename') {
  const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}`;
  const answer = await carl.askGraph(
    `mutation ($input: ${type}Input!) { ${mutation}(input: $input) { __typename ... on ${type}Success { ${select} } } }`,
    { input },
  );
  if (!JSON.stringify(answer).includes(`${type}Success`)) throw new Error(JSON.stringify(answer));
  return (answer as { readonly data: Readonly<Record<string, Readonly<Record<string, { readonly id: string }>>>> })
    .data[mutation];
}

/** Builds a bundle of the case and offers it to its student. */
async function offer(caseId: string): Promise<void> {
  const made = await act('requestExport', { caseId, redactions: ['Carl'] }, 'export { id }');
  const exportId = made?.['export']?.id ?? '';
  const status = async (): Promise<string> =>
    JSON.stringify(await carl.askGraph('query ($id: ID!) { case(id: $id) { exports { id status } } }', { id: caseId }));
  while (!(await status()).includes('BUILT')) await carl.page.waitForTimeout(200);
  await act('offerExport', { exportId });
}

describe('a student with a case', () => {
  it('sees its dates and why they stood still, reads a bundle whole before it leaves, answers an outcome and has it all erased', async () => {
    const ada = await union.visit('portal', 'ada', ...looks);
    const { page } = ada;
    const dialog = page.getByRole('dialog');
    await page.goto('/help');
    await page.getByRole('link', { name: 'Housing' }).click();
    await page.getByRole('link', { name: 'Dates and outcome' }).click();
    await page.getByText('Stood still by written agreement').waitFor();
    await page.getByText('90 days').waitFor();
    const caseId = /\/help\/([^/]+)\/course/.exec(page.url())?.[1] ?? '';

    await offer(caseId);
    await act('nameCause', { caseId, cause: 'REPAIRS', departmentId: await departmentOf() });
    await page.reload();
    await page.getByRole('button', { name: 'Read all of it' }).click();
    await page.getByText('Hello Ada, I am [person 1]').waitFor();
    expect(await ada.inspect('course')).toEqual([]);
    expect(await ada.inspectDialogs('course')).toEqual([]);
    await page.getByRole('button', { name: 'Let this bundle leave' }).click();
    await dialog.getByRole('button', { name: 'Let this bundle leave' }).click();
    await page.getByText('You agreed').waitFor();
    await page.getByRole('button', { name: 'Count my case' }).click();
    await page.getByRole('button', { name: 'Do not count it any more' }).waitFor();

    await act('recordOutcome', { caseId, outcome: 'NOT_UPHELD', summary: 'They said no.', redress: ['EXPLANATION'] });
    await page.reload();
    await page.getByText('It brought you: an explanation').waitFor();
    await page.getByRole('button', { name: 'Go to the next stage' }).click();
    await dialog.getByRole('button', { name: 'Go to the next stage' }).click();
    await page.locator('dialog[open]').waitFor({ state: 'detached' });
    await act('recordOutcome', { caseId, outcome: 'UPHELD', summary: 'They repair it.', redress: ['APOLOGY'] });
    await page.reload();
    await page.getByRole('button', { name: 'Accept the outcome' }).click();
    await dialog.getByRole('button', { name: 'Accept the outcome' }).click();
    await page.getByText('Every word is erased on').waitFor();
    expect(await ada.inspect('course-over')).toEqual([]);
    await page.getByRole('button', { name: 'Erase my case now' }).click();
    await dialog.getByRole('button', { name: 'Erase my case now' }).click();
    await page.waitForURL('**/help');
    expect(await page.getByRole('link', { name: 'Housing' }).count()).toBe(0);
    expect(ada.complaints).toEqual([]);
    await ada.close();
  });
});

describe('anybody', () => {
  it('reads what can be learnt from cases', async () => {
    const visitor = await union.visit('portal', undefined, ...looks);
    await visitor.page.goto('/lessons');
    await visitor.page.getByText('A repair that is promised for a day').waitFor();
    expect(await visitor.inspect('lessons')).toEqual([]);
    await visitor.close();
  });
});

async function departmentOf(): Promise<string> {
  const answer = await carl.askGraph('{ departments { id } }');
  return (
    (answer as { readonly data: { readonly departments: readonly { readonly id: string }[] } }).data.departments[0]
      ?.id ?? ''
  );
}
