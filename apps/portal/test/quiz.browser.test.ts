import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { looks, type UnionInBrowser, type Visit } from '@guildhall/browser-testing';
import { startPortal } from './start-portal.js';

let union: UnionInBrowser;
beforeAll(async () => {
  union = await startPortal();
}, 240_000);
afterAll(() => union?.stop());

const studyWell = 'Check what stayed with you';
type Page = Visit['page'];

/** The quiz of the demo union behind that step; ids of the demo union are the same in every union. */
const quizId = '018cc251-f400-785d-82c6-355c5b7b8db0';

/** Ada’s way to it: over her path. */
async function openQuiz(page: Page): Promise<void> {
  await page.goto('/learning');
  await page.getByRole('link', { name: 'Study well', exact: true }).first().click();
  await page.getByRole('heading', { name: 'Study well', level: 1 }).waitFor();
  await page.getByRole('link', { name: 'Answer the questions', exact: true }).first().click();
  await page.getByRole('heading', { name: studyWell, level: 1 }).waitFor();
}

/** Gives some answer to the question that is shown in a part of the page, whatever its kind. */
async function answerSomehow(page: Page, within: ReturnType<Page['locator']>): Promise<void> {
  const radios = within.getByRole('radio');
  if ((await radios.count()) > 0) return radios.first().check();
  const boxes = within.getByRole('checkbox');
  if ((await boxes.count()) > 0) return boxes.first().check();
  const order = within.getByRole('button', { name: 'This is the order' });
  if ((await order.count()) > 0) return order.click();
  await within.getByRole('textbox').fill('4');
  await page.keyboard.press('Tab');
}

describe('reviewing what was learned', () => {
  it('asks what is due, says what was right and sets the day it comes back', async () => {
    const { page, inspect, complaints, close } = await union.visit('portal', 'ada', ...looks);
    await page.goto('/learning/review');
    const due = page.getByRole('heading', { name: /questions? today$/, level: 2 });
    await due.waitFor();
    await page.getByRole('heading', { name: 'What is ahead', level: 2 }).waitFor();
    expect(await inspect('review')).toEqual([]);
    await page.getByRole('button', { name: 'I do not know' }).click();
    const ratings = page.getByRole('group', { name: /^How well did you remember it/ });
    await ratings.waitFor();
    expect(await ratings.getByRole('button').count()).toBe(4);
    expect(await inspect('review-answered')).toEqual([]);
    await ratings.getByRole('button', { name: /^Not at all/ }).click();
    await ratings.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.getByText('Nothing is asked until you resume').waitFor();
    await page.getByRole('button', { name: 'Resume' }).click();
    await page.getByRole('button', { name: 'Pause' }).waitFor();
    expect(complaints).toEqual([]);
    await close();
  }, 240_000);
});

describe('a quiz', () => {
  it('is begun, kept as it is answered, left and resumed, handed in and explained', async () => {
    const { page, inspect, complaints, close } = await union.visit('portal', 'ada', ...looks);
    await openQuiz(page);
    expect(await inspect('quiz')).toEqual([]);
    await page.getByRole('button', { name: 'Try again' }).click();
    const questions = page.locator('ol > li').filter({ has: page.locator('fieldset') });
    await questions.first().waitFor();
    const count = await questions.count();
    for (let index = 0; index < count - 1; index += 1) {
      await answerSomehow(page, questions.nth(index));
      await questions.nth(index).getByText('Saved', { exact: true }).waitFor();
    }
    expect(await inspect('quiz-attempt')).toEqual([]);
    await page.reload();
    await questions
      .nth(count - 2)
      .getByText('Saved', { exact: true })
      .waitFor();
    await page.getByRole('button', { name: 'Hand in', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/^1 question is not answered/).waitFor();
    await dialog.getByRole('button', { name: 'Hand in', exact: true }).click();
    await page.getByText(/of 8 right$/).waitFor();
    await page.getByText('You did not answer.').waitFor();
    expect(await inspect('quiz-result')).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  }, 240_000);

  it('shows its questions and answers to those who write and review them, and carries them on', async () => {
    const { page, inspect, complaints, close } = await union.visit('portal', 'uma', ...looks);
    await page.goto(`/learning/quiz/${quizId}`);
    await page.getByRole('link', { name: 'To the questions and their answers' }).click();
    await page.getByRole('heading', { name: 'Version 1', level: 2 }).waitFor();
    expect(await inspect('quiz-questions')).toEqual([]);
    await page.getByRole('button', { name: 'Write the next version' }).click();
    await page.getByLabel('What is asked').first().fill('What helps most to remember a page?');
    const saidIfTrue = page.getByLabel('What to say to whoever answers true').first();
    await saidIfTrue.fill('Read it once more.');
    await page.getByText('question 1', { exact: false }).and(page.locator('summary')).click();
    await page.getByLabel('Find in the library').fill('minutes');
    const reading = page.getByLabel('What to read about it');
    await reading.selectOption({ index: 1 });
    const read = String(await reading.locator('option:checked').textContent());
    await page.getByLabel('Questions in one attempt').fill('99');
    await page.getByRole('button', { name: 'Save the draft' }).click();
    await page.getByText('This number is out of range.').waitFor();
    expect(await page.getByLabel('What is asked').first().inputValue()).toBe('What helps most to remember a page?');
    await page.getByLabel('Questions in one attempt').fill('6');
    await page.getByRole('button', { name: 'Save the draft' }).click();
    await page.getByRole('heading', { name: 'Version 2', level: 2 }).waitFor();
    expect(await saidIfTrue.inputValue()).toBe('Read it once more.');
    await page.getByText(`To read about question 1: ${read}`, { exact: true }).click();
    await reading.waitFor();
    expect(await inspect('quiz-edit')).toEqual([]);
    await page.getByRole('button', { name: 'Give to the reviewers' }).click();
    await page.getByText('In review', { exact: true }).waitFor();
    expect(complaints).toEqual([]);
    await close();
  }, 240_000);
});
