import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestService, TestClock, testStart, waitFor, type TestService } from '@guildhall/testing';
import type { Member } from '../src/member/member.js';
import { Fixture, membership } from './fixture.js';

const clock = new TestClock(testStart);
const missing = '018f0000-0000-7000-8000-000000000000';
const dayMs = 86_400_000;
const names = ['ada', 'rosa', 'mo', 'omar', 'uma', 'nina'];
let test: TestService;
const people = new Map<string, Member>();

beforeAll(async () => {
  test = await startTestService(membership, { clock });
  const fixture = new Fixture(test);
  for (const subject of [...names, 'sys'])
    people.set(subject, await fixture.member(subject, { interests: ['Chess', 'Jazz'], languages: ['en', 'de'] }));
  await fixture.appointment('sys', 'ADMIN');
});
afterAll(() => test.stop());
beforeEach(async () => {
  clock.set(testStart);
  for (const table of [
    'small_circle',
    'circle_wish',
    'message',
    'conversation',
    'member_block',
    'member_connection',
    'notification',
  ])
    await test.dataSource.query(`delete from ${table}`);
});

function idOf(subject: string): Member['id'] {
  const member = people.get(subject);
  if (member === undefined) throw new Error(`there is no ${subject}`);
  return member.id;
}

const shownCircle =
  'id status interest language halfDay hasAccepted members { name isViewer member { displayName } } suggestedMeeting { day halfDay place } meetings { id place meetsAt cancelledAt } conversation { id status participants { name hasLeft } } groupDraft { name agreedCount hasAgreed } group { name } viewerActions';

type Answer = Record<string, unknown> & { readonly __typename: string };
type Shown = {
  id: string;
  status: string;
  members: { name: string }[];
  meetings: { id: string; place: string; cancelledAt: string | null }[];
  conversation: { id: string; status: string; participants: { name: string; hasLeft: boolean }[] } | null;
  viewerActions: string[];
};

