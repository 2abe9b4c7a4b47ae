import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestService, TestClock, testStart, type TestService } from '@guildhall/testing';
import { createRepositories } from '../src/app.js';
import type { Member } from '../src/member/member.js';
import { Fixture, membership } from './fixture.js';

const clock = new TestClock(testStart);
const missing = '018f0000-0000-7000-8000-000000000000';
let test: TestService;
let fixture: Fixture;
const people = new Map<string, Member>();

beforeAll(async () => {
  test = await startTestService(membership, { clock });
  fixture = new Fixture(test);
  for (const subject of ['ada', 'rosa', 'mo', 'omar', 'uma', 'sys'])
    people.set(subject, await fixture.member(subject, { displayName: `${subject} of the union` }));
  await test.dataSource.query(
    `with p as (insert into position (id, title, kind, seats, version) values (gen_random_uuid(), 'Officer', 'UNION_OFFICER', 1, 1) returning id)
     insert into mandate (id, position_id, member_id, seat, starts_at, ends_at, conferred_by, version)
     select gen_random_uuid(), p.id, $1, 1, '2026-09-01', '2027-07-01', 'ELECTION', 1 from p`,
    [idOf('uma')],
  );
  await fixture.appointment('sys', 'ADMIN');
});
afterAll(() => test.stop());
beforeEach(async () => {
  for (const table of [
    'message',
    'conversation',
    'member_connection',
    'member_block',
    'notification',
    'idempotency_record',
  ])
    await test.dataSource.query(`delete from ${table}`);
});

function idOf(subject: string): Member['id'] {
  const member = people.get(subject);
  if (member === undefined) throw new Error(`there is no ${subject}`);
  return member.id;
}

async function connect(one: string, other: string): Promise<void> {
  await test.dataSource.query(
    `insert into member_connection (id, requester_id, addressee_id, status, requested_at, expires_at, connected_at, version)
     values (gen_random_uuid(), $1, $2, 'CONNECTED', $3::timestamptz, $3::timestamptz + interval '1 day', $3, 1)`,
    [idOf(one), idOf(other), clock.now()],
  );
}

async function disconnect(): Promise<void> {
  await test.dataSource.query(`update member_connection set status = 'CLOSED', connected_at = null, closed_at = $1`, [
    clock.now(),
  ]);
}

async function block(blocker: string, blocked: string): Promise<void> {
  await disconnect();
  await test.dataSource.query('insert into member_block (blocker_id, blocked_id, since) values ($1, $2, $3)', [
    idOf(blocker),
    idOf(blocked),
    clock.now(),
  ]);
}

const shownConversation =
  'id kind status unreadCount readUpTo isMuted showsReading viewerActions participants { name hasLeft isViewer readUpTo member { displayName } } lastMessage { body } messages(first: 50) { edges { node { id number body status isOwn authorName viewerActions } } pageInfo { hasNextPage endCursor } }';
const problemOf = (name: string): string =>
  `... on UserError { message } ${['sendMessage', 'readConversation'].includes(name) ? '... on ValidationError { fields { path rule } }' : ''}`;

type Answer = Record<string, unknown> & { readonly __typename: string };
type Shown = {
  id: string;
  status: string;
  unreadCount: number;
  readUpTo: number;
  viewerActions: string[];
  participants: { name: string; hasLeft: boolean; isViewer: boolean; readUpTo: number | null; member: object | null }[];
  messages: {
    edges: { node: { id: string; number: number; body: string | null; status: string; viewerActions: string[] } }[];
    pageInfo: { endCursor: string; hasNextPage: boolean };
  };
};

