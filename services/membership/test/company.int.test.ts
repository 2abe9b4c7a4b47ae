import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestService, TestClock, testStart, waitFor, type TestService } from '@guildhall/testing';
import { createRepositories } from '../src/app.js';
import type { Member } from '../src/member/member.js';
import { Fixture, membership } from './fixture.js';
import { fixedId } from './personas.js';

const clock = new TestClock(testStart);
const missing = '018f0000-0000-7000-8000-000000000000';
const activityId = fixedId<'Activity'>(1);
const startsAt = new Date('2026-10-09T18:00:00Z');
const endsAt = new Date('2026-10-09T20:00:00Z');
let test: TestService;
const people = new Map<string, Member>();

beforeAll(async () => {
  test = await startTestService(membership, { clock });
  const fixture = new Fixture(test);
  for (const subject of ['ada', 'rosa', 'mo', 'omar', 'sys']) people.set(subject, await fixture.member(subject));
});
afterAll(() => test.stop());
beforeEach(async () => {
  clock.set(testStart);
  for (const table of [
    'known_activity',
    'company',
    'message',
    'conversation',
    'member_block',
    'member_connection',
    'notification',
  ])
    await test.dataSource.query(`delete from ${table}`);
  await note({});
});

async function note(changes: object): Promise<void> {
  await createRepositories(test.dataSource.manager).companies.noteActivity({
    activityId,
    startsAt,
    endsAt,
    isOpen: true,
    ...changes,
  });
}

function idOf(subject: string): Member['id'] {
  const member = people.get(subject);
  if (member === undefined) throw new Error(`there is no ${subject}`);
  return member.id;
}

const shown = 'status sizeMax companions { name member { displayName } } conversation { id status } viewerActions';
type Answer = Record<string, unknown> & { readonly __typename: string };
type Shown = { status: string; companions: { name: string }[]; conversation: { id: string; status: string } | null };

let keys = 0;
async function ask(who: string | undefined, changes: object = {}): Promise<Answer> {
  const input = { activityId, sizeMax: 2, idempotencyKey: `ask-${(keys += 1)}`, ...changes };
  const { data } = await test.run(
    who,
    `mutation ($input: AskForCompanyInput!) { askForCompany(input: $input) { __typename ... on AskForCompanySuccess { company { ${shown} } } ... on UserError { message } ... on ValidationError { fields { path rule } } } }`,
    { input },
  );
  return data?.['askForCompany'] as Answer;
}

async function withdraw(who: string | undefined, id: string = activityId): Promise<Answer> {
  const { data } = await test.run(
    who,
    `mutation ($input: WithdrawCompanyAskInput!) { withdrawCompanyAsk(input: $input) { __typename ... on WithdrawCompanyAskSuccess { company { ${shown} } } ... on UserError { message } } }`,
    { input: { activityId: id } },
  );
  return data?.['withdrawCompanyAsk'] as Answer;
}

async function read(who: string | undefined, id: string = activityId): Promise<Shown | null> {
  const { data } = await test.run(
    who,
    `query ($id: ID!) { viewer { activityCompany(activityId: $id) { ${shown} } } }`,
    { id },
  );
  const viewer = data?.['viewer'] as { activityCompany: Shown | null } | undefined;
  return viewer?.activityCompany ?? null;
}

async function told(who: string): Promise<number> {
  const rows: readonly unknown[] = await test.dataSource.query(
    `select 1 from notification where member_id = $1 and reason = 'COMPANY_FOUND'`,
    [idOf(who)],
  );
  return rows.length;
}

async function forget(): Promise<void> {
  await test.dataSource.query(
    `select graphile_worker.add_job('forget-company', json_build_object('activityId', $1::text), job_key := $2)`,
    [activityId, `forget-${(keys += 1)}`],
  );
  await waitFor('it was looked at', async () => {
    const left: readonly unknown[] = await test.dataSource.query(
      `select 1 from graphile_worker.jobs where task_identifier = 'forget-company' and key = $1`,
      [`forget-${keys}`],
    );
    return left.length === 0;
  });
}

