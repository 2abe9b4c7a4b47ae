import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { looks, type Look, type Page, type UnionInBrowser, type Visit } from '@guildhall/browser-testing';
import { startPortal } from './start-portal.js';

let union: UnionInBrowser;
beforeAll(async () => {
  union = await startPortal();
}, 240_000);
afterAll(() => union?.stop());
const visit = (who: string | undefined, ...seen: readonly Look[]): Promise<Visit> =>
  union.visit('portal', who, ...seen);

const voting = 'Union elections: officers of the coming year';
const contests = ['President', 'Activities and Sport Officer', 'Environment Officer'];

/** Presses Tab until the focus is on what is called so, as somebody without a mouse does. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 120; presses += 1) {
    await page.keyboard.press('Tab');
    const called = await page.evaluate(() => {
      const { activeElement: there } = document;
      return there?.getAttribute('aria-label') ?? there?.textContent ?? '';
    });
    if (name.test(called.trim())) return;
  }
  throw new Error(`nothing called ${name} takes the focus`);
}

/** Opens the ballot paper from the list of elections. */
async function openPaper({ page }: Visit): Promise<void> {
  await page.goto('/elections');
  await page.locator('article', { hasText: voting }).getByRole('link', { name: 'Vote', exact: true }).click();
  await page.getByRole('heading', { name: contests[0], exact: true, level: 2 }).waitFor();
}

const add = (page: Page) => page.getByRole('button', { name: /^Add as/ });
const next = (page: Page) => page.getByRole('button', { name: /^(Next:|Check my ballots)/ });

/** Ranks the first two of the paper in the contest that is shown, and goes on. */
async function rankTwo(page: Page): Promise<void> {
  await add(page).first().click();
  await add(page).first().click();
  await next(page).click();
}

