import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { desktop, looks, phone, type Visit } from '@guildhall/browser-testing';
import type { Desk } from './start-desk.js';
import { startDesk } from './start-desk.js';

const name = 'Kept the lanterns lit';
const path = 'Event crew: run a safe event';

let desk: Desk;
beforeAll(async () => {
  desk = await startDesk();
  // Nobody of the demo is a union officer beside Uma; Omar is one as far as learning knows.
  await desk.tamper(
    'learning',
    `insert into actor_mandate (mandate_id, member_id, kind, starts_at, ends_at)
     select gen_random_uuid(), member_id, 'UNION_OFFICER', now() - interval '1 day', now() + interval '100 days'
     from actor_member where subject = 'omar'`,
  );
}, 240_000);
afterAll(() => desk?.stop());

/** Presses a button that asks first, and says yes with the word of its dialog. */
async function confirm(page: Visit['page'], button: string): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: button, exact: true }).click();
}

/** Opens an achievement from the list, by its part. */
async function open(page: Visit['page'], part: string, title = name): Promise<void> {
  await page.goto('/achievements');
  await page.getByRole('region', { name: part }).getByRole('link', { name: title, exact: true }).click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
}

describe('a union officer', () => {
  it('writes an achievement on a phone, is told at the field what is wrong, and cannot publish it', async () => {
    const { page, complaints, close } = await desk.visit('uma', phone);
    await page.goto('/achievements');
    await page.getByRole('link', { name: 'Write an achievement' }).click();
    const save = page.getByRole('button', { name: 'Save the draft' });
    await save.click();
    await page.getByText('Please fill this in.').first().waitFor();
    const missing = await page
      .locator('[aria-invalid="true"]')
      .evaluateAll((fields) => fields.map((field) => field.getAttribute('name')));
    expect(missing).toEqual([
      ...['title.en', 'title.zh', 'summary.en', 'summary.zh'],
      ...['criteria.0.kind', 'criteria.0.amount'],
    ]);
    await page.getByLabel('Name in English').fill(name);
    await page.getByLabel('Name in Chinese').fill('守护灯火');
    await page.getByLabel('What it says of somebody who has it, in English').fill('Looked after the lantern night.');
    await page.getByLabel('What it says of somebody who has it, in Chinese').fill('照看了灯会。');
    const first = page.getByRole('group', { name: 'Criterion 1' });
    await first.getByLabel('Evidence').selectOption('Verified service');
    await first.getByLabel('What counts').selectOption('How many hours');
    await first.getByLabel('How many hours at least').fill('0.5');
    await page.getByRole('button', { name: 'Add a criterion' }).click();
    const second = page.getByRole('group', { name: 'Criterion 2' });
    await second.getByLabel('Evidence').selectOption('Passed a step');
    await second.getByLabel('Of which learning path').selectOption(path);
    await second.getByLabel('How often at least').fill('2');
    await page.getByRole('button', { name: 'Add a skill' }).click();
    const skill = page.getByRole('group', { name: 'Skill 1' });
    await skill.getByLabel('In English').fill('Patience');
    await skill.getByLabel('In Chinese').fill('耐心');
    const lasts = page.getByLabel('For how many days a credential lasts');
    await lasts.fill('5');
    await save.click();
    await page.getByText('This is outside the allowed range.').waitFor();
    expect(await lasts.getAttribute('aria-invalid')).toBe('true');
    await lasts.fill('365');
    await save.click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
    for (const words of [
      'Verified service: at least 30 minutes',
      `Passed a step (${path}): at least 2 times`,
      'Lasts 365 days',
      'another union officer publishes it',
    ])
      await page.getByText(words).waitFor();
    expect(await page.getByRole('button', { name: 'Publish' }).count()).toBe(0);
    expect(complaints).toEqual([]);
    await close();
  });

  it('does not lose what is typed when another publishes the draft meanwhile', async () => {
    const uma = await desk.visit('uma', desktop);
    await open(uma.page, 'Being written');
    await uma.page.getByRole('link', { name: 'Edit the draft' }).click();
    const summary = uma.page.getByLabel('What it says of somebody who has it, in English');
    await summary.fill('Looked after every lantern.');
    await uma.page.getByRole('link', { name: 'Moderation' }).click();
    await uma.page.getByRole('dialog').getByRole('button', { name: 'Stay here' }).click();

    const omar = await desk.visit('omar', desktop);
    await open(omar.page, 'Being written');
    expect(await omar.page.getByRole('link', { name: 'Edit the draft' }).count()).toBe(0);
    await confirm(omar.page, 'Publish');
    await omar.page.getByText('Members whose evidence is enough can claim it.').waitFor();

    await uma.page.getByRole('button', { name: 'Save the draft' }).click();
    await uma.page.getByText('This is not possible any more').waitFor();
    expect(await summary.inputValue()).toBe('Looked after every lantern.');
    // The browser tells of every dialog that keeps a page from being left.
    expect([...uma.complaints, ...omar.complaints]).toEqual([]);
    await uma.close();
    await omar.close();
  });

  it('publishes what members then find among what they can earn', async () => {
    const { page, complaints, close } = await desk.visitPortal('ada');
    await page.goto('/record/credentials');
    await page.getByRole('heading', { name }).waitFor();
    await page.getByText('Looked after the lantern night.').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('begins the next version, which takes the place of the one before once another publishes it', async () => {
    const uma = await desk.visit('uma', desktop);
    await open(uma.page, 'In use');
    const before = new URL(uma.page.url()).pathname;
    await uma.page.getByRole('button', { name: 'Begin the next version' }).click();
    const second = uma.page.getByRole('group', { name: 'Criterion 2' });
    expect(await second.getByLabel('Of which learning path').locator('option:checked').textContent()).toBe(path);
    await uma.page.getByRole('button', { name: 'Remove criterion 2' }).click();
    await uma.page.getByRole('button', { name: 'Save the draft' }).click();
    await uma.page.getByText('Version 2').waitFor();
    expect(await uma.page.getByText('Passed a step').count()).toBe(0);

    const omar = await desk.visit('omar', desktop);
    // Whoever asks for a next version while one is written is led to that one.
    await omar.page.goto(before);
    await omar.page.getByRole('button', { name: 'Begin the next version' }).click();
    await omar.page.getByText('Version 2').waitFor();
    await confirm(omar.page, 'Publish');
    await omar.page.getByText('Members whose evidence is enough can claim it.').waitFor();
    await uma.page.goto(before);
    await uma.page.getByText('Credentials that were issued for it stand.').waitFor();
    expect(await uma.page.getByRole('main').getByRole('button').count()).toBe(0);
    expect([...uma.complaints, ...omar.complaints]).toEqual([]);
    await uma.close();
    await omar.close();
  });

  it('takes one out of use after being told what stays', async () => {
    const { page, complaints, close } = await desk.visit('uma', phone);
    await open(page, 'In use');
    await page.getByRole('button', { name: 'Take out of use' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Credentials that members hold for it stay as they are').waitFor();
    await dialog.getByRole('button', { name: 'Take out of use' }).click();
    await page.getByText('Nobody claims it any more.').waitFor();
    await page.getByRole('link', { name: 'All achievements' }).click();
    await page.getByRole('region', { name: 'In use' }).waitFor();
    expect(await page.getByRole('link', { name, exact: true }).count()).toBe(0);
    await page.getByRole('button', { name: 'Show what is out of use' }).click();
    const versions = page.getByRole('region', { name: 'Out of use' }).getByRole('link', { name, exact: true });
    await versions.first().waitFor();
    expect(await versions.count()).toBe(2);
    expect(complaints).toEqual([]);
    await close();
  });

  it('removes a draft that another officer began, and what is in use stays', async () => {
    const title = 'Keen learner';
    const omar = await desk.visit('omar', desktop);
    await open(omar.page, 'In use', title);
    await omar.page.getByRole('button', { name: 'Begin the next version' }).click();
    await omar.page.getByRole('group', { name: 'Criterion 1' }).waitFor();

    const uma = await desk.visit('uma', phone);
    await open(uma.page, 'Being written', title);
    await confirm(uma.page, 'Remove the draft');
    const listed = (part: string) =>
      uma.page.getByRole('region', { name: part }).getByRole('link', { name: title, exact: true });
    await listed('In use').waitFor();
    await listed('Being written').waitFor({ state: 'detached' });
    expect([...uma.complaints, ...omar.complaints]).toEqual([]);
    await uma.close();
    await omar.close();
  });
});

describe('the pages of achievements', () => {
  it('meet the eye in every look without a breach of accessibility or anything too wide', async () => {
    const words = (en: string, zh: string) => ({ en, zh });
    const { achievement } = await desk.act<{ readonly achievement: { readonly id: string } }>('uma', {
      mutation: 'draftAchievement',
      input: {
        title: words('Night owl', '夜猫子'),
        summary: words('Stayed until the last chair was put away.', '一直留到最后一把椅子收好。'),
        criteria: [
          { kind: 'VERIFIED_HOURS', measure: 'MINUTES', amount: 90 },
          { kind: 'MANDATE', positionKind: 'TREASURER', measure: 'DAYS', amount: 120 },
          { kind: 'PATH_STEP', measure: 'COUNT', amount: 1 },
        ],
        skills: [words('Endurance', '耐力')],
      },
      select: 'achievement { id }',
    });
    const { page, settle, inspect, inspectDialogs, close } = await desk.visit('uma', ...looks);
    const faults: string[] = [];
    await page.goto('/achievements');
    await page.getByRole('region', { name: 'In use' }).waitFor();
    faults.push(...(await inspect('achievements')));
    await page.goto('/achievements/new');
    await page.getByRole('button', { name: 'Add a skill' }).click();
    await page.getByRole('button', { name: 'Save the draft' }).click();
    await page.getByText('Please fill this in.').first().waitFor();
    faults.push(...(await inspect('achievement-new')));
    await page.goto(`/achievements/${achievement.id}`);
    await page.getByRole('link', { name: 'Edit the draft' }).waitFor();
    faults.push(...(await inspect('achievement-draft')));
    await page.getByRole('link', { name: 'Edit the draft' }).click();
    await page.getByRole('group', { name: 'Criterion 3' }).waitFor();
    faults.push(...(await inspect('achievement-edit')));
    for (const [part, title, shot] of [
      ['Being written', 'Host of evenings', 'achievement-to-publish'],
      ['In use', 'Keen learner', 'achievement-in-use'],
    ] as const) {
      await open(page, part, title);
      await settle();
      faults.push(...(await inspect(shot)), ...(await inspectDialogs(shot)));
    }
    await page.goto('/achievements/018f0000-0000-7000-8000-000000000000');
    await page.getByRole('heading', { name: 'There is no such achievement for you to see' }).waitFor();
    faults.push(...(await inspect('achievement-missing')));
    expect(faults).toEqual([]);
    await close();
  }, 600_000);

  it('are nobody else’s, who is told so', async () => {
    const { page, close } = await desk.visit('carl', desktop);
    await page.goto('/achievements');
    const told = page.getByRole('heading', { name: 'Not part of your work' });
    await told.waitFor();
    expect(await told.count()).toBe(1);
    expect(await page.getByRole('link', { name: 'Achievements' }).count()).toBe(0);
    await close();
  });

  it('leave the rest of the desk as it is while learning is silent, and come back with it', async () => {
    const { page, settle, close } = await desk.visit('uma', desktop);
    await desk.tamper('learning', 'alter table actor_mandate rename to silent_mandate');
    try {
      await page.goto('/achievements');
      await page.getByRole('link', { name: 'Venues' }).waitFor();
      await page.getByText('This could not be loaded').waitFor();
      await settle();
      expect(await page.getByRole('link', { name: 'Achievements' }).count()).toBe(0);
    } finally {
      await desk.tamper('learning', 'alter table silent_mandate rename to actor_mandate');
    }
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('region', { name: 'In use' }).waitFor();
    await page.getByRole('link', { name: 'Achievements', exact: true }).waitFor();
    await close();
  });
});
