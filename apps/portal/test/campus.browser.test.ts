import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { desktop, looks, type UnionInBrowser } from '@guildhall/browser-testing';
import { startPortal } from './start-portal.js';

let union: UnionInBrowser;
beforeAll(async () => {
  union = await startPortal();
}, 240_000);
afterAll(() => union?.stop());

const adasIdea = /^Lab reports come back/;

describe('the campus space', () => {
  it('and a thread have no breach of accessibility in any look', async () => {
    const { page, settle, inspect, inspectDialogs, close } = await union.visit('portal', 'ada', ...looks);
    const faults: string[] = [];
    await page.goto('/campus');
    await settle();
    await page.getByText(adasIdea).first().waitFor();
    faults.push(...(await inspect('campus')), ...(await inspectDialogs('campus')));
    const thread = page
      .getByRole('article')
      .filter({ hasText: 'Lab reports come back' })
      .getByRole('link', { name: /repl/ });
    await page.goto((await thread.getAttribute('href')) ?? '');
    await settle();
    await page.getByRole('heading', { name: 'Raising this idea' }).waitFor();
    faults.push(...(await inspect('thread')), ...(await inspectDialogs('thread')));
    expect(faults).toEqual([]);
    await close();
  }, 240_000);

  it('is where ada asks, others answer, and she marks what helped', async () => {
    const { page, complaints, close } = await union.visit('portal', 'ada', desktop);
    await page.goto('/campus');
    await page.getByLabel('Question', { exact: true }).check();
    await page.getByLabel('Your words').fill('Where does one print a poster?');
    await page.getByRole('button', { name: 'Post', exact: true }).click();
    const post = page.getByRole('article').filter({ hasText: 'Where does one print a poster?' });
    await post.getByRole('link', { name: 'Reply' }).click();
    await page.getByLabel('Your reply').fill('In the library, second floor.');
    await page.getByRole('button', { name: 'Reply', exact: true }).click();
    await page.getByRole('button', { name: 'This is the answer' }).click();
    await page.getByText('The answer', { exact: true }).waitFor();
    await page.getByRole('button', { name: /^Helpful/ }).click();
    await page.getByRole('button', { name: 'Helpful · 1', pressed: true }).waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('is narrowed to a kind at once, and keeps what is being written', async () => {
    const { page, complaints, close } = await union.visit('portal', 'rosa', desktop);
    await page.goto('/campus');
    const ideas = page.getByRole('article').filter({ hasText: 'Lab reports come back' });
    await ideas.waitFor();
    await page.getByLabel('Your words').fill('Half a thought');
    await page.getByRole('search').getByLabel('What it is').selectOption('Thanks');
    await ideas.waitFor({ state: 'hidden' });
    await page.getByRole('article').first().waitFor();
    expect(await page.getByLabel('Your words').inputValue()).toBe('Half a thought');
    await page.getByRole('search').getByLabel('What it is').selectOption('Everything');
    await ideas.waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('lets ada agree that rosa raises her idea, and rosa begins an issue of it', async () => {
    const ada = await union.visit('portal', 'ada', desktop);
    await ada.page.goto('/campus');
    await ada.page.getByRole('link', { name: adasIdea }).click();
    await ada.page.getByRole('button', { name: 'Agree', exact: true }).click();
    const dialog = ada.page.getByRole('dialog');
    await dialog.getByLabel('Say that the idea was mine').check();
    await dialog.getByRole('button', { name: 'Agree' }).click();
    await ada.page.getByText('Its author is named.').waitFor();
    const rosa = await union.visit('portal', 'rosa', desktop);
    await rosa.page.goto(new URL(ada.page.url()).pathname);
    await rosa.page.getByRole('link', { name: 'Raise it in my course' }).click();
    await rosa.page.getByText(adasIdea).first().waitFor();
    expect([...ada.complaints, ...rosa.complaints]).toEqual([]);
    await ada.close();
    await rosa.close();
  });

  it('lets a member report what hurts, which asks for words where no reason fits', async () => {
    const { page, complaints, close } = await union.visit('portal', 'rosa', desktop);
    await page.goto('/campus');
    const post = page.getByRole('article').filter({ hasText: 'without being overheard' });
    await post.getByRole('button', { name: 'Report', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Something else').check();
    await dialog.getByRole('button', { name: 'Report' }).click();
    await dialog.getByText('Please fill this in.').waitFor();
    await dialog.getByLabel('What should the moderators know?').fill('It was posted ten times.');
    await dialog.getByRole('button', { name: 'Report' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
    await close();
  });
});
