import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { looks } from '@guildhall/browser-testing';
import { demoGroups, demoMembers, demoPositions } from '@guildhall/demo';
import { streamOf, streams, type EventData, type EventType } from '@guildhall/events';
import { waitFor } from '@guildhall/testing';
import { queryService } from '../service-database.js';
import { startJourney, type Journey } from './start-journey.js';

const office = 'President, Film and Theatre Society';
const day = 86_400_000;
const inDays = (days: number): string => new Date(Date.now() + days * day).toISOString();

let journey: Journey;
beforeAll(async () => {
  journey = await startJourney('handover');
}, 240_000);
afterAll(() => journey?.stop());

/** Fixture: what membership tells when a mandate is given or an election declared, which takes days of an election. */
async function tell<Type extends EventType>(name: Type, aggregateId: string, data: EventData<Type>): Promise<void> {
  const aggregate = streamOf[name];
  await queryService(journey.platform, 'membership', {
    sql: `with sequence as (
        insert into event_sequence (aggregate, aggregate_id, last) values ($1, $2, 1) returning last
      ), event as (
        insert into outbox_event (id, aggregate, aggregate_id, sequence, name, time, data)
        select gen_random_uuid(), $1, $2, last, $3, now(), $4 from sequence returning position
      )
      insert into outbox_delivery (subscriber, position) select unnest($5::text[]), position from event`,
    parameters: [aggregate, aggregateId, name, JSON.stringify(data), streams[aggregate].subscribers],
  });
}

/** Ada was elected to follow Omar in three weeks. */
async function electAda(): Promise<string> {
  const mandateId = randomUUID();
  const electionId = randomUUID();
  await tell('ElectionDeclared', electionId, {
    electionId,
    contestId: randomUUID(),
    mandateIds: [mandateId],
    declaredAt: inDays(0),
  });
  await tell('MandateStarted', mandateId, {
    mandateId,
    memberId: demoMembers.ada.memberId,
    groupId: demoGroups.theatre,
    kind: 'PRESIDENT',
    constituencyId: null,
    positionId: demoPositions.theatrePresident,
    from: inDays(21),
    to: inDays(300),
  });
  let capsuleId = '';
  await waitFor('the handover to open', async () => {
    const [row] = await queryService(journey.platform, 'learning', {
      sql: 'select id from handover_capsule where mandate_id = $1',
      parameters: [mandateId],
    });
    const found = row?.['id'];
    capsuleId = typeof found === 'string' ? found : '';
    return capsuleId !== '';
  });
  return capsuleId;
}

