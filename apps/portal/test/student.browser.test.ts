import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { UnionInBrowser, Visit } from '@guildhall/browser-testing';
import { startPortal } from './start-portal.js';

let union: UnionInBrowser;
beforeAll(async () => {
  union = await startPortal();
}, 240_000);
afterAll(() => union?.stop());
const visit = (who: string | undefined): Promise<Visit> => union.visit('portal', who);

describe('the first screen', () => {
  it('tells ada what needs her, where she goes with her waiting place, what changed and what is on', async () => {
    const { page, complaints, close } = await visit('ada');
    await page.getByRole('heading', { name: 'Hello, Ada' }).waitFor();
    const card = (title: string) => page.locator('section', { has: page.getByRole('heading', { name: title }) });
    await card('Needs you').getByText('ready to begin').first().waitFor();
    await card('Your plans')
      .getByText(/place \d+ on the waiting list/)
      .waitFor();
    await card('What changed').getByRole('link').first().waitFor();
    expect(await page.locator('main article').count()).toBeGreaterThan(2);
    expect(complaints).toEqual([]);
    await close();
  });

  it('shows a visitor what is on and what signing in is good for, and asks for nothing', async () => {
    const { page, complaints, close } = await visit(undefined);
    await page.goto('/');
    await page.locator('main article').first().waitFor();
    await page.getByRole('heading', { name: 'Your students’ union' }).waitFor();
    expect(await page.getByRole('heading', { name: 'Needs you' }).count()).toBe(0);
    await page.goto('/help');
    await page.getByRole('heading', { name: 'Please sign in' }).waitFor();
    expect(complaints).toEqual([]);
    await close();
  });
});

describe('a student at an activity', () => {
  it('finds it by its words and kind, takes a place and gives it back', async () => {
    const { page, complaints, close } = await visit('rosa');
    await page.goto('/activities');
    await page.getByLabel('Kind').selectOption({ label: 'Training' });
    await page.waitForURL(/kind=TRAINING/);
    await page.getByLabel('Words to look for').fill('lighting');
    await page.getByRole('button', { name: 'Search' }).click();
    await page.waitForURL(/search=lighting/);
    await page.getByRole('link', { name: 'Stage and lighting safety training' }).click();
    await page.getByRole('button', { name: 'Register', exact: true }).click();
    await page.getByText('You have a place').waitFor();
    await page.getByRole('button', { name: 'Give up my place' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Give up my place' }).click();
    await page.getByText('Place given back').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('that is full waits, sees the waiting place there and at home, and may leave the list', async () => {
    const { page, complaints, close } = await visit('omar');
    await page.goto('/activities?search=Ridge');
    await page.getByRole('link', { name: 'Ridge walk to the old reservoir' }).click();
    await page.getByText('All places are taken.').waitFor();
    await page.getByRole('button', { name: 'Join the waiting list' }).click();
    const place = await page.getByText(/^Place \d+ on the waiting list$/).innerText();
    await page.getByRole('link', { name: 'Home', exact: true }).click();
    await page.reload();
    await page
      .getByRole('link', { name: `Ridge walk to the old reservoir: ${place.replace('Place', 'place')}` })
      .click();
    await page.getByRole('button', { name: 'Leave the waiting list' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Leave the waiting list' }).click();
    await page.getByText('Left the waiting list').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });
});

describe('a student in a group', () => {
  it('writes an idea to it, makes a draft of a proposal of it, and takes the idea back', async () => {
    const { page, complaints, close } = await visit('ada');
    await page.goto('/groups?search=Theatre');
    await page.getByRole('link', { name: 'Film and Theatre Society' }).click();
    await page.getByRole('link', { name: 'What we talk about' }).click();
    await page.getByLabel('Your words').fill('A store of costumes for all societies.');
    await page.getByRole('button', { name: 'Post', exact: true }).click();
    await page.getByText('A store of costumes for all societies.').waitFor();
    await page.getByRole('button', { name: 'Make it a proposal' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').fill('One store of costumes for every society');
    await dialog.getByRole('button', { name: 'Make it a proposal' }).click();
    await page.waitForURL(/\/proposals\/[0-9a-f-]{36}/);
    await page.getByText('One store of costumes for every society').first().waitFor();
    await page.goBack();
    await page.getByRole('button', { name: 'Take back' }).first().click();
    await page.getByRole('dialog').getByRole('button', { name: 'Take back' }).click();
    await page.getByText('A store of costumes for all societies.').waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
    await close();
  });

  it('joins it, may plan something there once the other services know, and leaves it', async () => {
    const { page, settle, complaints, close } = await visit('ada');
    await page.goto('/groups?search=Cappella');
    await page.getByRole('link', { name: 'A Cappella Society' }).click();
    const plan = page.getByRole('link', { name: 'Plan an activity' });
    await page.getByRole('button', { name: 'Join', exact: true }).waitFor();
    expect(await plan.count()).toBe(0);
    await page.getByRole('button', { name: 'Join', exact: true }).click();
    await page.getByText('Yours', { exact: true }).waitFor();
    while ((await plan.count()) === 0) {
      await page.reload();
      await settle();
    }
    await page.getByRole('button', { name: 'Leave' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Leave', exact: true }).click();
    await page.getByRole('button', { name: 'Join', exact: true }).waitFor();
    expect(complaints).toEqual([]);
    await close();
  });
});

describe('a student on a learning path', () => {
  it('begins it, completes a step, and the next one opens', async () => {
    const { page, complaints, close } = await visit('ada');
    await page.goto('/learning');
    await page.getByRole('link', { name: 'A steadier week' }).click();
    await page.getByRole('button', { name: 'Begin this path' }).click();
    await page.getByText('0 of 2 steps passed').waitFor();
    await page.getByRole('button', { name: 'I have read it' }).click();
    await page.getByText('1 of 2 steps passed').waitFor();
    await page.goto('/learning');
    const own = page.locator('main article', { hasText: 'A steadier week' });
    await own.getByText('1 of 2 steps passed').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });
});

describe('a profile', () => {
  it('is saved with an audience for each field, and others see exactly what it lets them', async () => {
    const ada = await visit('ada');
    const set = async (bio: string, audience: string): Promise<void> => {
      await ada.page.goto('/profile');
      await ada.page.getByRole('textbox', { name: 'About me' }).fill(bio);
      await ada.page.getByLabel('About me: who may see it').selectOption({ label: audience });
      await ada.page.getByRole('button', { name: 'Save', exact: true }).click();
      await ada.page.getByText('Your profile is saved.').waitFor();
    };
    const { data } = (await ada.askGraph('{ viewer { member { id } } }')) as {
      data: { viewer: { member: { id: string } } };
    };
    const rosa = await visit('rosa');
    await set('I repair bicycles on Sundays.', 'All members');
    await rosa.page.goto(`/people/${data.viewer.member.id}`);
    await rosa.page.getByText('I repair bicycles on Sundays.').waitFor();
    await set('I repair bicycles on Sundays.', 'Only me');
    await rosa.page.reload();
    await rosa.page.getByRole('heading', { name: 'Ada Okafor' }).waitFor();
    await rosa.settle();
    expect(await rosa.page.getByText('bicycles').count()).toBe(0);
    expect([...ada.complaints, ...rosa.complaints]).toEqual([]);
    await Promise.all([ada.close(), rosa.close()]);
  });
});
