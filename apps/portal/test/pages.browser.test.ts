import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { looks, type UnionInBrowser, type Visit } from '@guildhall/browser-testing';
import { startPortal } from './start-portal.js';

let union: UnionInBrowser;
beforeAll(async () => {
  union = await startPortal();
}, 240_000);
afterAll(() => union?.stop());

type Tour = { readonly who: string | undefined; readonly pages: readonly (readonly [name: string, place: string])[] };

/** The pages of one person; after `>` stands how the first link to follow begins, after `<` how it ends. */
const tours: readonly Tour[] = [
  {
    who: 'ada',
    pages: [
      ['home', '/'],
      ['activities', '/activities?search=Ridge+walk'],
      ['activity', '>/activities/'],
      ['activities', '/activities'],
      ['activities-none', '/activities?search=nothing+is+called+so'],
      ['groups', '/groups'],
      ['group', '>/groups/'],
      ['person', '>/people/'],
      ['help', '/help'],
      ['case', '>/help/'],
      ['open-case', '/help/new'],
      ['learning', '/learning'],
      ['path', '>/learning/0'],
      ['library', '/library'],
      ['resource', '>/library/0'],
      ['profile', '/profile'],
      ['activity-missing', '/activities/00000000-0000-7000-8000-000000000000'],
    ],
  },
  {
    who: 'omar',
    pages: [
      ['home-of-an-officer', '/'],
      ['group-of-an-officer', '>/groups/'],
      ['plan', '<plan'],
      ['home-of-an-officer', '/'],
      ['group-of-an-officer', '>/groups/'],
      ['activity-of-an-officer', '>/activities/'],
      ['door', '<door'],
      ['help-none', '/help'],
    ],
  },
  {
    who: 'rosa',
    pages: [
      ['help-of-a-representative', '/help'],
      ['represented-case', '>/help/for/'],
    ],
  },
  {
    who: 'uma',
    pages: [
      ['approvals', '/approvals'],
      ['approval', '>/activities/'],
    ],
  },
  {
    who: undefined,
    pages: [
      ['home-of-a-visitor', '/'],
      ['help-of-a-visitor', '/help'],
      ['open-case-of-a-visitor', '/help/new'],
      ['receipt-form', '/receipt'],
    ],
  },
];

async function goTo({ page, settle }: Visit, place: string): Promise<void> {
  const link = place.startsWith('>') ? `main a[href^="${place.slice(1)}"]` : `main a[href$="/${place.slice(1)}"]`;
  const href = /^[<>]/.test(place) ? await page.locator(link).first().getAttribute('href') : place;
  await page.goto(href ?? '');
  await settle();
}

async function take({ who, pages }: Tour): Promise<readonly string[]> {
  const visit = await union.visit('portal', who, ...looks);
  const faults: string[] = [];
  for (const [name, place] of pages) {
    await goTo(visit, place);
    faults.push(...(await visit.inspect(name)), ...(await visit.inspectDialogs(name)));
  }
  await visit.close();
  return faults;
}

describe('the portal in every look', () => {
  it('has no page and no dialog with a breach of accessibility, a complaint of the browser or anything too wide', async () => {
    const faults = await Promise.all(tours.map(take));
    expect(faults.flat()).toEqual([]);
  }, 300_000);
});
