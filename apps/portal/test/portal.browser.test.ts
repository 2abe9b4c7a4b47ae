import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import {
  askGraph,
  findBreaches,
  photograph,
  settle,
  startPortal,
  type Look,
  type Portal,
} from './portal-in-browser.js';

let portal: Portal;
beforeAll(async () => {
  portal = await startPortal();
}, 240_000);
afterAll(() => portal?.stop());

const looks: readonly Look[] = (['light', 'dark'] as const).flatMap((scheme) =>
  (['en', 'zh-CN'] as const).flatMap((language) =>
    (['phone', 'desktop'] as const).map((device) => ({ scheme, language, device })),
  ),
);

/** The pages of one person; after `>` stands how the first link to follow begins, after `<` how it ends. */
const tours: readonly (readonly [string, readonly (readonly [string, string])[]])[] = [
  [
    'ada',
    [
      ['home', '/'],
      ['activities', '/activities'],
      ['activity', '>/activities/'],
      ['groups', '/groups'],
      ['group', '>/groups/'],
      ['help', '/help'],
      ['case', '>/help/'],
      ['open-case', '/help/new'],
      ['learning', '/learning'],
      ['path', '>/learning/'],
      ['library', '/library'],
      ['resource', '>/library/'],
      ['profile', '/profile'],
      ['nothing', '/activities/00000000-0000-7000-8000-000000000000'],
    ],
  ],
  [
    'omar',
    [
      ['home-of-an-officer', '/'],
      ['group-of-an-officer', '>/groups/'],
      ['activity-of-an-officer', '>/activities/'],
      ['door', '<door'],
      ['home-of-an-officer', '/'],
      ['group-of-an-officer', '>/groups/'],
      ['plan', '<plan'],
    ],
  ],
  [
    'uma',
    [
      ['approvals', '/approvals'],
      ['approval', '>/activities/'],
    ],
  ],
];

async function goTo(page: Page, place: string): Promise<void> {
  if (place.startsWith('>'))
    await page
      .locator(`main a[href^="${place.slice(1)}"]`)
      .first()
      .click();
  else if (place.startsWith('<'))
    await page
      .locator(`main a[href$="/${place.slice(1)}"]`)
      .first()
      .click();
  else await page.goto(place);
  await settle(page);
}

describe.each(looks)('the portal in $scheme, $language, on a $device', (look) => {
  it.each(tours)(
    'shows %s every page without a breach of accessibility, a complaint of the browser or anything wider than the screen',
    async (who, pages) => {
      const { page, complaints, close } = await portal.visit(who, look);
      for (const [name, place] of pages) {
        await goTo(page, place);
        await photograph(page, `${name}-${look.language}-${look.scheme}-${look.device}`);
        expect([name, await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)]).toEqual([name, 0]);
        expect([name, await findBreaches(page)]).toEqual([name, []]);
        expect([name, complaints]).toEqual([name, []]);
      }
      await close();
    },
  );
});

