import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Look, Page, UnionInBrowser, Visit } from '@guildhall/browser-testing';
import { desktop, looks, phone, startUnion } from '@guildhall/browser-testing';
import { readSettings, startPlatform } from '@guildhall/standalone';

const draft = 'A plumber comes on Tuesday after three.';

let union: UnionInBrowser;
/** The address of Ada's referral, which is taken through its whole life here. */
let adas = '';
beforeAll(async () => {
  union = await startUnion((environment) =>
    startPlatform(readSettings(environment, []), { onProgress: () => undefined }),
  );
}, 240_000);
afterAll(() => union?.stop());
const visit = (who: string, ...looks: readonly Look[]): Promise<Visit> =>
  union.visit('partners', who, ...(looks.length > 0 ? looks : [desktop]));

const tableRows = (page: Page) => page.getByRole('table').getByRole('row');

/** Opens the referral of Ada by looking through what is new. */
async function findAdas(page: Page): Promise<string> {
  await page.goto('/');
  await page.getByRole('table').waitFor();
  const links = await page
    .getByRole('link', { name: /^Referral / })
    .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  for (const href of links) {
    await page.goto(href);
    await page.getByText('What the student lets you know').waitFor();
    if (await page.getByText('Lakeside Court').isVisible()) return href;
  }
  throw new Error('the referral of Ada is not in the queue');
}

