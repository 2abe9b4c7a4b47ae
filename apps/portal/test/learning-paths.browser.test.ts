import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { looks, type UnionInBrowser, type Visit } from '@guildhall/browser-testing';
import { startPortal } from './start-portal.js';

let union: UnionInBrowser;
beforeAll(async () => {
  union = await startPortal();
}, 240_000);
afterAll(() => union?.stop());
const visit = (who: string): Promise<Visit> => union.visit('portal', who);

const thought = 'I spent most on coffee, and half of that on days when I was tired. I will bring my own.';
const work =
  'I rewrote three lectures on one page each, question first. The second was hardest, because I had copied slides.';

/** Opens a path by its name and begins it. */
async function begin({ page }: Visit, name: string): Promise<void> {
  await page.goto('/learning');
  await page.getByRole('link', { name, exact: true }).click();
  await page.getByRole('button', { name: 'Begin this path' }).click();
  await page.getByRole('navigation', { name: 'Map of the steps' }).waitFor();
}

describe('a reflection', () => {
  it('passes its step, keeps what is typed through a slip and a reload, and is shown to its writer', async () => {
    const ada = await visit('ada');
    const { page } = ada;
    await begin(ada, 'Money for one term');
    await page.getByRole('button', { name: 'I have read it' }).click();
    const field = page.getByLabel('What do you think?');
    await field.fill('Too short.');
    await page.getByRole('button', { name: 'Keep it and pass the step' }).click();
    await field.and(page.locator('[aria-invalid="true"]')).waitFor();
    await page.reload();
    expect(await field.inputValue()).toBe('Too short.');
    await field.fill(thought);
    await page.getByRole('button', { name: 'Keep it and pass the step' }).click();
    await page.getByText('2 of 2 steps passed').waitFor();
    await page.getByText(thought).waitFor();
    expect(ada.complaints).toEqual([]);
    await ada.close();
  }, 120_000);
});

describe('a path that asks for another one first', () => {
  it('cannot be begun yet, and leads to the other one', async () => {
    const { page, settle, complaints, close } = await visit('ada');
    await page.goto('/learning');
    await page.getByRole('link', { name: 'Mentor a first-year', exact: true }).click();
    await page.getByRole('heading', { name: 'First complete' }).waitFor();
    await settle();
    expect(await page.getByRole('button', { name: 'Begin this path' }).count()).toBe(0);
    await page.getByRole('link', { name: 'Peer listener', exact: true }).click();
    await page.getByRole('button', { name: 'Begin this path' }).waitFor();
    expect(complaints).toEqual([]);
    await close();
  }, 120_000);
});

describe('work that others review', () => {
  it('is handed in', async () => {
    const ada = await visit('ada');
    const { page } = ada;
    await begin(ada, 'Essay clinic');
    await page.getByRole('button', { name: 'I have read it' }).click();
    await page.getByLabel('Your work').fill(work);
    await page.getByRole('button', { name: 'Hand it in' }).click();
    await page.getByText('0 of 2 reviews are written.').waitFor();
    expect(ada.complaints).toEqual([]);
    await ada.close();
  }, 120_000);

  it('is reviewed by those who handed in theirs', async () => {
    const rosa = await visit('rosa');
    const { page } = rosa;
    await page.goto('/learning');
    await page.getByRole('link', { name: 'Review what others wrote' }).click();
    await page.getByRole('link', { name: 'Swap drafts with another student' }).first().click();
    const send = page.getByRole('button', { name: 'Send the review' });
    await page.getByLabel('In your words').fill('Clear, and I could do it again from this.');
    await send.click();
    // Everything that was not answered is asked for, and what was typed stays.
    await page.getByRole('radio', { name: 'It does what the step asks for' }).check();
    expect(await page.getByLabel('In your words').inputValue()).toBe('Clear, and I could do it again from this.');
    for (const met of await page.getByRole('radio', { name: 'Met', exact: true }).all()) await met.check();
    await send.click();
    await page.getByRole('heading', { name: 'What you wrote' }).waitFor();
    expect(rosa.complaints).toEqual([]);
    await rosa.close();
  }, 120_000);
});

