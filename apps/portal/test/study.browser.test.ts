import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { looks, type UnionInBrowser, type Visit } from '@guildhall/browser-testing';
import { startPortal } from './start-portal.js';

let union: UnionInBrowser;
beforeAll(async () => {
  union = await startPortal();
}, 240_000);
afterAll(() => union?.stop());
const visit = (who: string): Promise<Visit> => union.visit('portal', who);

const algebra = 'Linear algebra: problem sheets together';

describe('study groups and mentoring', () => {
  it('meet the eye in every look without a breach of accessibility or anything too wide', async () => {
    const { page, settle, inspect, inspectDialogs, close } = await union.visit('portal', 'ada', ...looks);
    const faults: string[] = [];
    const look = async (name: string): Promise<void> => {
      await settle();
      faults.push(...(await inspect(name)), ...(await inspectDialogs(name)));
    };
    await page.goto('/study');
    await page.getByRole('link', { name: algebra, exact: true }).first().waitFor();
    await look('study');
    await page.getByRole('link', { name: algebra, exact: true }).first().click();
    await page.getByRole('heading', { name: algebra, level: 1 }).waitFor();
    await page.getByRole('heading', { name: 'Sessions', level: 2 }).waitFor();
    await look('study-group');
    await page.goto('/study/00000000-0000-7000-8000-000000000000');
    await look('study-group-missing');
    await page.goto('/mentoring');
    await page.getByRole('heading', { name: 'Find a mentor', level: 2 }).waitFor();
    await look('mentoring');
    expect(faults).toEqual([]);
    await close();
  }, 300_000);

  it('let one member begin a group, another find and join it, and the first see them', async () => {
    const { page, complaints, close } = await visit('ada');
    await page.goto('/study');
    await page.getByRole('button', { name: 'Begin a study group' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('What it is called').fill('Kepler on Sundays');
    await dialog.getByRole('button', { name: 'Begin a study group' }).click();
    await dialog.getByLabel('Course', { exact: true }).fill('Celestial Mechanics');
    await dialog.getByLabel('What it is about and how you work').fill('Orbits, slowly, with biscuits.');
    await dialog.getByLabel('Needs at least').fill('2');
    const inAMonth = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
    await dialog.getByLabel('Last day').fill(inAMonth);
    await dialog.getByRole('button', { name: 'Begin a study group' }).click();
    await page.getByRole('heading', { name: 'Kepler on Sundays', level: 1 }).waitFor();
    await page.getByText('Gathers people').waitFor();

    const rosa = await visit('rosa');
    await rosa.page.goto('/study');
    await rosa.page.getByLabel('Course', { exact: true }).fill('celestial');
    await rosa.page.getByRole('button', { name: 'Search', exact: true }).click();
    await rosa.page.getByRole('link', { name: 'Kepler on Sundays', exact: true }).click();
    await rosa.page.getByRole('button', { name: 'Join', exact: true }).click();
    await rosa.page.getByText('You are in', { exact: true }).waitFor();
    await rosa.page.getByRole('heading', { name: 'Sessions', level: 2 }).waitFor();
    expect(rosa.complaints).toEqual([]);
    await rosa.close();

    await page.reload();
    await page.getByText('Rosa Lindqvist').first().waitFor();
    await page.getByText('Meets', { exact: true }).waitFor();
    expect(complaints).toEqual([]);
    await close();
  }, 180_000);

  it('let a mentee ask and a mentor say yes, and the two agree on a goal', async () => {
    const ada = await visit('ada');
    await ada.page.goto('/mentoring');
    const mentor = ada.page
      .getByRole('article')
      .filter({ hasText: 'I like explaining things twice, differently.' })
      .first();
    await mentor.getByRole('button', { name: 'Ask', exact: true }).click();
    const dialog = ada.page.getByRole('dialog');
    await dialog.getByLabel('What it is about').fill('Could you help me with proofs by induction?');
    await dialog.getByRole('button', { name: 'Ask', exact: true }).click();
    await ada.page.getByRole('button', { name: 'Take the ask back' }).waitFor();

    const rosa = await visit('rosa');
    await rosa.page.goto('/mentoring');
    await rosa.page.getByRole('button', { name: 'Say yes' }).click();
    await rosa.page.getByText('To be confirmed', { exact: true }).waitFor();
    expect(rosa.complaints).toEqual([]);
    await rosa.close();

    await ada.page.reload();
    await ada.page.getByRole('button', { name: 'Confirm', exact: true }).click();
    await ada.page.getByRole('button', { name: 'Add a goal' }).click();
    await dialog.getByLabel('Goal').fill('One proof a week');
    await dialog.getByRole('button', { name: 'Add a goal' }).click();
    await ada.page.getByText('One proof a week').waitFor();
    expect(ada.complaints).toEqual([]);
    await ada.close();
  }, 180_000);
});