describe('a voter with a keyboard alone', () => {
  it('ranks in three contests, checks, casts, keeps the receipts, and finds nothing left to cast', async () => {
    const ada = await visit('ada');
    const { page } = ada;
    await page.getByRole('heading', { name: 'Vote now' }).waitFor();
    await openPaper(ada);
    for (const [index, contest] of contests.entries()) {
      await page.getByRole('heading', { name: contest, exact: true, level: 2 }).waitFor();
      await tabTo(page, /^Add as 1/);
      await page.keyboard.press('Enter');
      await page.keyboard.press('Enter');
      const ranking = page.getByRole('list', { name: 'Your ranking' });
      await ranking.getByRole('listitem').nth(1).waitFor();
      const [first, second] = await ranking.locator('strong').allInnerTexts();
      await page.getByText(/is now your preference 2 of 2/).waitFor({ state: 'attached' });
      await page.keyboard.press('Shift+Tab');
      while (!(await page.evaluate(() => document.activeElement?.closest('ol[aria-label]'))))
        await page.keyboard.press('Shift+Tab');
      await page.keyboard.press('ArrowUp');
      await page.getByText(/is now your preference 1 of 2/).waitFor({ state: 'attached' });
      const moved = await ranking.locator('strong').allInnerTexts();
      expect(moved.map((name) => name.replace(/^.*:\s*/, ''))).toEqual(
        [second, first].map((name) => name?.replace(/^.*:\s*/, '')),
      );
      await tabTo(page, index === contests.length - 1 ? /^Check my ballots/ : /^Next:/);
      await page.keyboard.press('Enter');
    }
    await page.getByRole('heading', { name: 'Check before you cast' }).waitFor();
    await page.getByText('This is final.').waitFor();
    await tabTo(page, /^Cast 3 ballots for good/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Your 3 ballots are cast' }).waitFor();
    const receipts = await page.locator('main code').allInnerTexts();
    expect(receipts.filter((receipt) => /^[\da-f]{64}$/.test(receipt))).toHaveLength(3);

    await tabTo(page, /^Save as a file/);
    const [file] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    expect(file.suggestedFilename()).toBe('guildhall-receipts.txt');
    await page.getByRole('link', { name: 'Back to the election' }).click();
    await page.getByText('You have voted in 3 contests.').waitFor();
    expect(await page.getByRole('link', { name: 'Vote', exact: true }).count()).toBe(0);

    await page.getByRole('link', { name: 'Check a receipt' }).first().click();
    await page.getByLabel('Receipt').fill('no receipt');
    await page.getByRole('button', { name: 'Check it here' }).click();
    await page.getByText('This is not written in the expected way.').waitFor();
    await page.getByLabel('Receipt').fill(receipts[0] ?? '');
    const [asked] = await Promise.all([
      page.waitForRequest((request) => request.postData()?.includes('BallotInclusion') === true),
      page.getByRole('button', { name: 'Check it here' }).click(),
    ]);
    // Who asks for a receipt holds the ballot: the question must not carry their session.
    expect(await asked.headerValue('authorization')).toBeNull();
    await page.getByText('Voting is not closed yet.').waitFor();
    await page.goto('/');
    await page.getByRole('heading', { name: 'Hello, Ada' }).waitFor();
    expect(await page.getByRole('heading', { name: 'Vote now' }).count()).toBe(0);
    expect(ada.complaints).toEqual([]);
    await ada.close();
  });
});

describe('a voter with two devices', () => {
  it('is refused the second ballot, keeps what was ranked in the other contests, and casts those', async () => {
    const [phone, tablet] = [await visit('uma'), await visit('uma')];
    await openPaper(tablet);
    for (const _contest of contests) await rankTwo(tablet.page);
    await openPaper(phone);
    await rankTwo(phone.page);
    for (const _contest of contests.slice(1)) {
      await phone.page.getByRole('button', { name: 'Leave this contest out for now' }).click();
      await next(phone.page).click();
    }
    await phone.page.getByRole('button', { name: 'Cast 1 ballot for good' }).click();
    await phone.page.getByRole('heading', { name: 'Your ballot is cast' }).waitFor();

    await tablet.page.getByRole('button', { name: 'Cast 3 ballots for good' }).click();
    await tablet.page.getByText('None of these ballots was stored').waitFor();
    await tablet.page.getByRole('button', { name: 'Cast 2 ballots for good' }).click();
    await tablet.page.getByRole('heading', { name: 'Your 2 ballots are cast' }).waitFor();
    expect([...phone.complaints, ...tablet.complaints]).toEqual([]);
    await phone.close();
    await tablet.close();
  });
});

describe('a voter in trouble', () => {
  it('whose answer is lost sends the same sealed ballots again, and they are cast once', async () => {
    const rosa = await visit('rosa');
    const { page } = rosa;
    await openPaper(rosa);
    for (const _contest of contests) await rankTwo(page);
    const sent: string[] = [];
    let isLost = true;
    await page.route('**/graphql', async (route) => {
      const body = route.request().postData() ?? '';
      if (!body.includes('CastBallots')) return route.continue();
      sent.push(JSON.stringify(JSON.parse(body).variables));
      if (!isLost) return route.continue();
      // The ballots are stored; only the answer does not come.
      await route.fetch();
      return route.abort('failed');
    });
    await page.getByRole('button', { name: 'Cast 3 ballots for good' }).click();
    await page.getByText('it is not certain whether your ballots are stored').waitFor();
    expect(await page.getByRole('button', { name: /^Change/ }).count()).toBe(0);
    isLost = false;
    await page.getByRole('button', { name: 'Send the same sealed ballots again' }).click();
    await page.getByRole('heading', { name: 'Your 3 ballots are cast' }).waitFor();
    expect(sent).toHaveLength(2);
    expect(sent[1]).toBe(sent[0]);
    await rosa.close();
  });

  it('without a connection sends nothing and keeps what was ranked in memory alone, and is asked before leaving', async () => {
    const omar = await visit('omar');
    const { page } = omar;
    await openPaper(omar);
    const marks = await add(page).evaluateAll((buttons) => buttons.map((one) => one.getAttribute('data-press') ?? ''));
    expect(marks.length).toBeGreaterThan(2);
    for (const _contest of contests) await rankTwo(page);
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Cast 3 ballots for good' }).click();
    await page.getByText('Nothing was sent: this device has no connection.').waitFor();
    await page.context().setOffline(false);
    expect(await page.locator('main ol li').count()).toBeGreaterThanOrEqual(6);
    const kept = await page.evaluate(async () => {
      const databases = (await indexedDB.databases()).map(({ name }) => name);
      return JSON.stringify([{ ...localStorage }, { ...sessionStorage }, databases, history.state, location.href]);
    });
    expect(marks.filter((mark) => kept.includes(mark.slice(mark.indexOf(':') + 1)))).toEqual([]);
    expect(new URL(page.url()).search + new URL(page.url()).hash).toBe('');
    await page.getByRole('link', { name: voting }).click();
    await page.getByRole('dialog').getByText('What you ranked is not cast yet').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Stay here' }).click();
    await page.getByRole('button', { name: 'Cast 3 ballots for good' }).waitFor();
    await omar.close();
  });

  it('complains: what is missing is told at its field, and the complaint stands among the own ones', async () => {
    const ada = await visit('ada');
    const { page } = ada;
    await page.goto('/elections');
    await page.getByRole('link', { name: voting }).first().click();
    await page.getByRole('button', { name: 'Complain', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Complain', exact: true }).click();
    await dialog.getByText('Please fill this in.').waitFor();
    await dialog.getByLabel('What happened').fill('Leaflets lay beside the tablets in the café.');
    await dialog.getByRole('button', { name: 'Complain', exact: true }).click();
    await page.locator('main').getByText('Leaflets lay beside the tablets').waitFor();
    await page.getByText('Not ruled on yet').waitFor();
    expect(ada.complaints).toEqual([]);
    await ada.close();
  });
});

describe('elections in every look', () => {
  it('have no breach of accessibility, no complaint of the browser and nothing too wide', async () => {
    const omar = await visit('omar', ...looks);
    const { page, inspect } = omar;
    const faults: string[] = [];
    await page.goto('/elections');
    faults.push(...(await inspect('elections')));
    await page.getByRole('link', { name: voting }).first().click();
    faults.push(...(await inspect('election')), ...(await omar.inspectDialogs('election')));
    await page.goto('/elections');
    await page.getByRole('link', { name: /^Union elections, spring/ }).click();
    faults.push(...(await inspect('election-declared')));
    await page.goto('/elections');
    await page.getByRole('link', { name: /^Hillwalking Club: treasurer/ }).click();
    await page.getByRole('link', { name: 'Check a receipt' }).first().click();
    await page.getByLabel(/Receipt|回执/).fill('0'.repeat(64));
    await page.getByRole('button', { name: 'Check it here' }).click();
    await page.getByText('No ballot with this receipt is in this election.').waitFor();
    faults.push(...(await inspect('receipt-check')));
    await openPaper(omar);
    await add(page).nth(1).click();
    await add(page).first().click();
    await page.locator('summary').first().click();
    faults.push(...(await inspect('ballot-paper')), ...(await omar.inspectDialogs('ballot-paper')));
    await next(page).click();
    await page.getByRole('button', { name: 'Cast a blank ballot' }).click();
    await page.getByRole('button', { name: 'Make it blank' }).click();
    faults.push(...(await inspect('ballot-blank')));
    await next(page).click();
    await next(page).click();
    faults.push(...(await inspect('ballot-undecided')));
    await page.getByRole('button', { name: 'Environment Officer' }).first().click();
    await page.getByRole('button', { name: 'Leave this contest out for now' }).click();
    await next(page).click();
    faults.push(...(await inspect('ballot-check')));
    await page.getByRole('button', { name: 'Cast 2 ballots for good' }).click();
    await page.getByRole('heading', { name: 'Your 2 ballots are cast' }).waitFor();
    faults.push(...(await inspect('ballot-receipts')));
    expect(faults).toEqual([]);
    await omar.close();
  }, 400_000);

  it('are open to visitors, who are asked to sign in where there is something to vote on', async () => {
    const { page, inspect, close } = await visit(undefined, ...looks);
    await page.goto('/elections');
    expect(await inspect('elections-of-a-visitor')).toEqual([]);
    await page.getByRole('link', { name: voting }).click();
    await page.getByText('Sign in to see whether you are on the roll').waitFor();
    expect(await inspect('election-of-a-visitor')).toEqual([]);
    await close();
  });
});
