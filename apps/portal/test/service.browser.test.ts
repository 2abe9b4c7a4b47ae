import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { looks, type UnionInBrowser, type Visit } from '@guildhall/browser-testing';
import { startPortal } from './start-portal.js';

let union: UnionInBrowser;
beforeAll(async () => {
  union = await startPortal();
}, 240_000);
afterAll(() => union?.stop());
const visit = (who: string): Promise<Visit> => union.visit('portal', who);

describe('voluntary service', () => {
  it('meets the eye of a volunteer in every look without a breach of accessibility or anything too wide', async () => {
    const { page, settle, inspect, inspectDialogs, close } = await union.visit('portal', 'ada', ...looks);
    const faults: string[] = [];
    const look = async (name: string): Promise<void> => {
      await settle();
      faults.push(...(await inspect(name)), ...(await inspectDialogs(name)));
    };
    await page.goto('/service');
    await look('service');
    await page.goto('/service?search=Lantern');
    await page.getByRole('article').getByRole('link').first().click();
    await page.getByRole('heading', { name: 'Lantern Community Cinema' }).waitFor();
    await look('opportunity');
    await page.goto('/service/mine');
    await look('my-service');
    await page.goto('/service/hours');
    await look('claim-hours');
    await page.goto('/service/00000000-0000-7000-8000-000000000000');
    await look('opportunity-missing');
    expect(faults).toEqual([]);
    await close();
  }, 300_000);

  it('meets the eye of a host in every look', async () => {
    const { page, settle, inspect, inspectDialogs, close } = await union.visit('portal', 'omar', ...looks);
    const faults: string[] = [];
    const look = async (name: string): Promise<void> => {
      await settle();
      faults.push(...(await inspect(name)), ...(await inspectDialogs(name)));
    };
    await page.goto('/service/hosting');
    await look('hosting');
    await page.locator('a[href^="/service/shifts/"]').first().click();
    await page.getByRole('heading', { name: 'Who signed up' }).waitFor();
    await look('shift');
    expect(faults).toEqual([]);
    await close();
  }, 300_000);

  it('lets a volunteer claim the hours of a worked shift by one tap, and the host say that it is true', async () => {
    const ada = await visit('ada');
    await ada.page.goto('/service/mine');
    await ada.page.getByText('19 hours', { exact: true }).waitFor();
    await ada.page.getByRole('button', { name: 'Claim these hours' }).click();
    await ada.page.getByText('5 hours wait to be verified').waitFor();
    expect(ada.complaints).toEqual([]);
    await ada.close();

    const omar = await visit('omar');
    await omar.page.goto('/service/hosting');
    const claim = omar.page.getByRole('listitem').filter({ hasText: 'Ada Okafor' });
    await claim.getByText('2 hours').waitFor();
    await claim.getByRole('button', { name: 'It is true' }).click();
    await claim.waitFor({ state: 'detached' });
    await omar.page.getByRole('button', { name: 'Take it back' }).waitFor();
    expect(omar.complaints).toEqual([]);
    await omar.close();

    const again = await visit('ada');
    await again.page.goto('/service/mine');
    await again.page.getByText('21 hours', { exact: true }).waitFor();
    await again.page.getByText('Bronze reached').waitFor();
    await again.page.getByText('Verified by Omar Haddad').first().waitFor();
    await again.close();
  }, 120_000);

  it('takes a place in a shift, passes it on, and keeps it after all', async () => {
    const { page, complaints, close } = await visit('ada');
    await page.goto('/service?search=Quayside');
    await page.getByRole('article').getByRole('link').first().click();
    await page.getByRole('button', { name: 'Sign up' }).last().click();
    await page.getByRole('dialog').getByRole('button', { name: 'Sign up' }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.getByText('Has the place', { exact: true }).waitFor();
    await page.goto('/service/mine');
    const shift = page.getByRole('listitem').filter({ hasText: 'Sort and pack food parcels' }).first();
    await shift.getByRole('button', { name: 'Offer a swap' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Offer a swap' }).click();
    await page.getByText('Offered to others').waitFor();
    await page.getByRole('button', { name: 'Keep it after all' }).click();
    await page.getByText('Offered to others').waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
    await close();
  }, 120_000);

  it('is vetted by a union officer who has no part in it, with the partner and safeguarding looked at', async () => {
    const { page, complaints, close } = await visit('uma');
    await page.goto('/service/hosting');
    await page.getByRole('link', { name: 'English conversation table' }).first().click();
    await page.getByRole('button', { name: 'Vet it' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Vet it' }).click();
    await dialog.getByText('Please fill this in.').waitFor();
    await dialog.getByLabel('Who the partner is').check();
    await dialog.getByLabel('Safeguarding').check();
    await dialog.getByRole('button', { name: 'Vet it' }).click();
    await page.getByText('Vetted', { exact: true }).waitFor();
    expect(complaints).toEqual([]);
    await close();
  }, 120_000);

  it('is drafted by its host, vetted by a union officer, and given a shift, with what is missing said at its field', async () => {
    const omar = await visit('omar');
    await omar.page.goto('/service/hosting');
    await omar.page.getByRole('link', { name: 'Write down an offer' }).first().click();
    await omar.page.getByLabel('What it is called').fill('Set out the chairs');
    await omar.page.getByRole('button', { name: 'Save the draft' }).click();
    await omar.page.getByText('Please fill this in.').nth(2).waitFor();
    await omar.page
      .getByLabel('What people do, and for whom')
      .fill('Two rows for the neighbours who come to the film.');
    await omar.page.getByLabel('What it is about').selectOption('Sport and arts');
    await omar.page.getByLabel('Where it is').fill('Lantern Hall');
    await omar.page.getByLabel('Languages that are spoken').fill('en, Chinese!');
    await omar.page.getByRole('button', { name: 'Save the draft' }).click();
    await omar.page.getByText('This is not written in the expected way.').waitFor();
    expect(await omar.page.getByLabel('What it is called').inputValue()).toBe('Set out the chairs');
    await omar.page.getByLabel('Languages that are spoken').fill('en, zh-CN');
    expect(await omar.inspect('service-draft')).toEqual([]);
    await omar.page.getByRole('button', { name: 'Save the draft' }).click();
    await omar.page.getByText('Waits to be vetted').waitFor();
    await omar.page.getByRole('link', { name: 'Change the draft' }).click();
    await omar.page.getByLabel('What it is called').fill('Set out the seats');
    await omar.page.getByRole('button', { name: 'Save', exact: true }).click();
    await omar.page.getByRole('heading', { name: 'Set out the seats' }).waitFor();
    const place = new URL(omar.page.url()).pathname;

    const uma = await visit('uma');
    await uma.page.goto(place);
    await uma.page.getByRole('button', { name: 'Vet it' }).click();
    const vetting = uma.page.getByRole('dialog');
    await vetting.getByLabel('Who the partner is').check();
    await vetting.getByLabel('Safeguarding').check();
    await vetting.getByRole('button', { name: 'Vet it' }).click();
    await uma.page.getByText('Vetted', { exact: true }).waitFor();
    expect(uma.complaints).toEqual([]);
    await uma.close();

    await omar.page.reload();
    await omar.page.getByRole('button', { name: 'Plan a shift' }).click();
    const shift = omar.page.getByRole('dialog');
    await shift.getByLabel('Where people meet').fill('At the side door');
    await shift.getByRole('button', { name: 'Plan a shift' }).click();
    await shift.getByText('Please fill this in.').nth(2).waitFor();
    expect(await shift.getByLabel('Where people meet').inputValue()).toBe('At the side door');
    const day = new Date(Date.now() + 9 * 86_400_000).toISOString().slice(0, 10);
    await shift.getByLabel('It begins').fill(`${day}T14:00`);
    await shift.getByLabel('It ends').fill(`${day}T16:00`);
    await shift.getByLabel('What they do').fill('Carry chairs');
    await shift.getByRole('button', { name: 'Plan a shift' }).click();
    await omar.page.getByText('At the side door').waitFor();
    await omar.page.getByText('Carry chairs: 0 of 2').waitFor();
    expect(await omar.inspect('service-host-opportunity')).toEqual([]);
    await omar.page.getByRole('button', { name: 'Call it off' }).click();
    await omar.page.getByRole('dialog').getByLabel('Your words to them').fill('The hall is closed that day.');
    await omar.page.getByRole('dialog').getByRole('button', { name: 'Call it off' }).click();
    await omar.page.getByText('The hall is closed that day.').waitFor();
    expect(omar.complaints).toEqual([]);
    await omar.close();
  }, 180_000);

  it('has its hosts listed and changed by a union officer', async () => {
    const { page, complaints, inspectDialogs, close } = await visit('uma');
    await page.goto('/service/hosting');
    await page.getByRole('button', { name: 'Add a host' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('What it is called').fill('Aardvark Garden');
    await dialog.getByLabel('What it does, and for whom').fill('Grows food with everybody who lives near.');
    await dialog.getByRole('button', { name: 'Add a host' }).click();
    await dialog.getByText('Please fill this in.').waitFor();
    await dialog.getByLabel('Look for a contact by name').fill('Rosa');
    await dialog.getByRole('button', { name: 'Search' }).click();
    await dialog.getByLabel('Contact', { exact: false }).last().selectOption({ index: 1 });
    await dialog.getByRole('button', { name: 'Add a host' }).click();
    await dialog.waitFor({ state: 'hidden' });
    const row = page.getByRole('listitem').filter({ hasText: 'Aardvark Garden' });
    await row.getByRole('button', { name: 'Edit' }).click();
    await dialog.getByLabel('What it is called').fill('Aardvark Gardens');
    await dialog.getByRole('button', { name: 'Edit' }).click();
    await page.getByText('Aardvark Gardens').waitFor();
    expect(await inspectDialogs('service-hosts')).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  }, 120_000);
});