async function mutate(who: string | undefined, name: string, input: object, selection = ''): Promise<Answer> {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}`;
  const { data, errors } = await test.run(
    who,
    `mutation ($input: ${type}Input!) { ${name}(input: $input) { __typename ${problemOf(name)} ${selection === '' ? '' : `... on ${type}Success { ${selection} }`} } }`,
    { input },
  );
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return data?.[name] as Answer;
}

const open = async (who: string, subject: string): Promise<string> => {
  const answer = await mutate(who, 'openConversation', { memberId: idOf(subject) }, 'conversation { id }');
  return (answer['conversation'] as { id: string }).id;
};

let keys = 0;
const send = (who: string | undefined, conversationId: string, changes: object = {}): Promise<Answer> =>
  mutate(
    who,
    'sendMessage',
    { conversationId, body: 'Tea at four?', idempotencyKey: `key-${(keys += 1)}`, ...changes },
    'sent { id number body }',
  );

async function read(who: string | undefined, id: string): Promise<Shown | null> {
  const { data } = await test.run(who, `query ($id: ID!) { conversation(id: $id) { ${shownConversation} } }`, { id });
  return data?.['conversation'] as Shown | null;
}

async function listed(who: string, first = 20, after?: string) {
  const { data } = await test.run(
    who,
    `query ($first: Int, $after: String) { viewer { unreadConversationCount conversations(first: $first, after: $after) { edges { node { id status unreadCount lastMessage { body authorName } participants { name member { displayName } } } } pageInfo { hasNextPage endCursor } } } }`,
    { first, after },
  );
  return data?.['viewer'] as {
    unreadConversationCount: number;
    conversations: {
      edges: { node: { id: string; status: string; unreadCount: number; lastMessage: { body: string } | null } }[];
      pageInfo: { endCursor: string; hasNextPage: boolean };
    };
  };
}

const nodesOf = (shown: Shown | null) => (shown?.messages.edges ?? []).map(({ node }) => node);

const bodies = (shown: Shown | null): readonly (string | null)[] =>
  (shown?.messages.edges ?? []).map(({ node }) => node.body);

async function told(who: string): Promise<number> {
  const rows: readonly unknown[] = await test.dataSource.query(
    `select 1 from notification where member_id = $1 and reason = 'MESSAGE' and read_at is null`,
    [idOf(who)],
  );
  return rows.length;
}

describe('a conversation between two connected members', () => {
  it('is made when it is wanted, once, and the other sees it with the first message', async () => {
    await connect('ada', 'rosa');
    const [one, again] = await Promise.all([open('ada', 'rosa'), open('rosa', 'ada')]);
    expect(again).toBe(one);
    expect((await listed('rosa')).conversations.edges).toEqual([]);
    expect(await send('ada', one)).toMatchObject({ __typename: 'SendMessageSuccess', sent: { number: 1 } });
    const [seen] = (await listed('rosa')).conversations.edges;
    expect(seen?.node).toMatchObject({
      id: one,
      status: 'OPEN',
      unreadCount: 1,
      lastMessage: { body: 'Tea at four?' },
    });
    expect((await read('rosa', one))?.participants).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          name: 'ada of the union',
          isViewer: false,
          member: { displayName: 'ada of the union' },
        }),
      ]),
    );
  });

  it('is not there for anybody who is not connected, blocked or unknown, all answered alike', async () => {
    await connect('ada', 'rosa');
    await block('rosa', 'ada');
    const answers = [];
    for (const memberId of [idOf('rosa'), idOf('mo'), missing, idOf('ada')])
      answers.push(await mutate('ada', 'openConversation', { memberId }));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ __typename: 'NotFoundError' });
    expect(await mutate(undefined, 'openConversation', { memberId: idOf('ada') })).toEqual(answers[0]);
  });

  it('can be read by its two members and by nobody else, whatever office they hold', async () => {
    await connect('ada', 'rosa');
    const id = await open('ada', 'rosa');
    await send('ada', id);
    const message = (await read('ada', id))?.messages.edges[0]?.node.id;
    for (const stranger of ['mo', 'uma', 'sys', undefined]) {
      expect(await read(stranger, id)).toBeNull();
      expect(await send(stranger, id)).toEqual(await send(stranger, missing));
      expect(await mutate(stranger, 'deleteMessage', { messageId: message })).toEqual(
        await mutate(stranger, 'deleteMessage', { messageId: missing }),
      );
      for (const [name, more] of [
        ['readConversation', { upTo: 1 }],
        ['changeConversationSettings', {}],
        ['hideConversation', {}],
      ] as const)
        expect(await mutate(stranger, name, { conversationId: id, ...more })).toEqual(
          await mutate(stranger, name, { conversationId: missing, ...more }),
        );
    }
  });

  it('says a thing once per key, and keeps nothing of it in the record of the key', async () => {
    await connect('ada', 'rosa');
    const id = await open('ada', 'rosa');
    const once = { idempotencyKey: 'said-once', body: 'A secret.' };
    const [first, second] = [await send('ada', id, once), await send('ada', id, once)];
    expect(second).toEqual(first);
    expect(await send('ada', id, { ...once, body: 'Another.' })).toMatchObject({ __typename: 'ConflictError' });
    expect(bodies(await read('rosa', id))).toEqual(['A secret.']);
    const traces: readonly { trace: string }[] = await test.dataSource.query(
      `select row_to_json(r)::text as trace from idempotency_record r union all select row_to_json(n)::text from notification n
       union all select row_to_json(e)::text from outbox_event e`,
    );
    expect(traces.some(({ trace }) => trace.includes('secret'))).toBe(false);
    expect(await test.dataSource.query(`select 1 from outbox_event where aggregate_id = $1`, [id])).toEqual([]);
  });

  it('refuses nothing and too much with the field named', async () => {
    await connect('ada', 'rosa');
    const id = await open('ada', 'rosa');
    for (const [body, rule] of [
      ['  ', 'REQUIRED'],
      ['x'.repeat(4001), 'TOO_LONG'],
    ])
      expect(await send('ada', id, { body })).toMatchObject({ fields: [{ path: 'body', rule }] });
    expect(await send('ada', id, { body: 'x'.repeat(4000) })).toMatchObject({ __typename: 'SendMessageSuccess' });
    expect(await mutate('ada', 'readConversation', { conversationId: id, upTo: 2 })).toMatchObject({
      fields: [{ path: 'upTo' }],
    });
  });

  it('numbers what twenty say at once from 1 to 20, without gap or double', async () => {
    await connect('ada', 'rosa');
    const id = await open('ada', 'rosa');
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => send(index % 2 === 0 ? 'ada' : 'rosa', id, { body: `Word ${index}` })),
    );
    const numbers = answers.map((answer) => (answer['sent'] as { number: number }).number);
    expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
    expect((await read('ada', id))?.messages.edges.map(({ node }) => node.number)).toEqual(
      Array.from({ length: 20 }, (_, index) => 20 - index),
    );
  });

  it('takes a message back within the hour, leaving a gap, and from its author alone', async () => {
    await connect('ada', 'rosa');
    const id = await open('ada', 'rosa');
    await send('ada', id, { body: 'Early.' });
    await send('ada', id, { body: 'Late.' });
    const [late, early] = nodesOf(await read('ada', id));
    if (late === undefined || early === undefined) throw new Error('two messages were sent');
    expect(early.viewerActions).toEqual(['DELETE']);
    expect(nodesOf(await read('rosa', id))[0]?.viewerActions).toEqual(['REPORT']);
    expect(await mutate('rosa', 'deleteMessage', { messageId: early.id })).toMatchObject({
      __typename: 'NotAllowedError',
    });
    expect(await mutate('ada', 'deleteMessage', { messageId: early.id }, 'deleted { body status }')).toMatchObject({
      deleted: { body: null, status: 'DELETED' },
    });
    expect(await mutate('ada', 'deleteMessage', { messageId: early.id })).toMatchObject({
      __typename: 'IllegalTransitionError',
    });
    expect(nodesOf(await read('rosa', id)).map((node) => [node.number, node.body])).toEqual([
      [2, 'Late.'],
      [1, null],
    ]);
    expect(await test.dataSource.query('select body from message where id = $1', [early.id])).toEqual([{ body: '' }]);
    clock.advance(3_600_001);
    expect(await mutate('ada', 'deleteMessage', { messageId: late.id })).toMatchObject({
      __typename: 'IllegalTransitionError',
    });
  });

  it('counts what is unread for each, and shows how far one has read only if one wants that', async () => {
    await connect('ada', 'rosa');
    const id = await open('ada', 'rosa');
    for (const body of ['One.', 'Two.']) await send('ada', id, { body });
    expect(await read('ada', id)).toMatchObject({ unreadCount: 0, readUpTo: 2 });
    expect((await listed('rosa')).unreadConversationCount).toBe(1);
    const reads = async (upTo: number) =>
      mutate('rosa', 'readConversation', { conversationId: id, upTo }, 'conversation { unreadCount readUpTo }');
    expect(await reads(1)).toMatchObject({ conversation: { unreadCount: 1, readUpTo: 1 } });
    expect(await reads(2)).toMatchObject({ conversation: { unreadCount: 0, readUpTo: 2 } });
    expect(await reads(1)).toMatchObject({ conversation: { readUpTo: 2 } });
    const rosaAsSeen = async () => (await read('ada', id))?.participants.find(({ isViewer }) => !isViewer)?.readUpTo;
    expect(await rosaAsSeen()).toBeNull();
    await mutate('rosa', 'changeConversationSettings', { conversationId: id, showsReading: true });
    expect(await rosaAsSeen()).toBe(2);
    await block('rosa', 'ada');
    expect(await rosaAsSeen()).toBeNull();
  });

  it('tells the other once until they look, without a word of it, and not at all while it is muted', async () => {
    await connect('ada', 'rosa');
    const id = await open('ada', 'rosa');
    await Promise.all([send('ada', id), send('ada', id), send('ada', id)]);
    expect(await told('rosa')).toBe(1);
    expect(await told('ada')).toBe(0);
    await mutate('rosa', 'readConversation', { conversationId: id, upTo: 3 });
    expect(await told('rosa')).toBe(0);
    await send('ada', id);
    expect(await told('rosa')).toBe(1);
    await mutate('rosa', 'readConversation', { conversationId: id, upTo: 4 });
    await mutate('rosa', 'changeConversationSettings', { conversationId: id, isMuted: true });
    await send('ada', id);
    expect(await told('rosa')).toBe(0);
    expect((await listed('rosa')).unreadConversationCount).toBe(0);
  });

  it('is hidden from one alone, and comes back with a new message but not with the old ones', async () => {
    await connect('ada', 'rosa');
    const id = await open('ada', 'rosa');
    await send('ada', id, { body: 'Old.' });
    expect(await mutate('rosa', 'hideConversation', { conversationId: id })).toMatchObject({
      __typename: 'HideConversationSuccess',
    });
    expect((await listed('rosa')).conversations.edges).toEqual([]);
    expect(bodies(await read('ada', id))).toEqual(['Old.']);
    await send('ada', id, { body: 'New.' });
    expect((await listed('rosa')).conversations.edges).toHaveLength(1);
    expect(bodies(await read('rosa', id))).toEqual(['New.']);
  });
});

describe('the end of a conversation', () => {
  it('looks the same whether the connection was removed or one blocked the other, and the history stays', async () => {
    const seenAfter = async (end: () => Promise<void>) => {
      await test.dataSource.query('delete from member_block');
      await test.dataSource.query('delete from member_connection');
      await test.dataSource.query('delete from conversation');
      await test.dataSource.query('delete from notification');
      await connect('ada', 'rosa');
      const id = await open('ada', 'rosa');
      await send('rosa', id, { body: 'See you.' });
      await end();
      const everything = [
        await read('ada', id),
        await listed('ada'),
        await send('ada', id),
        await mutate('ada', 'changeConversationSettings', { conversationId: id, isMuted: true }),
        await mutate('ada', 'openConversation', { memberId: idOf('rosa') }),
      ];
      const statements = await test.countStatements(() => send('ada', id));
      const messages = (await read('ada', id))?.messages.edges.map(({ node }) => node.id) ?? [];
      const text = [id, ...messages]
        .reduce((all, one) => all.replaceAll(one, 'ID'), JSON.stringify(everything))
        .replaceAll(/"endCursor":"[^"]+"/g, '');
      return { text, statements, status: (await read('ada', id))?.status, words: bodies(await read('ada', id)) };
    };
    const removed = await seenAfter(disconnect);
    const blocked = await seenAfter(() => block('rosa', 'ada'));
    const blocking = await seenAfter(() => block('ada', 'rosa'));
    expect(removed).toMatchObject({ status: 'CLOSED', words: ['See you.'] });
    expect(removed.text).toContain('IllegalTransitionError');
    expect(blocked).toEqual(removed);
    expect(blocking).toEqual(removed);
  });

  it('comes before or after a message and never in the middle of it', async () => {
    await connect('ada', 'rosa');
    const id = await open('ada', 'rosa');
    const ends = test.dataSource.transaction(async (manager) => {
      await createRepositories(manager).connections.lockPair(idOf('ada'), idOf('rosa'));
      await manager.query(`update member_connection set status = 'CLOSED', connected_at = null, closed_at = $1`, [
        clock.now(),
      ]);
      await manager.query('insert into member_block (blocker_id, blocked_id, since) values ($1, $2, $3)', [
        idOf('rosa'),
        idOf('ada'),
        clock.now(),
      ]);
    });
    const answers = await Promise.all([...Array.from({ length: 6 }, () => send('ada', id)), ends]);
    const said = answers.filter((answer) => answer?.__typename === 'SendMessageSuccess').length;
    expect(bodies(await read('ada', id))).toHaveLength(said);
    expect(await send('ada', id)).toMatchObject({ __typename: 'IllegalTransitionError' });
  });

  it('comes for one who leaves: they keep what was said until then, and the rest goes on', async () => {
    const { conversations } = createRepositories(test.dataSource.manager, {
      clock,
      ids: { ordered: () => missing as never, random: () => crypto.randomUUID() as never },
      campusZone: 'UTC',
      hasMail: false,
    });
    const sourceId = crypto.randomUUID();
    const id = await conversations.openFor({
      kind: 'CIRCLE',
      sourceId,
      members: [idOf('ada'), idOf('rosa'), idOf('mo')],
    });
    expect((await listed('mo')).conversations.edges).toHaveLength(1);
    await send('ada', id, { body: 'Before.' });
    await conversations.leave('CIRCLE', sourceId, idOf('mo'));
    clock.advance(1000);
    await send('ada', id, { body: 'After.' });
    expect(bodies(await read('mo', id))).toEqual(['Before.']);
    expect(await read('mo', id)).toMatchObject({ status: 'LEFT', viewerActions: ['READ', 'HIDE'] });
    expect(await send('mo', id)).toMatchObject({ __typename: 'IllegalTransitionError' });
    await conversations.openFor({ kind: 'CIRCLE', sourceId, members: [idOf('omar')] });
    expect(bodies(await read('omar', id))).toEqual([]);
    expect((await read('ada', id))?.participants.map(({ name, hasLeft }) => [name.split(' ')[0], hasLeft])).toEqual(
      expect.arrayContaining([
        ['mo', true],
        ['omar', false],
      ]),
    );
    await conversations.close('CIRCLE', sourceId);
    expect(await send('ada', id)).toMatchObject({ __typename: 'IllegalTransitionError' });
    expect(bodies(await read('ada', id))).toEqual(['After.', 'Before.']);
  });
});

describe('the list of conversations', () => {
  it('has the newest first, page by page, and reads with the same few statements however long it is', async () => {
    const ids: string[] = [];
    for (const other of ['rosa', 'mo', 'omar']) {
      await connect('ada', other);
      const id = await open('ada', other);
      clock.advance(1000);
      await send(other, id);
      ids.unshift(id);
    }
    const first = await listed('ada', 2);
    const second = await listed('ada', 2, first.conversations.pageInfo.endCursor);
    expect([...first.conversations.edges, ...second.conversations.edges].map(({ node }) => node.id)).toEqual(ids);
    const one = await test.countStatements(() => listed('ada', 1));
    const three = await test.countStatements(() => listed('ada', 3));
    expect(three.length).toBe(one.length);
  });

  it('pages the messages backwards while new ones come', async () => {
    await connect('ada', 'rosa');
    const id = await open('ada', 'rosa');
    for (const body of ['1', '2', '3', '4']) await send('ada', id, { body });
    const page = async (after?: string) => {
      const { data } = await test.run(
        'rosa',
        'query ($id: ID!, $after: String) { conversation(id: $id) { messages(first: 2, after: $after) { edges { node { body } } pageInfo { endCursor hasNextPage } } } }',
        { id, after },
      );
      const conversation = data?.['conversation'] as Shown | undefined;
      if (conversation === undefined) throw new Error('there is a conversation');
      return conversation.messages;
    };
    const newest = await page();
    await send('ada', id, { body: '5' });
    const older = await page(newest.pageInfo.endCursor);
    expect([...newest.edges, ...older.edges].map(({ node }) => node.body)).toEqual(['4', '3', '2', '1']);
    expect(older.pageInfo.hasNextPage).toBe(false);
  });
});