describe('an office that goes from Omar to Ada', () => {
  it('is written by him without losing a word, read along and taken over by her, and nobody else reads it', async () => {
    const capsuleId = await electAda();
    const place = `/handover/${capsuleId}`;

    const omar = await journey.visit('omar', 'portal', ...looks);
    await omar.page.goto('/handover');
    await omar.page.locator(`a[href="${place}"]`).click();
    await omar.page.getByRole('heading', { name: office }).waitFor();
    await omar.page.getByRole('button', { name: 'Write: Accounts', exact: true }).click();
    await omar.page.getByLabel('What it is about').fill('The mailbox');
    await omar.page.getByLabel('What there is to know').fill('The password is hunter2');
    await omar.page.getByRole('button', { name: 'Save', exact: true }).click();
    await omar.page.getByLabel('What there is to know').and(omar.page.locator('[aria-invalid="true"]')).waitFor();
    await omar.page.reload();
    await omar.page.getByRole('button', { name: 'Write: Accounts', exact: true }).click();
    await omar.page.getByText('Here is what you typed and had not saved.').waitFor();
    expect(await omar.page.getByLabel('What it is about').inputValue()).toBe('The mailbox');
    expect(await omar.inspect('01-writing')).toEqual([]);
    await omar.page.getByLabel('What there is to know').fill('The secretary owns it and makes you a second owner.');
    await omar.page.getByRole('button', { name: 'Save', exact: true }).click();
    await omar.page.getByRole('heading', { name: 'The mailbox' }).waitFor();
    for (const part of ['Contacts', 'Decisions', 'Open matters', 'Advice']) {
      await omar.page.getByRole('button', { name: `Nothing to write: ${part}` }).click();
      await omar.page.getByRole('button', { name: `There is something after all: ${part}` }).waitFor();
    }
    await omar.page.getByRole('button', { name: 'Hand over', exact: true }).click();
    await omar.page.getByRole('dialog').getByRole('button', { name: 'Hand over', exact: true }).click();
    await omar.page.getByText('Waiting to be read').first().waitFor();
    expect(await omar.inspect('02-handed-over')).toEqual([]);

    const ada = await journey.visit('ada', 'portal', ...looks);
    await ada.page.goto('/handover');
    await ada.page.getByRole('link', { name: office }).click();
    await ada.page.getByRole('heading', { name: 'The mailbox' }).waitFor();
    await ada.page.getByText('Nothing here that you may read now.').waitFor();
    await ada.page.getByRole('button', { name: 'Begin to read along' }).click();
    await ada.page.getByText('One account or open matter needs a new owner before you take over.').waitFor();
    await waitFor('the plans of the group to be hers to read', async () => {
      await ada.page.reload();
      await ada.page.getByRole('heading', { name: 'What the group is planning' }).waitFor();
      await ada.settle();
      return (await ada.page.locator('a[href$="/organise"]').count()) > 0;
    });
    expect(await ada.inspect('03-reading-along')).toEqual([]);
    await ada.page.getByLabel('What do you want to know?').fill('Who has the key of the store?');
    await ada.page.getByRole('button', { name: 'Ask', exact: true }).click();
    await ada.page.getByRole('heading', { name: 'Who has the key of the store?' }).waitFor();
    await ada.page.getByRole('button', { name: 'I have this: The mailbox' }).click();
    await ada.page.getByRole('button', { name: 'Take over', exact: true }).waitFor();

    await ada.page.locator('a[href$="/organise"]').first().click();
    await ada.page.getByRole('heading', { name: 'Budget' }).waitFor();
    expect(await ada.page.getByRole('button', { name: 'Plan a task' }).count()).toBe(0);
    expect(await ada.inspect('04-plans-to-read')).toEqual([]);

    await omar.page.reload();
    await omar.page.getByRole('button', { name: 'Answer', exact: true }).click();
    await omar.page.getByRole('dialog').getByLabel('Your answer').fill('Mo at the front desk.');
    await omar.page.getByRole('dialog').getByRole('button', { name: 'Answer', exact: true }).click();
    await omar.page.getByText('Mo at the front desk.').waitFor();
    expect(omar.complaints).toEqual([]);
    await omar.close();

    await ada.page.goto(place);
    await ada.page.getByText('Mo at the front desk.').waitFor();
    await ada.page.getByRole('button', { name: 'Take over', exact: true }).click();
    await ada.page.getByRole('dialog').getByRole('button', { name: 'Take over', exact: true }).click();
    await ada.page.getByText('Taken over', { exact: true }).first().waitFor();
    expect(await ada.inspect('05-taken-over')).toEqual([]);
    expect(ada.complaints).toEqual([]);
    await ada.close();

    const rosa = await journey.visit('rosa', 'portal');
    await rosa.page.goto(place);
    await rosa.page.getByRole('heading', { name: 'No such handover' }).waitFor();
    expect(await rosa.inspect('06-hidden')).toEqual([]);
    await rosa.page.goto('/handover');
    await rosa.page.getByRole('heading', { name: 'No handover', exact: true }).waitFor();
    await rosa.close();
  }, 300_000);

  it('shows union officers which are late, and what is in none of them', async () => {
    const uma = await journey.visit('uma', 'portal', ...looks);
    await uma.page.goto('/handover');
    await uma.page.getByRole('heading', { name: 'Not taken over yet' }).waitFor();
    await uma.settle();
    expect(await uma.inspect('07-watching')).toEqual([]);
    await uma.page.getByRole('link', { name: office }).first().click();
    await uma.page.getByText('You see where this stands.').waitFor();
    expect(await uma.page.getByRole('heading', { name: 'Contacts' }).count()).toBe(0);
    expect(await uma.inspect('08-where-it-stands')).toEqual([]);
    expect(uma.complaints).toEqual([]);
    await uma.close();
  }, 300_000);
});
