import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { looks, type UnionInBrowser, type Visit } from '@guildhall/browser-testing';
import { startPortal } from './start-portal.js';

let union: UnionInBrowser;
beforeAll(async () => {
  union = await startPortal();
}, 240_000);
afterAll(() => union?.stop());
const visit = (who: string): Promise<Visit> => union.visit('portal', who);

const society = 'Film and Theatre Society';

async function openSociety({ page }: Visit): Promise<void> {
  await page.goto('/groups?search=theatre');
  await page.getByRole('link', { name: society, exact: true }).first().click();
  await page.getByRole('heading', { name: society, level: 1 }).waitFor();
}

describe('the page of a group’s officers', () => {
  it('has no breach of accessibility in any look, its dialogs and an invitation included', async () => {
    const officer = await union.visit('portal', 'omar', ...looks);
    await openSociety(officer);
    await officer.page.getByRole('link', { name: /^Run this group/ }).click();
    await officer.page.getByRole('heading', { name: 'Coming in' }).waitFor();
    await officer.settle();
    expect([...(await officer.inspect('run-group')), ...(await officer.inspectDialogs('run-group'))]).toEqual([]);
    for (const [name, link] of [
      ['run-offices', 'Offices'],
      ['run-affiliation', 'Affiliation'],
    ] as const) {
      await officer.page.getByRole('link', { name: link, exact: true }).click();
      await officer.page.getByRole('heading', { name: link, level: 2 }).waitFor();
      await officer.settle();
      expect([...(await officer.inspect(name)), ...(await officer.inspectDialogs(name))]).toEqual([]);
    }
    await officer.close();
    const invited = await union.visit('portal', 'rosa', ...looks);
    await openSociety(invited);
    await invited.page.getByText('You are invited to join this group.').waitFor();
    expect(await invited.inspect('group-invited')).toEqual([]);
    await invited.close();
  }, 300_000);

  it('lets somebody in who asked, adds an office, gives it away, and says what the union still needs', async () => {
    const officer = await visit('omar');
    const { page, complaints } = officer;
    await openSociety(officer);
    await page.getByRole('link', { name: /^Run this group/ }).click();
    const asker = page.getByRole('listitem').filter({ hasText: 'I did the lights at school' });
    await asker.getByRole('button', { name: 'Accept' }).click();
    await asker.waitFor({ state: 'detached' });

    await page.getByRole('link', { name: 'Offices', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await page.getByRole('button', { name: 'Add an office' }).click();
    await dialog.getByRole('button', { name: 'Add an office' }).click();
    await dialog.getByText('Please fill this in.').waitFor();
    await dialog.getByLabel('What it is called').fill('Keeper of the coats');
    await dialog.getByRole('button', { name: 'Add an office' }).click();
    await page.getByRole('heading', { name: 'Keeper of the coats' }).waitFor();
    await page.getByRole('link', { name: 'Affiliation', exact: true }).click();
    await page.getByText('Three different people.').waitFor();
    expect(complaints).toEqual([]);
    await officer.close();
  });

  it('is nobody else’s, who is told so', async () => {
    const officer = await visit('omar');
    await openSociety(officer);
    const address = `${new URL(officer.page.url()).pathname}/run`;
    await officer.close();
    const { page, close } = await visit('ada');
    await page.goto(address);
    await page.getByText('This page is for the group’s officers').waitFor();
    expect(await page.getByRole('heading', { name: 'Requests' }).count()).toBe(0);
    await close();
  });
});

describe('a group that invites', () => {
  it('is joined by taking up the invitation', async () => {
    const rosa = await visit('rosa');
    const { page, complaints, close } = rosa;
    await openSociety(rosa);
    await page.getByRole('button', { name: 'Accept' }).click();
    await page.getByText('Yours', { exact: true }).waitFor();
    await page.getByRole('link', { name: 'People and offices' }).click();
    await page.getByLabel('Show').selectOption({ label: 'new members' });
    await page.getByRole('button', { name: 'Who held office before' }).click();
    await page.getByRole('heading', { name: 'Offices over time' }).waitFor();
    expect(complaints).toEqual([]);
    await close();
  });
});
