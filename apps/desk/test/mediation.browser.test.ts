import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { UnionInBrowser, Visit } from '@guildhall/browser-testing';
import { desktop, looks, startUnion } from '@guildhall/browser-testing';
import { readSettings, startPlatform } from '@guildhall/standalone';

let union: UnionInBrowser;
beforeAll(async () => {
  union = await startUnion((environment) =>
    startPlatform(readSettings(environment, []), { onProgress: () => undefined }),
  );
}, 240_000);
afterAll(() => union?.stop());

/** Opens what a button opens, inspects it and closes it again. */
async function inspectDialog({ page, inspect }: Visit, button: string, name: string): Promise<void> {
  await page.getByRole('main').getByRole('button', { name: button, exact: true }).first().click();
  await page.locator('dialog[open]').waitFor();
  expect(await inspect(name)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.locator('dialog[open]').waitFor({ state: 'detached' });
}

const openFirst = async ({ page }: Visit, name: RegExp): Promise<void> => {
  await page.goto('/mediation');
  await page.getByRole('main').getByRole('link', { name }).first().click();
  await page.getByRole('region').first().waitFor();
};

describe('in every look mediation', () => {
  it('shows students their list, rooms, invitation and the ways into one', async () => {
    const visit = await union.visit('portal', 'ada', ...looks);
    const { page, inspect } = visit;
    await page.goto('/mediation');
    await page.locator('article').first().waitFor();
    expect(await inspect('mediations')).toEqual([]);
    await page.locator('article a').last().click();
    await page.locator('main h2').first().waitFor();
    expect(await inspect('mediation')).toEqual([]);
    await page.goto('/mediation');
    await page.locator('article a').first().click();
    await page.locator('main h2').first().waitFor();
    expect(await inspect('mediation-invitation')).toEqual([]);
    await page.goto('/mediation/new');
    await page.locator('main form').waitFor();
    expect(await inspect('mediation-new')).toEqual([]);
    await page.goto('/mediation/join');
    await page.locator('main form').waitFor();
    expect(await inspect('mediation-join')).toEqual([]);
    await page.goto('/mediation/0b9f0f8e-1111-4222-8333-444455556666');
    await page.locator('main h2').waitFor();
    expect(await inspect('mediation-missing')).toEqual([]);
    await visit.close();
  });

  it('shows a mediator the list and the rooms, and the advice manager what waits', async () => {
    const milo = await union.visit('desk', 'milo', ...looks);
    await milo.page.locator('article').first().waitFor();
    expect(await milo.inspect('mediations-milo')).toEqual([]);
    await milo.page.locator('article h3 a').first().click();
    await milo.page.locator('main section').first().waitFor();
    expect(await milo.inspect('mediation-held')).toEqual([]);
    await inspectDialog(milo, 'Plan a meeting', 'mediation-plan');
    await inspectDialog(milo, 'Record the agreement', 'mediation-record');
    await inspectDialog(milo, 'Step back', 'mediation-step-back');
    await milo.close();
    const amira = await union.visit('desk', 'amira', ...looks);
    await amira.page.goto('/mediation');
    await amira.page.locator('article').first().waitFor();
    expect(await amira.inspect('mediations-amira')).toEqual([]);
    await inspectDialog(amira, 'Give to a mediator', 'mediation-assign');
    await inspectDialog(amira, 'Another way fits better', 'mediation-unsuitable');
    await amira.close();
  });

  it('shows a case worker the page to propose it on', async () => {
    const { page, inspect, askGraph, close } = await union.visit('desk', 'carl', ...looks);
    const { data } = (await askGraph('{ caseQueue(first: 100) { edges { node { id status } } } }')) as {
      data: { caseQueue: { edges: { node: { id: string; status: string } }[] } };
    };
    const open = data.caseQueue.edges.find(({ node }) => node.status === 'OPEN');
    await page.goto(`/cases/${open?.node.id}`);
    await page.getByRole('main').locator('a[href$="/mediation"]').click();
    await page.locator('main form').waitFor();
    expect(await inspect('mediation-propose')).toEqual([]);
    await close();
  });

  it('shows the lead of a department the mediations and their rooms', async () => {
    const { page, inspect, close } = await union.visit('partners', 'dirk', ...looks);
    await page.goto('/mediation');
    await page.locator('article').first().waitFor();
    expect(await inspect('mediations-dirk')).toEqual([]);
    await page.locator('article a').first().click();
    await page.locator('main h2').first().waitFor();
    expect(await inspect('mediation-dirk')).toEqual([]);
    await close();
  });
});

describe('the rooms of a mediation', () => {
  it('say who reads them, and let nobody read across', async () => {
    const ada = await union.visit('portal', 'ada');
    await openFirst(ada, /Student Housing/);
    const own = ada.page.getByRole('region', { name: 'Your private room' });
    await own.getByText('Only you and the mediator can read this.').waitFor();
    await own.getByLabel('Write in: Your private room').fill('Between us: I would move, too.');
    await own.getByRole('button', { name: 'Send to the mediator only' }).click();
    await own.getByRole('listitem').filter({ hasText: 'I would move, too.' }).waitFor();
    await ada.page.getByRole('region', { name: 'Joint room' }).getByText('Nobody else can.').waitFor();

    const dirk = await union.visit('partners', 'dirk', desktop);
    await openFirst(dirk, /Ada Okafor/);
    expect(await dirk.page.content()).not.toContain('I would move, too.');
    await dirk.page.getByRole('region', { name: 'Your private room' }).waitFor();

    const milo = await union.visit('desk', 'milo', desktop);
    await openFirst(milo, /Ada Okafor – Student Housing/);
    const hers = milo.page.getByRole('region', { name: 'Private room of Ada Okafor' });
    await hers.getByText('I would move, too.').waitFor();
    await hers.getByText('Only Ada Okafor and you can read this.').waitFor();
    for (const visit of [ada, dirk, milo]) {
      expect(visit.complaints).toEqual([]);
      await visit.close();
    }
  });

  it('close for everybody when the mediator records what was agreed, and a term that asks for secrecy is stopped', async () => {
    const { page, complaints, close } = await union.visit('desk', 'milo', desktop);
    await page.goto('/mediation');
    await page.getByRole('link', { name: 'Ada Okafor – Student Housing' }).click();
    await page.getByRole('button', { name: 'Record the agreement' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Term 1: what is promised?').fill('Ada will not talk about her complaint.');
    await dialog.getByLabel('Term 1: who owes it?').selectOption({ label: 'Student Housing' });
    await dialog.getByLabel('Term 1: by which day?').fill('2099-01-31');
    await dialog.getByRole('button', { name: 'Record it and end the talks' }).click();
    await dialog.getByText('No term may ask that.').waitFor();
    await dialog.getByLabel('Term 1: what is promised?').fill('Names one person for her block.');
    await dialog.getByRole('button', { name: 'Record it and end the talks' }).click();
    await page.getByText('Agreement reached').waitFor();
    await page.getByText('Names one person for her block.').waitFor();
    expect(await page.getByRole('region', { name: 'Joint room' }).count()).toBe(0);
    expect(complaints).toEqual([]);
    await close();
  });
});

describe('a mediation on its way', () => {
  it('is asked for, screened, joined with a code, signed and given to a mediator who is free', async () => {
    const rosa = await union.visit('portal', 'rosa');
    await rosa.page.goto('/mediation/new');
    await rosa.page.getByLabel('Their name').fill('Omar Haddad');
    await rosa.page.getByLabel('Why would you like to talk with them?').fill('Short.');
    await rosa.page.getByRole('button', { name: 'Send', exact: true }).click();
    await rosa.page.getByText('This is too short.').waitFor();
    const why = 'We were in one study group and have stopped speaking over a borrowed book.';
    await rosa.page.getByLabel('Why would you like to talk with them?').fill(why);
    await rosa.page.getByRole('button', { name: 'Send', exact: true }).click();
    await rosa.page.getByText('Being looked at').waitFor();

    const amira = await union.visit('desk', 'amira', desktop);
    await amira.page.goto('/mediation');
    const card = amira.page
      .getByRole('article')
      .filter({ hasText: 'Rosa Lindqvist' })
      .filter({ hasText: 'Omar Haddad' });
    await card.getByText(why).waitFor();
    await card.getByRole('button', { name: 'Mediation fits' }).click();
    await card.getByRole('button', { name: 'Invite the parties' }).click();
    const code = (await card.locator('code').first().textContent()) ?? '';
    expect(code).toMatch(/^[0-9A-Z]{5}(-[0-9A-Z]{5}){3}$/);

    const omar = await union.visit('portal', 'omar');
    await omar.page.goto('/mediation/join');
    await omar.page.getByLabel('Code of the invitation').fill('00000-00000-00000-00000');
    await omar.page.getByRole('button', { name: 'Open the invitation' }).click();
    await omar.page.getByRole('alert').waitFor();
    await omar.page.getByLabel('Code of the invitation').fill(code.toLowerCase());
    await omar.page.getByRole('button', { name: 'Open the invitation' }).click();
    await omar.page.getByRole('button', { name: 'Join and see more' }).click();
    await omar.page.getByRole('button', { name: 'Sign the agreement' }).waitFor();
    for (const { page } of [omar, rosa]) {
      await page.reload();
      await page.getByRole('button', { name: 'Sign the agreement' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Sign the agreement' }).click();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }
    await rosa.page.getByText('Looking for a mediator').waitFor();

    await amira.page.reload();
    await card.getByRole('button', { name: 'Give to a mediator' }).click();
    await amira.page.getByRole('dialog').getByLabel('milo').check();
    await amira.page.getByRole('dialog').getByRole('button', { name: 'Give it to them' }).click();
    await card.waitFor({ state: 'detached' });

    await rosa.page.reload();
    await rosa.page.getByRole('button', { name: 'End the mediation' }).click();
    await rosa.page.getByRole('dialog').getByRole('button', { name: 'End the mediation' }).click();
    await rosa.page.getByText('Ended early').waitFor();
    for (const visit of [rosa, amira, omar]) {
      expect(visit.complaints).toEqual([]);
      await visit.close();
    }
  });
});