describe('a path', () => {
  it('is written by one, published by another, and those on it choose when to move to a newer version', async () => {
    const [rosa, uma, ada] = await Promise.all([visit('rosa'), visit('uma'), visit('ada')]);
    await rosa.page.goto('/learning/writing/new');
    await rosa.page.getByLabel('Name of the path').fill('Run a swap shelf');
    await rosa.page.getByLabel('Short name for its address').fill('Not a slug');
    await rosa.page.getByLabel('What one can do afterwards').fill('Give things a second life.');
    const first = rosa.page.getByRole('group', { name: 'Step 1', exact: true });
    await first.getByLabel('What to do').fill('Say what you would swap');
    await first.getByLabel('How it is passed').selectOption('REFLECT');
    await rosa.page.getByRole('button', { name: 'Save the draft' }).click();
    const slug = rosa.page.getByLabel('Short name for its address');
    await slug.and(rosa.page.locator('[aria-invalid="true"]')).waitFor();
    await slug.fill('swap-shelf');
    await rosa.page.getByRole('button', { name: 'Save the draft' }).click();
    await rosa.page.getByRole('button', { name: 'Give it to the reviewers' }).click();
    const publish = async (): Promise<void> => {
      await rosa.page.getByText('Waits for a reviewer').waitFor();
      await uma.page.goto('/learning/writing');
      await uma.page.getByRole('link', { name: 'Run a swap shelf' }).click();
      await uma.page.getByRole('button', { name: 'Publish', exact: true }).click();
      await uma.page.getByRole('dialog').getByRole('button', { name: 'Publish', exact: true }).click();
      await uma.page.getByText('Published', { exact: true }).waitFor();
    };
    await publish();
    await begin(ada, 'Run a swap shelf');
    await rosa.page.reload();
    await rosa.page.locator('summary', { hasText: 'Write the next version' }).click();
    await rosa.page.getByRole('button', { name: 'Add a step' }).click();
    const second = rosa.page.getByRole('group', { name: 'Step 2', exact: true });
    await second.getByLabel('What to do').fill('Show your shelf to two others');
    await second.getByLabel('How it is passed').selectOption('PEER_REVIEW');
    await rosa.page.getByRole('button', { name: 'Save the draft' }).click();
    await rosa.page.getByRole('button', { name: 'Give it to the reviewers' }).click();
    await publish();
    await ada.page.reload();
    await ada.page.getByText('What would change').click();
    await ada.page.getByText('Show your shelf to two others').waitFor();
    await ada.page.getByRole('button', { name: 'Move to the newer version' }).click();
    await ada.page.getByRole('dialog').getByRole('button', { name: 'Move to the newer version' }).click();
    await ada.page.getByText('0 of 2 steps passed').waitFor();
    expect([...rosa.complaints, ...uma.complaints, ...ada.complaints]).toEqual([]);
    await Promise.all([rosa.close(), uma.close(), ada.close()]);
  }, 240_000);
});

describe('the pages of paths', () => {
  it('meet the eye in every look without a breach of accessibility or anything too wide', async () => {
    const faults: string[] = [];
    const look = async (who: string, pages: readonly (readonly [string, string])[]): Promise<void> => {
      const { page, settle, inspect, inspectDialogs, close } = await union.visit('portal', who, ...looks);
      for (const [name, place] of pages) {
        const link = page.getByRole('main').getByRole('link', { name: place.slice(1) });
        if (place.startsWith('>')) await page.goto((await link.first().getAttribute('href')) ?? '');
        else await page.goto(place);
        await settle();
        faults.push(...(await inspect(name)), ...(await inspectDialogs(name)));
      }
      await close();
    };
    await look('ada', [
      ['paths', '/learning'],
      ['path-on', '>Essay clinic'],
      ['paths', '/learning'],
      ['path-reflection', '>Your first weeks'],
      ['paths', '/learning'],
      ['path-first', '>Mentor a first-year'],
      ['peer-reviews', '/learning/peer-reviews'],
    ]);
    await look('rosa', [
      ['path-writing', '/learning/writing'],
      ['path-write', '>Course representative'],
      ['path-new', '/learning/writing/new'],
    ]);
    expect(faults).toEqual([]);
  }, 400_000);
});
