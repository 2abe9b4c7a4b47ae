import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { looks, type UnionInBrowser } from '@guildhall/browser-testing';
import { startPortal } from './start-portal.js';

const adasCase = '/help/5e63af02-41a6-43ed-a4e3-85c33d9e2778';
const adasReferral = '03a260e2-5bba-4a39-b462-c2cfdc64652c';

let union: UnionInBrowser;
beforeAll(async () => {
  union = await startPortal();
}, 240_000);
afterAll(() => union?.stop());

describe('the glass box of a referral', () => {
  it('shows its student who can read it now, and who opened which item, in every look', async () => {
    const dana = await union.visit('portal', 'dana');
    const read = 'query ($id: ID!) { referral(id: $id) { fields { name value } } }';
    await dana.askGraph(read, { id: adasReferral });
    await dana.close();

    const { page, inspect, complaints, close } = await union.visit('portal', 'ada', ...looks);
    await page.goto(adasCase);
    await page.locator(`a[href="${adasCase}/referrals/${adasReferral}"]`).click();
    const opened = page.getByRole('table').filter({ hasText: 'Dana Kowalczyk' }).getByRole('row').nth(1);
    await opened.waitFor();
    for (const name of ['Dirk Vermeer', 'Housing’s case system']) await page.getByText(name).first().waitFor();
    expect(await opened.getByRole('cell').first().textContent()).not.toBe('');
    expect(await inspect('glass-box')).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });

  it('says of a referral of somebody else as little as of one that is not there, and leads back to the case', async () => {
    const { page, complaints, close } = await union.visit('portal', 'rosa');
    const missing = 'This referral is not here';
    for (const referral of [adasReferral, 'f0000000-0000-4000-8000-000000000000']) {
      await page.goto(`${adasCase}/referrals/${referral}`);
      expect(await page.getByRole('heading', { name: missing }).textContent()).toBe(missing);
    }
    await page.getByRole('link', { name: 'Back to your case' }).click();
    await page.waitForURL(`**${adasCase}`);
    expect(complaints).toEqual([]);
    await close();
  });
});
