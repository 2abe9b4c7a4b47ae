import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page, Visit } from '@guildhall/browser-testing';
import { fillCell, listStudents, openMoneyCase } from './case-counts.js';
import { startJourney, type Journey } from './start-journey.js';

const room = 'Lakeside Court, block C, room 4';
const amount = '£350, of which nothing came back';
const health = 'Moved out early because of asthma';
const question = 'On which day did you give back the keys?';
const answered = 'We return £300 by Friday; £50 stay with us for the window.';

let journey: Journey;
beforeAll(async () => {
  journey = await startJourney('referral');
}, 240_000);
afterAll(() => journey?.stop());

/** Ada opens a case about money; what comes back is the id of it. */
async function openCase({ page, inspect }: Visit): Promise<string> {
  await page.getByRole('link', { name: 'Rights', exact: true }).click();
  await page.getByRole('link', { name: 'Open a case' }).click();
  const goOn = () => page.getByRole('button', { name: 'Go on' }).click();
  await goOn();
  await page.getByLabel('Money').check();
  await goOn();
  await page.getByLabel('What happened?').fill('My landlord is the university, and it keeps my deposit.');
  await goOn();
  await goOn();
  await goOn();
  await page.getByRole('button', { name: 'Open the case' }).click();
  await page.getByRole('heading', { name: 'Your case' }).waitFor();
  expect(await inspect('01-case-opened')).toEqual([]);
  return new URL(page.url()).pathname.split('/').at(-1) ?? '';
}

/** The card of a case at the desk, by the code that people speak of it by. */
const cardOf = (page: Page, caseId: string) =>
  page.getByRole('article').filter({ hasText: caseId.slice(0, 8).toUpperCase() });