describe('a department', () => {
  it('has its queue by due date, late ones marked with a word, in parts that the address names', async () => {
    const { page, complaints, close } = await visit('dana');
    await tableRows(page).nth(1).waitFor();
    const due = await tableRows(page)
      .locator('td[data-label="Answer due"] time')
      .evaluateAll((times) => times.map((time) => time.getAttribute('datetime') ?? ''));
    expect(due.length).toBeGreaterThan(1);
    expect(due).toEqual(due.toSorted());
    const late = due.filter((instant) => Date.parse(instant) < Date.now()).length;
    expect(await page.getByRole('table').getByText('Late', { exact: true }).count()).toBe(late);

    await page.getByRole('link', { name: /^Over/ }).click();
    await page.waitForURL(/show=over/);
    await page.reload();
    const parts = page.getByRole('navigation', { name: 'Parts of the queue' });
    await parts.waitFor();
    expect(await parts.locator('a[aria-current]').allTextContents()).toEqual([expect.stringContaining('Over')]);
    expect(complaints).toEqual([]);
    await close();
  });

  it('sees exactly the fields that were consented to, acknowledges, asks, and drafts what only its lead may publish', async () => {
    const { page, complaints, close } = await visit('dana');
    adas = await findAdas(page);
    await page.getByText('Tuesdays and Fridays after three.').waitFor();
    expect(await page.locator('dt').allTextContents()).toEqual([
      'Room',
      'What is wrong',
      'What would help',
      'Best time for a visit',
    ]);
    expect(await page.content()).not.toContain('bronchitis');

    expect(await page.getByRole('button', { name: 'Ask for information' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Acknowledge' }).click();
    await page.getByRole('button', { name: 'Ask for information' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Send the question' }).click();
    await page.getByText('Please fill this in.').waitFor();
    await page.getByLabel('Your question').fill('Is the hot water off, too?');
    await page.getByRole('button', { name: 'Send the question' }).click();
    await page.getByText('The student has not answered yet.').waitFor();
    await page.getByText('Is the hot water off, too?').waitFor();

    await page.getByLabel('Draft').fill(draft);
    await page.getByRole('button', { name: 'Keep the draft' }).click();
    await page.getByText('The draft is kept.').waitFor();
    expect(await page.getByRole('button', { name: 'Publish the answer' }).count()).toBe(0);
    await page.reload();
    await page.getByLabel('Draft').waitFor();
    expect(await page.getByLabel('Draft').inputValue()).toBe(draft);
    expect(complaints).toEqual([]);
    await close();
  });

  it('keeps what was written while the connection is away, says so, and sends it once it is back', async () => {
    const { page, close } = await visit('dana');
    await page.goto(adas);
    const words = page.getByLabel('Draft');
    await words.fill(`${draft} He rings first.`);
    await page.context().setOffline(true);
    await page.getByRole('status').getByText('You are offline.').waitFor();
    await page.getByRole('button', { name: 'Keep the draft' }).click();
    await page.getByText('You are offline, so nothing was sent.').waitFor();
    expect(await words.inputValue()).toBe(`${draft} He rings first.`);
    await page.context().setOffline(false);
    await page.getByRole('status').getByText('You are offline.').waitFor({ state: 'detached' });
    await words.fill(draft);
    await page.getByRole('button', { name: 'Keep the draft' }).click();
    await page.getByText('The draft is kept.').waitFor();
    expect(await page.getByText('nothing was sent').count()).toBe(0);
    await close();
  });

  it('publishes as its lead, who is told what is missing, and starts with what it promised', async () => {
    const { page, complaints, close } = await visit('dirk');
    await page.goto(adas);
    await page.getByRole('button', { name: 'Publish the answer' }).click();
    const dialog = page.getByRole('dialog');
    expect(await dialog.getByLabel('Answer to the student').inputValue()).toBe(draft);
    await dialog.getByRole('button', { name: 'Publish the answer' }).click();
    await dialog.getByText('Please fill this in.').waitFor();
    await dialog.getByLabel('Another department can help').check();
    await dialog.getByLabel('Which department can help?').waitFor();
    await dialog.getByLabel('We do a part of it').check();
    await dialog.getByRole('button', { name: 'Publish the answer' }).click();
    await page.getByRole('heading', { name: 'We do a part of it' }).waitFor();
    await page.getByText(draft).waitFor();

    const otherTab = await page.context().newPage();
    await otherTab.goto(adas);
    await otherTab.getByRole('button', { name: 'Start acting' }).click();
    await page.getByRole('button', { name: 'Start acting' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Start acting' }).click();
    await page.getByText('Being acted on').waitFor();
    await otherTab.getByRole('dialog').getByRole('button', { name: 'Start acting' }).click();
    await otherTab.getByText('This is not possible any more').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('gives posts and ends them as its lead, and lets staff only look', async () => {
    const lead = await visit('dirk');
    await lead.page.getByRole('link', { name: 'Department' }).click();
    await lead.page.getByRole('link', { name: 'Staff' }).click();
    await lead.page.getByLabel('Sign-in name').fill('new.colleague');
    await lead.page.getByRole('button', { name: 'Appoint somebody' }).click();
    const row = tableRows(lead.page).filter({ hasText: 'new.colleague' });
    await row.waitFor();
    await row.getByRole('button', { name: 'End the post' }).click();
    await lead.page.getByRole('dialog').getByRole('button', { name: 'End the post' }).click();
    await row.waitFor({ state: 'detached' });
    expect(await tableRows(lead.page).filter({ hasText: 'dirk' }).getByRole('button').count()).toBe(0);
    await lead.page.getByLabel('Sign-in name').fill('dirk');
    await lead.page.getByRole('button', { name: 'Appoint somebody' }).click();
    await lead.page.getByText('You may not do this here.').waitFor();
    expect(lead.complaints).toEqual([]);
    await lead.close();

    const staff = await visit('dana');
    await staff.page.getByRole('link', { name: 'Department' }).click();
    await staff.page.getByRole('link', { name: 'Staff' }).click();
    await staff.page.getByText('The lead of your department appoints staff').waitFor();
    expect(await staff.page.getByRole('button', { name: /End the post|Appoint/ }).count()).toBe(0);
    await staff.close();
  });
});

describe('a lead', () => {
  it('hands a referral to a colleague, who finds it among theirs', async () => {
    const { page, complaints, close } = await visit('dirk');
    await page.goto(adas);
    await page.getByRole('button', { name: 'Hand over' }).click();
    await page.getByLabel('To whom').selectOption({ label: 'Dana Kowalczyk' });
    await page.getByRole('dialog').getByRole('button', { name: 'Hand over' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByText('Dana Kowalczyk').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('promises with a date what the department does, and says when it is done', async () => {
    const { page, complaints, close } = await visit('dirk');
    await page.goto(adas);
    await page.getByRole('button', { name: 'Promise something more' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('What you will do').fill('A fitter mends the radiator.');
    await dialog.getByRole('button', { name: 'Promise something more' }).click();
    await dialog.getByText('Please fill this in.').waitFor();
    await dialog.getByLabel('Until').fill(new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10));
    await dialog.getByRole('button', { name: 'Promise something more' }).click();
    const row = tableRows(page).filter({ hasText: 'A fitter mends the radiator.' });
    await row.getByText('Promised', { exact: true }).waitFor();
    await row.getByRole('button', { name: 'Done' }).click();
    await row.getByText('Done', { exact: true }).waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('registers a program, keeps its secret, rotates it and revokes it', async () => {
    const { page, inspect, complaints, close } = await visit('dirk');
    await page.goto('/programs');
    await page.getByRole('button', { name: 'Register a program' }).click();
    await page.getByText('Please fill this in.').first().waitFor();
    await page.getByLabel('Name').fill('Ticket desk');
    await page.getByLabel(/referrals:read/).check();
    await page.getByRole('button', { name: 'Register a program' }).click();
    await page.getByText('Keep this now').waitFor();
    const [id, secret] = await page.locator('dd code').allTextContents();
    expect([id?.startsWith('department-'), (secret ?? '').length > 40]).toEqual([true, true]);
    expect(await inspect('program')).toEqual([]);
    await page.getByRole('button', { name: 'I have kept it' }).click();
    expect(await page.getByText(secret ?? '').count()).toBe(0);
    const program = page.locator('section').filter({ hasText: 'Ticket desk' });
    await program.getByRole('button', { name: 'New secret' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'New secret' }).click();
    await page.getByText('Keep this now').waitFor();
    await program.getByText('The old secret works until').waitFor();
    await program.getByRole('button', { name: 'Revoke' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
    await program.getByText('Revoked', { exact: true }).waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('adds a webhook to a public address alone, tries it, and reads in the log how that went', async () => {
    const { page, inspect, complaints, close } = await visit('dirk');
    await page.goto('/webhooks');
    await page.getByLabel('Address').fill('https://10.0.0.1/hook');
    await page.getByRole('button', { name: 'Add a webhook' }).click();
    await page.locator('form').getByRole('alert').or(page.locator('[aria-invalid=true]')).first().waitFor();
    expect(await page.getByLabel('Address').inputValue()).toBe('https://10.0.0.1/hook');
    await page.getByLabel('Address').fill('https://nobody.invalid/hook');
    await page.getByLabel('Name').fill('Ticket desk');
    await page.getByRole('button', { name: 'Add a webhook' }).click();
    await page.getByText('Keep this now').waitFor();
    expect(await page.locator('dd code').textContent()).toMatch(/^whsec_/);
    await page.getByRole('button', { name: 'I have kept it' }).click();
    await page.getByRole('button', { name: 'Send a test' }).click();
    await page.getByRole('table').getByText('Test').waitFor();
    while (!(await page.getByText(/No\. \d/).isVisible()))
      await page.getByRole('button', { name: 'Look again' }).click();
    await page
      .getByText(/not reached/)
      .first()
      .waitFor();
    expect(await inspect('webhooks')).toEqual([]);
    await page.getByRole('button', { name: 'Switch off' }).click();
    await page.getByText('Switched off', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Remove' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await page.getByText('No webhook yet').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('says what the department is there for, and sees its work in numbers; staff see neither place nor figures', async () => {
    const { page, complaints, close } = await visit('dirk');
    await page.goto('/department');
    await page.getByText('Our work in numbers').waitFor();
    await page.getByRole('button', { name: 'Change the text' }).click();
    await page.getByLabel('How to reach you').fill('Housing desk, ground floor of the library.');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Housing desk, ground floor of the library.').waitFor();
    expect(complaints).toEqual([]);
    await close();
    const staff = await visit('dana');
    await staff.page.goto('/programs');
    await staff.page.getByText('This place is for the lead').waitFor();
    const places = staff.page.getByRole('navigation', { name: 'Places of the department' });
    expect(await places.getByRole('link').allTextContents()).toEqual(['Overview', 'Staff']);
    await staff.close();
  });
});

describe('in no look does a page have a breach, a complaint or overflow:', () => {
  it('the queue, what is over, a referral, the staff and the department', async () => {
    const { page, inspect, close } = await visit('dirk', ...looks);
    const pages = {
      queue: '/',
      over: '/?show=over',
      referral: adas,
      staff: '/staff',
      department: '/department',
      programs: '/programs',
      webhooks: '/webhooks',
    };
    for (const [what, path] of Object.entries(pages)) {
      await page.goto(path);
      await page.locator('main').locator('table, dl, form').first().waitFor();
      expect(await inspect(what)).toEqual([]);
    }
    await close();
  });

  it('the forms of a question and of an answer', async () => {
    const { page, inspect, close } = await visit('dirk', ...looks);
    await page.locator('main table a').last().click();
    await page.locator('dl').waitFor();
    const acknowledge = page.locator('main button[data-look=primary]').first();
    await acknowledge.click();
    if (!(await page.getByRole('dialog').isVisible())) {
      await page.locator('textarea').waitFor();
      await page.locator('main button[data-look=primary]').last().click();
    }
    await page.getByRole('dialog').locator('button[type=submit]').click();
    await page.getByRole('dialog').getByRole('alert').waitFor();
    expect(await inspect('answering')).toEqual([]);
    await close();
  });
});

describe('a department that cannot go on', () => {
  it('points to another department, which it has to name', async () => {
    const { page, inspect, close } = await visit('dirk');
    await page.locator('main table a').last().click();
    await page.getByRole('button', { name: 'Publish the answer' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Another department can help').check();
    await dialog.getByLabel('Answer to the student').fill('The library looks after these rooms.');
    await dialog.getByRole('button', { name: 'Publish the answer' }).click();
    await dialog.getByText('Please fill this in.').waitFor();
    await dialog.getByLabel('Which department can help?').selectOption({ index: 1 });
    await dialog.getByRole('button', { name: 'Publish the answer' }).click();
    await page.getByRole('heading', { name: 'Another department can help' }).waitFor();
    await page.getByText('can help instead.').waitFor();
    expect(await inspect('redirected')).toEqual([]);
    await close();
  });

  it('is told when nothing can be loaded, or a part, and is never taken for a stranger because of it', async () => {
    const { page, close } = await visit('dana');
    const isGraph = (url: URL): boolean => url.pathname === '/graphql';
    await page.route(isGraph, (route) => route.abort());
    await page.reload();
    await page.getByText('This could not be loaded').waitFor();
    await page.unroute(isGraph);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('navigation', { name: 'Parts of the queue' }).waitFor();

    const silence = { message: 'The service does not answer.', extensions: { code: 'SUBGRAPH_UNAVAILABLE' } };
    const viewer = { __typename: 'Viewer', subject: 'dana', department: null };
    const body = JSON.stringify({ data: { viewer }, errors: [{ ...silence, path: ['viewer', 'department'] }] });
    const headers = { 'access-control-allow-origin': new URL(page.url()).origin };
    await page.route(isGraph, (route) => route.fulfill({ contentType: 'application/json', headers, body }));
    await page.reload();
    await page.getByText('A part of this page could not be loaded.').waitFor();
    expect(await page.getByText('This place is for departments').count()).toBe(0);
    await close();
  });
});

describe('somebody without a department', () => {
  it('is told so', async () => {
    const { page, inspect, close } = await visit('ada', phone);
    await page.locator('main h2').waitFor();
    expect(await page.getByRole('table').count()).toBe(0);
    expect(await page.getByRole('navigation', { name: 'Main' }).count()).toBe(0);
    expect(await inspect('not-for-you')).toEqual([]);
    await close();
  });
});

describe('a student who takes the consent back', () => {
  it('seals the referral to the department: the fact remains, and none of the words', async () => {
    const student = await visit('ada');
    const referralId = adas.split('/').at(-1) ?? '';
    const withdraw =
      'mutation ($input: WithdrawReferralConsentInput!) { withdrawReferralConsent(input: $input) { __typename } }';
    const answer = await student.askGraph(withdraw, { input: { referralId } });
    expect(answer).toEqual({ data: { withdrawReferralConsent: { __typename: 'WithdrawReferralConsentSuccess' } } });
    await student.close();

    const { page, inspect, close } = await visit('dana');
    await page.goto(adas);
    await page.getByText('The student took the consent back.').waitFor();
    const shown = await page.locator('main').innerText();
    expect(shown).toContain('Consent withdrawn');
    for (const word of ['Lakeside', draft, 'hot water']) expect(shown).not.toContain(word);
    expect(await page.locator('main button').count()).toBe(0);
    expect(await inspect('sealed')).toEqual([]);
    await close();
  });
});