describe('the first screen', () => {
  it('greets ada, with what waits for her and what is on', async () => {
    const { page, complaints, close } = await portal.visit('ada');
    await page.getByRole('heading', { name: 'Hello, Ada' }).waitFor();
    await page
      .getByText(/place \d+ on the waiting list/)
      .first()
      .waitFor();
    expect(await page.locator('main article').count()).toBeGreaterThan(2);
    expect(complaints).toEqual([]);
    await close();
  });

  it('leads omar to his society', async () => {
    const { page, complaints, close } = await portal.visit('omar');
    await page.getByRole('heading', { name: 'Your offices' }).waitFor();
    await page.getByRole('link', { name: 'Film and Theatre Society' }).click();
    await page.getByRole('heading', { level: 1, name: 'Film and Theatre Society' }).waitFor();
    await page.getByText('Draft', { exact: true }).first().waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('shows a visitor what is on and asks for nothing', async () => {
    const { page, complaints, close } = await portal.visit(undefined);
    await page.goto('/');
    await page.locator('main article').first().waitFor();
    expect(await page.getByRole('heading', { name: 'For you' }).count()).toBe(0);
    await page.goto('/help');
    await page.getByRole('heading', { name: 'Please sign in' }).waitFor();
    expect(complaints).toEqual([]);
    await close();
  });
});

describe('a student', () => {
  it('takes a place and gives it back', async () => {
    const { page, complaints, close } = await portal.visit('ada');
    await page.goto('/activities');
    await page
      .locator('main article', { hasText: 'Open for registration' })
      .filter({ hasText: /places? free|Everybody/ })
      .first()
      .getByRole('link')
      .click();
    await page.getByRole('button', { name: 'Register', exact: true }).click();
    await page.getByText('You have a place').waitFor();
    await page.getByRole('button', { name: 'Give up my place' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Give up my place' }).click();
    await page.getByText('Place given back').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('joins a group and leaves it', async () => {
    const { page, complaints, close } = await portal.visit('ada');
    await page.goto('/groups?search=Cappella');
    await page.getByRole('link', { name: 'A Cappella Society' }).click();
    await page.getByRole('button', { name: 'Join', exact: true }).click();
    await page.getByText('Yours', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Leave' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Leave', exact: true }).click();
    await page.getByRole('button', { name: 'Join', exact: true }).waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('opens a case in three steps and writes to the case worker', async () => {
    const { page, complaints, close } = await portal.visit('ada');
    await page.goto('/help/new');
    await page.getByLabel('Money').check();
    await page.getByRole('button', { name: 'Go on' }).click();
    await page
      .getByLabel('What happened?')
      .fill('My bursary was promised for October and has not come, and nobody answers.');
    await page.getByRole('button', { name: 'Go on' }).click();
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
    const { page, close } = await portal.visit('rosa');
    await page.goto('/help/new');
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.getByLabel('What happened?').fill('Short.');
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.getByRole('button', { name: 'Open the case' }).click();
    await page.getByText('This is too short.').waitFor();
    expect(await page.getByLabel('What happened?').inputValue()).toBe('Short.');
    await close();
  });

  it('takes back consent, and the department sees nothing any more', async () => {
    const { page, close } = await portal.visit('ada');
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
    const ada = await portal.visit('ada');
    await ada.page.goto('/help');
    await ada.page.getByRole('link', { name: 'Housing' }).click();
    await ada.page.getByRole('heading', { name: 'Your case' }).waitFor();
    const caseId = new URL(ada.page.url()).pathname.split('/').at(-1);
    const carl = await portal.visit('carl');
    const { data } = (await askGraph(carl, '{ departments { id name } }', {})) as {
      data: { departments: { id: string; name: string }[] };
    };
    const housing = data.departments.find(({ name }) => name === 'Student Housing');
    const draft = 'mutation ($input: DraftReferralInput!) { draftReferral(input: $input) { __typename } }';
    const fields = [
      { name: 'roomNumber', value: 'Block B, room 27' },
      { name: 'health', value: 'Bronchitis, twice' },
    ];
    const drafted = await askGraph(carl, draft, { input: { caseId, departmentId: housing?.id, fields } });
    expect(drafted).toEqual({ data: { draftReferral: { __typename: 'DraftReferralSuccess' } } });
    await carl.close();

    const { page } = ada;
    await page.goto('/');
    await page.getByRole('link', { name: 'Decide what Student Housing may see' }).click();
    await page.getByLabel('Room: Block B, room 27').check();
    const preview = page.locator('form dl');
    expect(await preview.textContent()).toBe('RoomBlock B, room 27');
    await photograph(page, 'consent-en-light-phone');
    expect(await findBreaches(page)).toEqual([]);
    await page.getByRole('button', { name: 'Agree to show 1 item' }).click();
    await page.getByText('You agreed').waitFor();
    await page.reload();
    await page.getByText('You agreed').waitFor();
    expect(await preview.textContent()).toBe('RoomBlock B, room 27');
    expect(await page.getByLabel('Health: Bronchitis, twice').isChecked()).toBe(false);
    await ada.close();
  });
});

describe('an officer', () => {
  it('plans an activity, submits it, and it stands among those that are on', async () => {
    const { page, complaints, close } = await portal.visit('omar');
    await page.getByRole('link', { name: 'Film and Theatre Society' }).click();
    await page.getByRole('link', { name: 'Plan an activity' }).click();
    await page.getByLabel('Title').fill('Reading of a new radio play');
    await page.getByLabel('What happens').fill('Six voices, one microphone, tea afterwards.');
    await page.getByLabel('Place', { exact: true }).fill('Chapel Hall');
    await page.getByRole('button', { name: 'Save the draft' }).click();
    await page.getByRole('heading', { name: 'Reading of a new radio play' }).waitFor();
    await page.getByRole('button', { name: 'Submit' }).click();
    await page.getByText('Registration not open yet').first().waitFor();
    await page.goto('/activities?search=radio');
    await page.getByRole('link', { name: 'Reading of a new radio play' }).waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('of the union approves a plan', async () => {
    const uma = await portal.visit('uma');
    await uma.page.goto('/approvals');
    await uma.page.locator('main article a').first().click();
    await uma.page.getByRole('button', { name: 'Approve' }).click();
    await uma.page.getByText('Approved', { exact: true }).first().waitFor();
    expect(uma.complaints).toEqual([]);
    await uma.close();
  });
});
