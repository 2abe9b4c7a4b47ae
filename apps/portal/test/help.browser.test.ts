import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Look, UnionInBrowser, Visit } from '@guildhall/browser-testing';
import { startPortal } from './start-portal.js';

let union: UnionInBrowser;
beforeAll(async () => {
  union = await startPortal();
}, 240_000);
afterAll(() => union?.stop());
const visit = (who: string, ...seen: readonly Look[]): Promise<Visit> => union.visit('portal', who, ...seen);

describe('a student who asks for help', () => {
  it('opens a case in plain steps and writes to the case worker', async () => {
    const { page, complaints, close } = await visit('ada');
    await page.goto('/help/new');
    const goOn = () => page.getByRole('button', { name: 'Go on' }).click();
    await goOn();
    await page.getByLabel('Money').check();
    await goOn();
    await page
      .getByLabel('What happened?')
      .fill('My bursary was promised for October and has not come, and nobody answers.');
    await goOn();
    await goOn();
    await goOn();
    await page.getByRole('button', { name: 'Open the case' }).click();
    await page.getByRole('heading', { name: 'Your case' }).waitFor();
    await page.getByText('My bursary was promised').waitFor();
    await page.getByLabel('Your message').fill('The letter is from the third of September.');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByRole('listitem').filter({ hasText: 'third of September' }).waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('is told beside the field what is missing when a case says too little', async () => {
    const { page, close } = await visit('rosa');
    await page.goto('/help/new');
    const goOn = () => page.getByRole('button', { name: 'Go on' }).click();
    await goOn();
    await goOn();
    await page.getByLabel('What happened?').fill('Short.');
    await goOn();
    await goOn();
    await goOn();
    await page.getByRole('button', { name: 'Open the case' }).click();
    await page.getByText('This is too short.').waitFor();
    expect(await page.getByLabel('What happened?').inputValue()).toBe('Short.');
    await close();
  });

  it('takes back consent, and the department sees nothing any more', async () => {
    const { page, close } = await visit('ada');
    await page.goto('/help');
    await page.getByRole('link', { name: 'Housing' }).click();
    await page.getByText('Lakeside Court, block B, room 27').waitFor();
    await page.getByRole('button', { name: 'Withdraw my consent' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Withdraw my consent' }).click();
    await page.getByText('The department sees nothing of it any more.').waitFor();
    expect(await page.getByText('Lakeside Court').count()).toBe(0);
    await close();
  });

  it('consents to a referral item by item, and sees beforehand exactly what the department will see', async () => {
    const ada = await visit('ada');
    await ada.page.goto('/help');
    await ada.page.getByRole('link', { name: 'Housing' }).click();
    await ada.page.getByRole('heading', { name: 'Your case' }).waitFor();
    const caseId = new URL(ada.page.url()).pathname.split('/').at(-1);
    const carl = await visit('carl');
    const { data } = (await carl.askGraph('{ departments { id name } }')) as {
      data: { departments: { id: string; name: string }[] };
    };
    const housing = data.departments.find(({ name }) => name === 'Student Housing');
    const draft = 'mutation ($input: DraftReferralInput!) { draftReferral(input: $input) { __typename } }';
    const fields = [
      { name: 'roomNumber', value: 'Block B, room 27' },
      { name: 'health', value: 'Bronchitis, twice' },
    ];
    const drafted = await carl.askGraph(draft, { input: { caseId, departmentId: housing?.id, fields } });
    expect(drafted).toEqual({ data: { draftReferral: { __typename: 'DraftReferralSuccess' } } });
    await carl.close();

    const { page } = ada;
    await page.goto('/');
    await page.getByRole('link', { name: 'Decide what Student Housing may see' }).click();
    await page.getByLabel('Room: Block B, room 27').check();
    const preview = page.locator('form dl');
    expect(await preview.textContent()).toBe('RoomBlock B, room 27');
    expect(await ada.inspect('consent')).toEqual([]);
    await page.getByRole('button', { name: 'Agree to show 1 item' }).click();
    await page.getByText('You agreed').waitFor();
    await page.reload();
    await page.getByText('You agreed').waitFor();
    expect(await preview.textContent()).toBe('RoomBlock B, room 27');
    expect(await page.getByLabel('Health: Bronchitis, twice').isChecked()).toBe(false);
    await ada.close();
  });
});

describe('somebody of the staff who is no member', () => {
  it('is not led to what is for members alone', async () => {
    const { page, complaints, close } = await visit('carl');
    const navigation = page.getByRole('navigation', { name: 'Main' });
    await navigation.waitFor();
    expect(await navigation.getByRole('link').allTextContents()).toEqual(['Home', 'Activities', 'Groups']);
    await navigation.getByRole('button', { name: 'More' }).click();
    expect(await page.getByRole('dialog').getByRole('link').allTextContents()).toEqual([
      'Elections',
      'Learning',
      'Volunteer',
    ]);
    await page.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('heading', { name: 'What is on' }).waitFor();
    expect(await page.getByRole('main').getByRole('link', { name: 'My profile' }).count()).toBe(0);
    expect(complaints).toEqual([]);
    await close();
  });
});