async function triageAndAssign({ page, inspect }: Visit, caseId: string): Promise<void> {
  const card = cardOf(page, caseId);
  await card.getByRole('button', { name: 'Acknowledge' }).click();
  await card.getByRole('button', { name: 'Triage' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Save triage' }).click();
  await card.getByRole('button', { name: 'Assign' }).click();
  await page
    .getByRole('dialog')
    .getByLabel(/^carl: /)
    .check();
  await page.getByRole('button', { name: 'Assign the case' }).click();
  await card.getByText('With carl').waitFor();
  expect(await inspect('02-case-assigned')).toEqual([]);
}

async function draftReferral({ page, inspect }: Visit, caseId: string): Promise<void> {
  await cardOf(page, caseId).getByRole('link', { name: 'Open the case' }).click();
  await page.getByRole('link', { name: 'Draft a referral' }).click();
  await page.getByLabel('Department').selectOption({ label: 'Student Housing' });
  const fields = { Room: room, 'Amount at issue': amount, health };
  for (const [index, [name, value]] of Object.entries(fields).entries()) {
    if (index > 0) await page.getByRole('button', { name: 'Add a field' }).click();
    await page.getByLabel(`Field ${index + 1}: name`).fill(name);
    await page.getByLabel(`Field ${index + 1}: words`).fill(value);
  }
  expect(await inspect('03-referral-drafted')).toEqual([]);
  await page.getByRole('button', { name: 'Offer it to the student' }).click();
  await page.getByText('Waits for consent').waitFor();
}

/** Ada agrees to two of the three items, and keeps her health to herself. */
async function consent({ page, inspect }: Visit): Promise<void> {
  await page.getByRole('link', { name: 'Home', exact: true }).click();
  await page.reload();
  await page.getByRole('link', { name: 'Decide what Student Housing may see' }).click();
  await page.getByLabel(`Room: ${room}`).check();
  await page.getByLabel(`Amount at issue: ${amount}`).check();
  expect(await page.locator('form dl').innerText()).not.toContain(health);
  expect(await inspect('04-consent')).toEqual([]);
  await page.getByRole('button', { name: 'Agree to show 2 items' }).click();
  await page.getByText('You agreed').waitFor();
}

async function send({ page, inspect }: Visit): Promise<void> {
  await page.reload();
  await page.getByRole('button', { name: 'Send to the department' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Send', exact: true }).click();
  await page.getByRole('button', { name: 'Send to the department' }).waitFor({ state: 'detached' });
  expect(await inspect('05-referral-sent')).toEqual([]);
}

const referralLinks = (page: Page): Promise<readonly (string | null)[]> =>
  page.getByRole('link', { name: /^Referral / }).evaluateAll((links) => links.map((link) => link.getAttribute('href')));

/** Dana opens the one referral that was not there before, and sees what was agreed to and not a word more. */
async function acknowledgeAndAsk({ page, inspect }: Visit, before: readonly (string | null)[]): Promise<string> {
  await page.reload();
  await page.getByRole('table').waitFor();
  const [href] = (await referralLinks(page)).filter((each) => !before.includes(each));
  await page.locator(`a[href="${href}"]`).click();
  await page.getByText(room).waitFor();
  expect(await page.locator('dd').allInnerTexts()).toEqual([room, amount]);
  expect(await page.content()).not.toContain('asthma');
  await page.getByRole('button', { name: 'Acknowledge' }).click();
  await page.getByRole('button', { name: 'Ask for information' }).click();
  await page.getByLabel('Your question').fill(question);
  await page.getByRole('button', { name: 'Send the question' }).click();
  await page.getByText('The student has not answered yet.').waitFor();
  expect(await inspect('06-question-asked')).toEqual([]);
  return href ?? '';
}

async function answerQuestion({ page, inspect }: Visit): Promise<void> {
  await page.getByRole('link', { name: 'Home', exact: true }).click();
  await page.reload();
  await page.getByRole('link', { name: 'Student Housing asks you something' }).click();
  await page.getByText(question).waitFor();
  await page.getByRole('textbox', { name: 'Your answer' }).fill('On the thirtieth of September.');
  expect(await inspect('07-question-to-answer')).toEqual([]);
  await page.getByRole('button', { name: 'Send the answer' }).click();
  await page.getByText('Your answer: On the thirtieth of September.').waitFor();
}

async function publishAnswer({ page, inspect }: Visit, href: string): Promise<void> {
  await page.locator(`a[href="${href}"]`).click();
  await page.getByText('On the thirtieth of September.').waitFor();
  await page.getByRole('button', { name: 'Publish the answer' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('We do a part of it').check();
  await dialog.getByLabel('Answer to the student').fill(answered);
  expect(await inspect('08-answer-to-publish')).toEqual([]);
  await dialog.getByRole('button', { name: 'Publish the answer' }).click();
  await page.getByRole('heading', { name: 'We do a part of it' }).waitFor();
}

async function readAnswer({ page, inspect }: Visit): Promise<void> {
  await page.getByRole('link', { name: 'Home', exact: true }).click();
  await page.reload();
  await page.getByRole('link', { name: 'Student Housing answered' }).first().click();
  await page.getByText(answered).waitFor();
  expect(await inspect('09-answer-read')).toEqual([]);
  await page.getByRole('main').getByRole('link', { name: 'Who read what' }).click();
  await page.getByText('Staff of a department').first().waitFor();
  expect(await inspect('09-readings')).toEqual([]);
}

describe('a student who asks for help', () => {
  it('is heard at the desk, agrees item by item, and reads what the department answers', async () => {
    const ada = await journey.visit('ada', 'portal');
    const caseId = await openCase(ada);
    const amira = await journey.visit('amira', 'desk');
    await triageAndAssign(amira, caseId);
    const carl = await journey.visit('carl', 'desk');
    await draftReferral(carl, caseId);
    await consent(ada);

    const dana = await journey.visit('dana', 'partners');
    await dana.page.getByRole('table').waitFor();
    const before = await referralLinks(dana.page);
    await send(carl);
    const href = await acknowledgeAndAsk(dana, before);
    await answerQuestion(ada);
    const dirk = await journey.visit('dirk', 'partners');
    await publishAnswer(dirk, href);
    await readAnswer(ada);
    expect([ada, amira, carl, dana, dirk].flatMap(({ complaints }) => complaints)).toEqual([]);
  });
});

describe('the cell of money at the first stage', () => {
  it('is withheld with its reason below ten students, however many cases they have, and counted from the tenth on', async () => {
    const { platform } = journey;
    const [again = '', ...waiting] = await listStudents(platform);
    await openMoneyCase(platform, again);
    await openMoneyCase(platform, again);
    const { cases, students } = await fillCell(platform, waiting, 9);
    expect(cases).toBeGreaterThan(students);

    const nina = await journey.visit('nina', 'insights');
    await nina.page.getByRole('link', { name: 'Cases' }).click();
    await nina.page.getByLabel('Matter').selectOption({ label: 'Money' });
    const cell = nina.page.getByRole('listitem').filter({ hasText: 'Advice' });
    await cell.getByText('withheld').waitFor();
    await nina.page.getByText('withheld because it stands for fewer than 10 people').waitFor();
    expect(await nina.inspect('10-withheld')).toEqual([]);

    const counted = await fillCell(platform, waiting, 10);
    await nina.page.reload();
    await cell.getByText(String(counted.cases), { exact: true }).waitFor();
    expect(await cell.getByText('withheld').count()).toBe(0);
    expect(await nina.inspect('11-counted')).toEqual([]);
  });
});