const validating = ['wishForCircle', 'planCircleMeeting', 'proposeCircleGroup'];
async function mutate(who: string | undefined, name: string, input: object, selection = ''): Promise<Answer> {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}`;
  const fields = validating.includes(name) ? '... on ValidationError { fields { path rule } }' : '';
  const { data, errors } = await test.run(
    who,
    `mutation ($input: ${type}Input!) { ${name}(input: $input) { __typename ... on UserError { message } ${fields} ${selection === '' ? '' : `... on ${type}Success { ${selection} }`} } }`,
    { input },
  );
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return data?.[name] as Answer;
}

const wish = (who: string | undefined, changes: object = {}): Promise<Answer> =>
  mutate(who, 'wishForCircle', {
    interests: ['Chess'],
    languages: ['en'],
    halfDays: ['FRIDAY_AFTERNOON'],
    sizeMax: 6,
    ...changes,
  });

async function circles(who: string | undefined): Promise<readonly Shown[]> {
  const { data } = await test.run(who, `{ viewer { circles { ${shownCircle} } } }`);
  const viewer = data?.['viewer'] as { circles: Shown[] } | undefined;
  return viewer?.circles ?? [];
}

const only = async (who: string): Promise<Shown> => {
  const [circle, ...more] = await circles(who);
  if (circle === undefined || more.length > 0) throw new Error(`${who} has ${more.length} more circles`);
  return circle;
};

let runs = 0;
/** Runs a task of the platform and waits until it is done. */
async function run(task: string, payload: object = {}): Promise<void> {
  const key = `test-${(runs += 1)}`;
  await test.dataSource.query('select graphile_worker.add_job($1, payload := $2::json, job_key := $3)', [
    task,
    JSON.stringify(payload),
    key,
  ]);
  await waitFor(`${task} is done`, async () => {
    const left: readonly { last_error: string | null }[] = await test.dataSource.query(
      'select last_error from graphile_worker.jobs where key = $1',
      [key],
    );
    if (left[0]?.last_error) throw new Error(left[0].last_error);
    return left.length === 0;
  });
}

async function told(who: string, reason: string): Promise<number> {
  const rows: readonly unknown[] = await test.dataSource.query(
    'select 1 from notification where member_id = $1 and reason = $2',
    [idOf(who), reason],
  );
  return rows.length;
}

async function propose(who: readonly string[] = names): Promise<string> {
  for (const subject of who) await wish(subject);
  await run('propose-circles');
  const proposed = (await circles(who[0] ?? 'ada')).find(({ status }) => status === 'PROPOSED');
  if (proposed === undefined) throw new Error('nothing was proposed');
  return proposed.id;
}

const accept = (who: string | undefined, circleId: string): Promise<Answer> =>
  mutate(who, 'acceptCircle', { circleId }, `circle { ${shownCircle} }`);

async function form(accepting: readonly string[], invited: readonly string[] = names): Promise<string> {
  const id = await propose(invited);
  for (const who of accepting) expect(await accept(who, id)).toMatchObject({ __typename: 'AcceptCircleSuccess' });
  return id;
}

const plan = (who: string, circleId: string, changes: object = {}): Promise<Answer> =>
  mutate(
    who,
    'planCircleMeeting',
    {
      circleId,
      meetsAt: '2026-10-09T14:00:00.000Z',
      place: 'The union café',
      idempotencyKey: `plan-${(runs += 1)}`,
      ...changes,
    },
    `circle { ${shownCircle} }`,
  );

describe('a wish for a circle', () => {
  it('is made of what the profile says, kept until it is taken back, and shown to nobody else', async () => {
    expect(await wish('ada')).toMatchObject({ __typename: 'WishForCircleSuccess' });
    const reading = '{ viewer { circleWish { interests halfDays sizeMax roundsWaited } } }';
    expect((await test.run('ada', reading)).data).toEqual({
      viewer: { circleWish: { interests: ['Chess'], halfDays: ['FRIDAY_AFTERNOON'], sizeMax: 6, roundsWaited: 0 } },
    });
    for (const other of ['rosa', 'sys', undefined])
      expect((await test.run(other, reading)).data).toEqual({ viewer: { circleWish: null } });
    expect(await mutate('ada', 'withdrawCircleWish', {})).toMatchObject({ __typename: 'WithdrawCircleWishSuccess' });
    expect((await test.run('ada', reading)).data).toEqual({ viewer: { circleWish: null } });
    for (const name of ['wishForCircle', 'withdrawCircleWish'] as const)
      expect(name === 'wishForCircle' ? await wish(undefined) : await mutate(undefined, name, {})).toMatchObject({
        __typename: 'NotAllowedError',
      });
  });

  it('is refused with its fields named', async () => {
    expect(await wish('ada', { interests: ['Golf'], languages: [], halfDays: [], sizeMax: 7 })).toMatchObject({
      fields: expect.arrayContaining([
        { path: 'interests.0', rule: 'UNKNOWN' },
        { path: 'languages', rule: 'REQUIRED' },
        { path: 'halfDays', rule: 'REQUIRED' },
        { path: 'sizeMax', rule: 'OUT_OF_RANGE' },
      ]),
    });
  });

  it('waits for the next round where too few share it, and comes first then', async () => {
    for (const who of ['ada', 'rosa', 'mo']) await wish(who);
    await run('propose-circles');
    expect(await circles('ada')).toEqual([]);
    expect((await test.run('ada', '{ viewer { circleWish { roundsWaited } } }')).data).toEqual({
      viewer: { circleWish: { roundsWaited: 1 } },
    });
  });
});

describe('a proposed circle', () => {
  it('tells those it is proposed to what they share and not who they are, and nobody else anything', async () => {
    const id = await propose();
    for (const who of names) {
      expect(await only(who)).toMatchObject({
        id,
        status: 'PROPOSED',
        interest: 'chess',
        halfDay: 'FRIDAY_AFTERNOON',
        members: [],
        conversation: null,
        suggestedMeeting: null,
        viewerActions: ['ACCEPT', 'DECLINE'],
      });
      expect(await told(who, 'CIRCLE_PROPOSED')).toBe(1);
    }
    const reading = `query ($id: ID!) { circle(id: $id) { id } }`;
    for (const stranger of ['sys', undefined]) {
      expect(await test.run(stranger, reading, { id })).toEqual(await test.run(stranger, reading, { id: missing }));
      expect(await accept(stranger, id)).toEqual(await accept(stranger, missing));
    }
  });

  it('looks the same to who accepted, whatever the others answered, until the third accepts', async () => {
    const id = await propose();
    await accept('ada', id);
    const before = await only('ada');
    await mutate('rosa', 'declineCircle', { circleId: id });
    await accept('mo', id);
    expect(await only('ada')).toEqual(before);
    expect(before).toMatchObject({ status: 'PROPOSED', members: [], viewerActions: ['LEAVE'] });
    expect(await circles('rosa')).toEqual([]);
    expect(await accept('rosa', id)).toEqual(await accept('rosa', missing));
    await accept('omar', id);
    const formed = await only('ada');
    expect(formed.status).toBe('FORMED');
    expect(formed.members.map(({ name }) => name).toSorted()).toEqual(['ada', 'mo', 'omar']);
    expect(formed.conversation?.participants.map(({ name }) => name).toSorted()).toEqual(['ada', 'mo', 'omar']);
    expect(formed).toMatchObject({ suggestedMeeting: { day: '2026-10-09', halfDay: 'FRIDAY_AFTERNOON' } });
    for (const who of ['ada', 'mo', 'omar']) expect(await told(who, 'CIRCLE_FORMED')).toBe(1);
    // Who has not answered still sees a proposal and no names; who accepts late joins.
    expect(await only('uma')).toMatchObject({
      status: 'PROPOSED',
      members: [],
      conversation: null,
      suggestedMeeting: null,
    });
    await accept('uma', id);
    expect((await only('uma')).members).toHaveLength(4);
    expect(await told('ada', 'CIRCLE_FORMED')).toBe(1);
    expect((await test.run('ada', '{ viewer { circleWish { sizeMax } } }')).data).toEqual({
      viewer: { circleWish: null },
    });
    expect((await test.run('rosa', '{ viewer { circleWish { sizeMax } } }')).data).toEqual({
      viewer: { circleWish: { sizeMax: 6 } },
    });
  });

  it('forms once when all accept at the same moment', async () => {
    const id = await propose();
    const answers = await Promise.all(names.map((who) => accept(who, id)));
    expect(answers.every(({ __typename }) => __typename === 'AcceptCircleSuccess')).toBe(true);
    expect((await only('ada')).members).toHaveLength(6);
    expect(await test.dataSource.query('select count(*)::int as count from conversation')).toEqual([{ count: 1 }]);
    for (const who of names) expect(await told(who, 'CIRCLE_FORMED')).toBe(1);
  });

  it('ends after seven days with fewer than three; who accepted comes first next time, who was silent is not asked again', async () => {
    const id = await propose();
    await accept('ada', id);
    await mutate('mo', 'declineCircle', { circleId: id });
    await run('expire-circle', { circleId: id });
    expect((await only('ada')).status).toBe('PROPOSED');
    clock.advance(7 * dayMs);
    expect(await accept('rosa', id)).toMatchObject({ __typename: 'IllegalTransitionError' });
    await run('expire-circle', { circleId: id });
    await run('expire-circle', { circleId: id });
    expect(await only('ada')).toMatchObject({ status: 'ENDED', members: [], viewerActions: [] });
    expect(await told('ada', 'CIRCLE_ENDED')).toBe(1);
    expect(await told('rosa', 'CIRCLE_ENDED')).toBe(0);
    expect(await circles('rosa')).toEqual([]);
    const wishes: readonly unknown[] = await test.dataSource.query(
      'select member_id, rounds_waited from circle_wish order by rounds_waited desc',
    );
    expect(wishes).toEqual([
      { member_id: idOf('ada'), rounds_waited: 1 },
      { member_id: idOf('mo'), rounds_waited: 0 },
    ]);
  });

  it('has each person at most once, also when two rounds run at the same time', async () => {
    for (const who of names) await wish(who);
    await Promise.all([run('propose-circles'), run('propose-circles')]);
    for (const who of names) expect(await circles(who)).toHaveLength(1);
  });
});

describe('a block', () => {
  const blockMutation = (who: string, subject: string) => mutate(who, 'blockMember', { memberId: idOf(subject) });

  it('keeps two people out of one circle', async () => {
    await blockMutation('ada', 'rosa');
    for (const who of names) await wish(who);
    await run('propose-circles');
    const [ada, rosa] = [await circles('ada'), await circles('rosa')];
    expect([...ada, ...rosa]).toHaveLength(1);
  });

  it('takes the blocker out of a circle both are in, as if they had left, and out of a proposal without a trace', async () => {
    const leaving = async (leave: () => Promise<unknown>) => {
      await test.dataSource.query('delete from small_circle');
      await test.dataSource.query('delete from conversation');
      await test.dataSource.query('delete from circle_wish');
      const id = await form(['ada', 'rosa', 'mo', 'omar']);
      await leave();
      const text = JSON.stringify({
        ...(await only('rosa')),
        id: '',
        conversation: { ...(await only('rosa')).conversation, id: '' },
      });
      return text.replaceAll(id, 'ID');
    };
    const left = await leaving(async () => mutate('ada', 'leaveCircle', { circleId: (await only('ada')).id }));
    const blocked = await leaving(() => blockMutation('ada', 'rosa'));
    const sorted = (text: string): unknown => {
      const circle = JSON.parse(text) as Shown;
      return {
        ...circle,
        members: circle.members.toSorted((a, b) => a.name.localeCompare(b.name)),
        suggestedMeeting: undefined,
        conversation: {
          ...circle.conversation,
          participants: circle.conversation?.participants.toSorted((a, b) => a.name.localeCompare(b.name)),
        },
      };
    };
    expect(sorted(blocked)).toEqual(sorted(left));
    expect(await circles('ada')).toEqual([]);

    await test.dataSource.query('delete from small_circle');
    await test.dataSource.query('delete from member_block');
    const id = await propose();
    const before = await only('rosa');
    await blockMutation('ada', 'rosa');
    expect(await only('rosa')).toEqual(before);
    expect(await accept('ada', id)).toEqual(await accept('ada', missing));
  });

  it('cannot stand between two live seats, whatever the code does', async () => {
    await propose();
    await test.dataSource.query('insert into member_block (blocker_id, blocked_id, since) values ($1, $2, $3)', [
      idOf('ada'),
      idOf('rosa'),
      clock.now(),
    ]);
    await expect(
      test.dataSource.query(`update circle_seat set status = 'ACCEPTED' where member_id = $1`, [idOf('ada')]),
    ).rejects.toThrow('two people of a circle are blocked');
  });
});

describe('a circle that is there', () => {
  it('plans meetings, once per key, and cancels them', async () => {
    const id = await form(['ada', 'rosa', 'mo']);
    const once = { idempotencyKey: 'plan-once' };
    expect(await plan('ada', id, once)).toEqual(await plan('ada', id, once));
    const circle = await only('rosa');
    expect(circle).toMatchObject({ status: 'MEETS', suggestedMeeting: null, meetings: [{ place: 'The union café' }] });
    const meetingId = circle.meetings[0]?.id;
    expect(await mutate('rosa', 'cancelCircleMeeting', { circleId: id, meetingId })).toMatchObject({
      __typename: 'CancelCircleMeetingSuccess',
    });
    expect(await mutate('rosa', 'cancelCircleMeeting', { circleId: id, meetingId })).toMatchObject({
      __typename: 'NotFoundError',
    });
    expect(await plan('uma', id)).toMatchObject({ __typename: 'IllegalTransitionError' });
    expect(await plan('ada', id, { meetsAt: '2026-10-01T09:00:00.000Z', place: ' ' })).toMatchObject({
      fields: expect.arrayContaining([
        { path: 'meetsAt', rule: 'OUT_OF_RANGE' },
        { path: 'place', rule: 'REQUIRED' },
      ]),
    });
    for (let count = 0; count < 10; count += 1) await plan('mo', id);
    expect(await plan('mo', id)).toMatchObject({ __typename: 'LimitReachedError' });
  });

  it('goes on without who left, and ends below three with its conversation', async () => {
    const id = await form(['ada', 'rosa', 'mo', 'omar']);
    await mutate('ada', 'leaveCircle', { circleId: id });
    expect(await circles('ada')).toEqual([]);
    expect((await only('rosa')).members).toHaveLength(3);
    await mutate('rosa', 'leaveCircle', { circleId: id });
    expect(await only('mo')).toMatchObject({ status: 'ENDED', members: [], conversation: { status: 'CLOSED' } });
    expect(await told('mo', 'CIRCLE_ENDED')).toBe(1);
    expect(await accept('uma', id)).toEqual(await accept('uma', missing));
  });

  it('goes on as a group when all agree, with all of them in it', async () => {
    const id = await form(['ada', 'rosa', 'mo']);
    await plan('ada', id);
    const draft = { circleId: id, name: 'Friday chess', kind: 'CLUB', purpose: 'To play chess on Friday afternoons.' };
    expect(await mutate('ada', 'proposeCircleGroup', { ...draft, name: 'x' })).toMatchObject({
      fields: [{ path: 'name', rule: 'TOO_SHORT' }],
    });
    expect(await mutate('ada', 'proposeCircleGroup', draft)).toMatchObject({ __typename: 'ProposeCircleGroupSuccess' });
    expect(await mutate('ada', 'agreeToCircleGroup', { circleId: id })).toMatchObject({
      __typename: 'IllegalTransitionError',
    });
    await mutate('rosa', 'agreeToCircleGroup', { circleId: id });
    expect(await only('mo')).toMatchObject({ groupDraft: { name: 'Friday chess', agreedCount: 2, hasAgreed: false } });
    await mutate('mo', 'agreeToCircleGroup', { circleId: id });
    expect(await only('ada')).toMatchObject({ status: 'CONTINUES', group: { name: 'Friday chess' } });
    const rows: readonly { member_id: string }[] = await test.dataSource.query(
      `select m.member_id from group_membership m join student_group g on g.id = m.group_id where g.name = 'Friday chess' and m.status = 'ACTIVE'`,
    );
    expect(rows).toHaveLength(3);
    expect(await wish('ada')).toMatchObject({ __typename: 'WishForCircleSuccess' });
  });

  it('keeps the draft when its name is taken, so that another can be drafted', async () => {
    const id = await form(['ada', 'rosa', 'mo']);
    await plan('ada', id);
    const draft = { circleId: id, name: 'Friday chess', kind: 'CLUB', purpose: 'To play chess on Friday afternoons.' };
    await mutate('ada', 'proposeCircleGroup', draft);
    await mutate('rosa', 'agreeToCircleGroup', { circleId: id });
    expect(await mutate('mo', 'agreeToCircleGroup', { circleId: id })).toMatchObject({ __typename: 'ConflictError' });
    expect(await mutate('mo', 'proposeCircleGroup', { ...draft, name: 'Saturday chess' })).toMatchObject({
      __typename: 'ProposeCircleGroupSuccess',
    });
    expect(await only('rosa')).toMatchObject({
      groupDraft: { name: 'Saturday chess', agreedCount: 1, hasAgreed: false },
    });
  });

  it('is read with the same few statements however many there are', async () => {
    await form(['ada', 'rosa', 'mo']);
    const one = await test.countStatements(() => circles('ada'));
    await test.dataSource.query(`update circle_seat set status = 'DONE' where status = 'ACCEPTED'`);
    await test.dataSource.query(`update circle_seat set status = 'LAPSED' where status = 'INVITED'`);
    await form(['ada', 'rosa', 'mo']);
    expect(await circles('ada')).toHaveLength(2);
    const two = await test.countStatements(() => circles('ada'));
    expect(two.length).toBe(one.length);
  });
});