describe('company to an activity', () => {
  it('is found when two have asked, and shows both to each other and to nobody else', async () => {
    expect(await read('rosa')).toMatchObject({ status: 'NOT_ASKED', companions: [], viewerActions: ['ASK'] });
    expect(await ask('ada')).toMatchObject({ company: { status: 'ASKED', companions: [], conversation: null } });
    const unseen = await read('rosa');
    expect(unseen).toMatchObject({ status: 'NOT_ASKED', companions: [] });
    expect(await ask('rosa')).toMatchObject({ company: { status: 'FOUND', companions: [{ name: 'ada' }] } });
    const company = await read('ada');
    expect(company).toMatchObject({
      status: 'FOUND',
      companions: [{ name: 'rosa' }],
      conversation: { status: 'OPEN' },
    });
    for (const who of ['ada', 'rosa']) expect(await told(who)).toBe(1);
    expect(await read('mo')).toEqual(unseen);
    expect(await read(undefined)).toBeNull();
  });

  it('is asked for once per key, before the start, for activities that are known, with the field named', async () => {
    const once = { idempotencyKey: 'ask-once' };
    expect(await ask('ada', once)).toEqual(await ask('ada', once));
    expect(await ask('ada')).toMatchObject({ __typename: 'IllegalTransitionError' });
    expect(await ask('rosa', { sizeMax: 5 })).toMatchObject({ fields: [{ path: 'sizeMax', rule: 'OUT_OF_RANGE' }] });
    expect(await ask('rosa', { activityId: missing })).toMatchObject({ __typename: 'NotFoundError' });
    expect(await read('rosa', missing)).toBeNull();
    expect(await ask(undefined)).toMatchObject({ __typename: 'NotAllowedError' });
    expect(await withdraw('mo')).toMatchObject({ __typename: 'IllegalTransitionError' });
    expect(await withdraw('mo', missing)).toMatchObject({ __typename: 'NotFoundError' });
    expect(await withdraw(undefined)).toMatchObject({ __typename: 'NotAllowedError' });
    clock.set(startsAt.toISOString());
    expect(await ask('rosa')).toMatchObject({ __typename: 'IllegalTransitionError' });
  });

  it('pairs each person once when all ask at the same moment', async () => {
    const answers = await Promise.all(['ada', 'rosa', 'mo', 'omar'].map((who) => ask(who)));
    expect(answers.every(({ __typename }) => __typename === 'AskForCompanySuccess')).toBe(true);
    expect(
      await test.dataSource.query(
        'select count(*)::int as asks from company_ask where company_id is not null group by company_id',
      ),
    ).toEqual([{ asks: 2 }, { asks: 2 }]);
  });

  it('is taken back in silence: the other of two waits again, and larger company goes on', async () => {
    await ask('ada', { sizeMax: 3 });
    await ask('rosa', { sizeMax: 3 });
    await ask('mo', { sizeMax: 3 });
    expect((await read('ada'))?.companions).toHaveLength(2);
    expect(await withdraw('mo')).toMatchObject({
      company: { status: 'NOT_ASKED', companions: [], viewerActions: ['ASK'] },
    });
    expect((await read('ada'))?.companions).toHaveLength(1);
    await withdraw('rosa');
    expect(await read('ada')).toMatchObject({ status: 'ASKED', companions: [], conversation: null });
    for (const who of ['ada', 'rosa', 'mo']) expect(await told(who)).toBeLessThanOrEqual(2);
  });

  it('is never found for a blocked pair, for whom it looks as if nobody had asked', async () => {
    await ask('ada');
    const waiting = await read('ada');
    await test.dataSource.query('insert into member_block (blocker_id, blocked_id, since) values ($1, $2, $3)', [
      idOf('ada'),
      idOf('rosa'),
      clock.now(),
    ]);
    expect(await ask('rosa')).toMatchObject({ company: { status: 'ASKED' } });
    expect(await read('ada')).toEqual(waiting);
    expect(await ask('mo')).toMatchObject({ company: { status: 'FOUND' } });
  });

  it('ends with a block as if the blocker had taken their ask back', async () => {
    const seenAfter = async (end: () => Promise<unknown>) => {
      await test.dataSource.query('delete from company_ask');
      await ask('ada');
      await ask('rosa');
      await end();
      return read('rosa');
    };
    const withdrawn = await seenAfter(() => withdraw('ada'));
    const blocking = 'mutation ($input: BlockMemberInput!) { blockMember(input: $input) { __typename } }';
    const blocked = await seenAfter(() => test.run('ada', blocking, { input: { memberId: idOf('rosa') } }));
    expect(blocked).toEqual(withdrawn);
    expect(await read('ada')).toMatchObject({ status: 'NOT_ASKED' });
  });

  it('is forgotten when the activity is over, not before, and at once when it is cancelled', async () => {
    await ask('ada');
    await ask('rosa');
    const conversation = (await read('ada'))?.conversation?.id;
    await forget();
    expect(await read('ada')).toMatchObject({ status: 'FOUND' });
    clock.set(endsAt.toISOString());
    await forget();
    expect(await read('ada')).toBeNull();
    expect(await test.dataSource.query('select 1 from company_ask')).toEqual([]);
    const { data } = await test.run('ada', 'query ($id: ID!) { conversation(id: $id) { status } }', {
      id: conversation,
    });
    expect(data).toEqual({ conversation: { status: 'CLOSED' } });
    clock.set(testStart);
    await note({});
    await ask('ada');
    await note({ isOpen: false });
    expect(await ask('rosa')).toMatchObject({
      __typename: expect.stringMatching(/NotFoundError|IllegalTransitionError/),
    });
    await forget();
    expect(await read('ada')).toBeNull();
  });
});
