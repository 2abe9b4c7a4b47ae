import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestService, TestClock, testStart, waitFor, type TestService } from '@guildhall/testing';
import { ask } from './ask.js';
import { Fixture, learning, missingId, type TestMember } from './fixture.js';
import { eventOf, HandoverFixture, type Succession } from './handover-fixture.js';

const clock = new TestClock(testStart);
let test: TestService;
let fixture: Fixture;
let handovers: HandoverFixture;
let uma: TestMember;
let eve: TestMember;

beforeAll(async () => {
  test = await startTestService(learning, { clock });
  fixture = new Fixture(test);
  handovers = new HandoverFixture(test, fixture, clock);
  uma = await handovers.person('uma');
  eve = await handovers.person('eve');
  await fixture.mandate(uma, 'UNION_OFFICER');
});
afterAll(() => test.stop());

const item = { title: 'The hall', words: 'Ask Mo at the desk.' };

async function shadowing(): Promise<Succession & { readonly itemId: string }> {
  const made = await handovers.succession();
  const itemId = await handovers.fill(made);
  await handovers.act(made.outgoing, 'handOver', { capsuleId: made.capsuleId });
  await handovers.act(made.successor, 'startHandoverShadowing', { capsuleId: made.capsuleId });
  return { ...made, itemId };
}

describe('a handover', () => {
  it('goes from the one who leaves to the one who takes over', async () => {
    const { capsuleId, outgoing, successor, groupId } = await handovers.succession();
    const fields = 'status viewerRole viewerActions sections { isDone } items { title words }';
    expect(await handovers.read(outgoing, capsuleId, fields)).toEqual({
      status: 'OPEN',
      viewerRole: 'OUTGOING',
      viewerActions: ['WRITE'],
      sections: Array.from({ length: 5 }, () => ({ isDone: false })),
      items: [],
    });
    const itemId = await handovers.fill({ capsuleId, outgoing });
    expect(await handovers.read(successor, capsuleId, fields)).toMatchObject({ items: null, viewerActions: [] });
    expect(await handovers.act(outgoing, 'handOver', { capsuleId })).toMatchObject({
      capsule: { status: 'OUTGOING_FILLED', viewerActions: ['WRITE', 'ANSWER'] },
    });
    expect(await handovers.read(successor, capsuleId, fields)).toMatchObject({
      items: [{ title: 'The mailbox', words: 'Omar owns it.' }],
      viewerActions: ['START_SHADOWING', 'ASK'],
    });
    expect(await handovers.act(successor, 'startHandoverShadowing', { capsuleId })).toMatchObject({
      capsule: { status: 'SHADOWING', viewerActions: ['TICK', 'ASK'] },
    });
    const ticked = await handovers.act(successor, 'tickHandoverItem', { itemId, isTicked: true });
    expect(ticked).toMatchObject({
      item: { tickedAt: testStart },
      capsule: { viewerActions: ['TICK', 'ASK', 'ACCEPT'] },
    });
    expect(await handovers.act(successor, 'acceptHandover', { capsuleId })).toMatchObject({
      capsule: { status: 'ACCEPTED', viewerActions: ['ASK'] },
    });
    expect(await handovers.told(capsuleId)).toEqual([
      { notice: 'HANDOVER_OPENED', memberIds: [successor.id, outgoing.id] },
      { notice: 'HANDOVER_CHANGED', memberIds: [successor.id] },
      { notice: 'HANDOVER_CHANGED', memberIds: [outgoing.id] },
      { notice: 'HANDOVER_CHANGED', memberIds: [outgoing.id] },
    ]);
    const access: unknown[] = await test.dataSource.query(
      `select data from outbox_event where name = 'ShadowAccessStarted' and aggregate_id = $1`,
      [capsuleId],
    );
    const until = handovers.at(30).toISOString();
    expect(access).toEqual([{ data: { capsuleId, groupId, memberId: successor.id, from: testStart, until } }]);
  });

  it('shows where it stands to union officers and officers of the group, and nothing that is in it', async () => {
    const { capsuleId, groupId, itemId } = await shadowing();
    const colleague = await handovers.person('cleo');
    const mandate =
      'insert into actor_mandate (mandate_id, member_id, group_id, kind, starts_at, ends_at) values ($1, $2, $3, $4, $5, $6)';
    await test.dataSource.query(mandate, [
      randomUUID(),
      colleague.id,
      groupId,
      'TREASURER',
      handovers.at(-9),
      handovers.at(9),
    ]);
    const fields =
      'status viewerRole viewerActions sections { count } items { title } questions { words } calendar { isOpen } officers { until }';
    for (const watcher of [uma, colleague]) {
      expect(await handovers.read(watcher, capsuleId, fields)).toEqual({
        status: 'SHADOWING',
        viewerRole: 'WATCHER',
        viewerActions: [],
        sections: null,
        items: null,
        questions: null,
        calendar: null,
        officers: null,
      });
      expect(await handovers.act(watcher, 'addHandoverItem', { capsuleId, section: 'ADVICE', item })).toMatchObject({
        __typename: 'NotAllowedError',
      });
      expect(await handovers.act(watcher, 'acceptHandover', { capsuleId })).toMatchObject({
        __typename: 'NotAllowedError',
      });
      expect(await handovers.act(watcher, 'editHandoverItem', { itemId, version: 1, item })).toMatchObject({
        __typename: 'NotFoundError',
      });
    }
  });

  it('is to everybody else as if there were none', async () => {
    const { capsuleId, itemId, successor } = await shadowing();
    const asked = await handovers.act(successor, 'askHandoverQuestion', { capsuleId, words: 'Who has the key?' });
    const acts = (capsule: string, thing: string, question: string) =>
      [
        ['handOver', { capsuleId: capsule }],
        ['startHandoverShadowing', { capsuleId: capsule }],
        ['acceptHandover', { capsuleId: capsule }],
        ['addHandoverItem', { capsuleId: capsule, section: 'ADVICE', item }],
        ['setHandoverSection', { capsuleId: capsule, section: 'ADVICE', hasNothing: true }],
        ['askHandoverQuestion', { capsuleId: capsule, words: 'Who?' }],
        ['editHandoverItem', { itemId: thing, version: 1, item }],
        ['removeHandoverItem', { itemId: thing }],
        ['tickHandoverItem', { itemId: thing, isTicked: true }],
        ['answerHandoverQuestion', { questionId: question, words: 'Mo.' }],
      ] as const;
    for (const who of [eve, undefined]) {
      expect(await handovers.read(who, capsuleId, 'id')).toBeNull();
      const hidden = acts(capsuleId, itemId, asked.question?.id ?? '');
      const missing = acts(missingId, missingId, missingId);
      for (const [index, [name, input]] of hidden.entries()) {
        const answer = await handovers.act(who, name, input);
        expect(answer).toMatchObject({ __typename: 'NotFoundError' });
        expect(answer).toEqual(await handovers.act(who, name, missing[index]?.[1] ?? {}));
      }
    }
  });

  it('refuses what its state does not allow', async () => {
    const { capsuleId, outgoing, successor } = await handovers.succession();
    const illegal = { __typename: 'IllegalTransitionError' };
    expect(await handovers.act(outgoing, 'handOver', { capsuleId })).toMatchObject(illegal);
    expect(await handovers.act(successor, 'startHandoverShadowing', { capsuleId })).toMatchObject(illegal);
    expect(await handovers.act(successor, 'acceptHandover', { capsuleId })).toMatchObject(illegal);
    expect(await handovers.act(successor, 'askHandoverQuestion', { capsuleId, words: 'Who?' })).toMatchObject(illegal);
    const itemId = await handovers.fill({ capsuleId, outgoing });
    await handovers.act(outgoing, 'handOver', { capsuleId });
    expect(await handovers.act(successor, 'tickHandoverItem', { itemId, isTicked: true })).toMatchObject(illegal);
    await handovers.act(successor, 'startHandoverShadowing', { capsuleId });
    expect(await handovers.act(successor, 'acceptHandover', { capsuleId })).toMatchObject(illegal);
    await handovers.act(successor, 'tickHandoverItem', { itemId, isTicked: true });
    await handovers.act(successor, 'acceptHandover', { capsuleId });
    for (const [name, input] of [
      ['addHandoverItem', { capsuleId, section: 'ADVICE', item }],
      ['setHandoverSection', { capsuleId, section: 'ADVICE', hasNothing: false }],
      ['editHandoverItem', { itemId, version: 2, item }],
      ['removeHandoverItem', { itemId }],
    ] as const)
      expect(await handovers.act(outgoing, name, input)).toMatchObject(illegal);
    await test.dataSource.query(`update handover_capsule set status = 'SEALED', sealed_at = $2 where id = $1`, [
      capsuleId,
      clock.now(),
    ]);
    const [question] = await test.dataSource.query(
      `insert into handover_question (id, capsule_id, words, asked_at, version) values ($1, $2, 'Who?', $3, 1) returning id`,
      [randomUUID(), capsuleId, clock.now()],
    );
    expect(
      await handovers.act(outgoing, 'answerHandoverQuestion', { questionId: question.id, words: 'Mo.' }),
    ).toMatchObject(illegal);
  });
});

describe('what is written', () => {
  it('is written once under one key, changed over the version that was read, and taken back', async () => {
    const { capsuleId, outgoing } = await handovers.succession();
    const input = { capsuleId, section: 'CONTACTS', item, idempotencyKey: randomUUID() };
    const added = await handovers.act(outgoing, 'addHandoverItem', input);
    expect(await handovers.act(outgoing, 'addHandoverItem', input)).toEqual(added);
    const itemId = added.item?.id ?? '';
    const other = await handovers.act(outgoing, 'addHandoverItem', { ...input, section: 'ADVICE' });
    expect(other.__typename).toBe('ConflictError');
    const edited = await handovers.act(outgoing, 'editHandoverItem', {
      itemId,
      version: 1,
      item: { ...item, title: 'The big hall' },
    });
    expect(edited).toMatchObject({ item: { title: 'The big hall', version: 2 } });
    expect(await handovers.act(outgoing, 'editHandoverItem', { itemId, version: 1, item })).toMatchObject({
      __typename: 'ConflictError',
    });
    expect(
      await handovers.act(outgoing, 'setHandoverSection', { capsuleId, section: 'CONTACTS', hasNothing: true }),
    ).toMatchObject({ __typename: 'ConflictError' });
    expect(await handovers.act(outgoing, 'removeHandoverItem', { itemId })).toMatchObject({
      capsule: { status: 'OPEN' },
    });
    expect(await handovers.read(outgoing, capsuleId, 'items { id }')).toEqual({ items: [] });
  });

  it('never holds what looks like a secret, in questions and answers neither', async () => {
    const { capsuleId, outgoing, successor, itemId } = await shadowing();
    const secret = 'The password is hunter2';
    const refused = (path: string) => ({
      __typename: 'ValidationError',
      fields: [{ path, rule: 'CONTRADICTION' }],
    });
    const withSecret = { title: 'Instagram', words: secret };
    expect(
      await handovers.act(outgoing, 'addHandoverItem', { capsuleId, section: 'ACCOUNTS', item: withSecret }),
    ).toMatchObject(refused('item.words'));
    expect(await handovers.act(outgoing, 'editHandoverItem', { itemId, version: 1, item: withSecret })).toMatchObject(
      refused('item.words'),
    );
    expect(await handovers.act(successor, 'askHandoverQuestion', { capsuleId, words: secret })).toMatchObject(
      refused('words'),
    );
    const asked = await handovers.act(successor, 'askHandoverQuestion', { capsuleId, words: 'Who has the key?' });
    const questionId = asked.question?.id;
    expect(await handovers.act(outgoing, 'answerHandoverQuestion', { questionId, words: secret })).toMatchObject(
      refused('words'),
    );
    expect(await handovers.count(`handover_item where words like '%hunter2%'`)).toBe(0);
    expect(await handovers.act(outgoing, 'answerHandoverQuestion', { questionId, words: 'Mo.' })).toMatchObject({
      question: { answer: 'Mo.' },
    });
    expect(await handovers.read(successor, capsuleId, 'questions { words answer answeredBy { id } }')).toEqual({
      questions: [{ words: 'Who has the key?', answer: 'Mo.', answeredBy: { id: outgoing.id } }],
    });
  });

  it('is asked once under one key, and each is told of the other', async () => {
    const { capsuleId, outgoing, successor } = await shadowing();
    const before = (await handovers.told(capsuleId)).length;
    const input = { capsuleId, words: 'Who has the key?', idempotencyKey: randomUUID() };
    const asked = await handovers.act(successor, 'askHandoverQuestion', input);
    expect(await handovers.act(successor, 'askHandoverQuestion', input)).toEqual(asked);
    await handovers.act(outgoing, 'answerHandoverQuestion', { questionId: asked.question?.id, words: 'Mo.' });
    expect((await handovers.told(capsuleId)).slice(before)).toEqual([
      { notice: 'HANDOVER_CHANGED', memberIds: [outgoing.id] },
      { notice: 'HANDOVER_CHANGED', memberIds: [successor.id] },
    ]);
  });

  it('is ticked anew after it was changed', async () => {
    const { outgoing, successor, itemId } = await shadowing();
    const ticked = await handovers.act(successor, 'tickHandoverItem', { itemId, isTicked: true });
    expect(await handovers.act(successor, 'tickHandoverItem', { itemId, isTicked: true })).toEqual(ticked);
    const edited = await handovers.act(outgoing, 'editHandoverItem', { itemId, version: ticked.item?.version, item });
    expect(edited.item?.tickedAt).toBeNull();
    expect(await handovers.act(successor, 'tickHandoverItem', { itemId, isTicked: false })).toMatchObject({
      item: { tickedAt: null },
    });
  });

  it('has an end', async () => {
    const { capsuleId, outgoing, successor } = await shadowing();
    await test.dataSource.query(
      `insert into handover_item (id, capsule_id, section, title, words, version)
       select gen_random_uuid(), $1, 'ADVICE', 'Advice ' || n, '', 1 from generate_series(1, 199) n`,
      [capsuleId],
    );
    await test.dataSource.query(
      `insert into handover_question (id, capsule_id, words, asked_at, version)
       select gen_random_uuid(), $1, 'Question ' || n, $2, 1 from generate_series(1, 100) n`,
      [capsuleId, clock.now()],
    );
    const limit = { __typename: 'LimitReachedError' };
    expect(await handovers.act(outgoing, 'addHandoverItem', { capsuleId, section: 'ADVICE', item })).toMatchObject(
      limit,
    );
    expect(await handovers.act(successor, 'askHandoverQuestion', { capsuleId, words: 'Why?' })).toMatchObject(limit);
  });
});

describe('what fills in by itself', () => {
  it('is what the group did and plans, and who else serves it', async () => {
    const { capsuleId, groupId, outgoing, successor } = await handovers.succession();
    const treasurer = await handovers.person('tom');
    await handovers.mandate({ member: treasurer, groupId, kind: 'TREASURER', from: -9, to: 99 });
    await handovers.mandate({ member: eve, groupId, kind: 'SECRETARY', from: -99, to: -9 });
    const planned = [-400, -20, 40].map((from) => ({
      activityId: randomUUID(),
      groupId,
      startsAt: handovers.at(from).toISOString(),
      endsAt: handovers.at(from + 1).toISOString(),
      isOpen: true,
    }));
    const events = planned.map((data) =>
      eventOf('GroupCalendar', 'GroupActivityPlanned', { subject: data.activityId, data }),
    );
    const called = { ...planned[2], isOpen: false };
    await test.service.receive([
      ...events,
      eventOf('GroupCalendar', 'GroupActivityPlanned', {
        subject: planned[2]?.activityId ?? '',
        sequence: 2,
        data: called,
      }),
    ]);
    await waitFor('the calendar', async () => (await handovers.count('group_activity where not is_open')) === 1);
    const fields = 'calendar { activity { id } isOpen } officers { member { id } positionKind }';
    expect(await handovers.read(outgoing, capsuleId, fields)).toEqual({
      calendar: [
        { activity: { id: planned[1]?.activityId }, isOpen: true },
        { activity: { id: planned[2]?.activityId }, isOpen: false },
      ],
      officers: [{ member: { id: treasurer.id }, positionKind: 'TREASURER' }],
    });
    expect(await handovers.read(successor, capsuleId, fields)).toEqual({ calendar: null, officers: null });
  });
});

type ListAnswer = {
  viewer: Record<
    string,
    { edges: { node: { id: string } }[]; pageInfo: { endCursor: string | null; hasNextPage: boolean } }
  >;
};

describe('the lists of handovers', () => {
  const query = (
    field: string,
  ): string => `query ($first: Int, $after: String) { viewer { ${field}(first: $first, after: $after) {
    edges { node { id status viewerRole viewerActions successor { id } sections { count } items { title } questions { words }
      calendar { isOpen } officers { until } } } pageInfo { endCursor hasNextPage } } } }`;
  const list = async (who: TestMember, field: string, variables: object = {}) =>
    (await ask<ListAnswer>(test, who.subject, query(field), { ...variables })).viewer[field];
  const idsOf = (page: Awaited<ReturnType<typeof list>>) => page?.edges.map(({ node }) => node.id) ?? [];

  it('page one’s own, the latest first, at a fixed number of statements', async () => {
    const { outgoing, capsuleId } = await handovers.succession();
    const all = [capsuleId];
    for (const _ of [1, 2, 3]) {
      const successor = await handovers.person('sue');
      const office = { groupId: randomUUID(), positionId: randomUUID() };
      await handovers.mandate({ ...office, member: outgoing, from: -99, to: 9 });
      const given = await handovers.mandate({ ...office, member: successor, from: 9, to: 99 });
      await handovers.declare(given);
      all.push((await handovers.capsuleOf(given)) ?? '');
    }
    const first = await list(outgoing, 'handovers', { first: 2 });
    const rest = await list(outgoing, 'handovers', { first: 2, after: first?.pageInfo.endCursor });
    expect([...idsOf(first), ...idsOf(rest)].sort()).toEqual([...all].sort());
    expect(rest?.pageInfo.hasNextPage).toBe(false);
    const statements = async (count: number) =>
      (await test.countStatements(() => list(outgoing, 'handovers', { first: count }))).length;
    await statements(1);
    expect(await statements(4)).toBe(await statements(1));
  });

  it('show what is not accepted to those who watch, and to nobody else', async () => {
    const { capsuleId, outgoing } = await handovers.succession();
    const done = await shadowing();
    await handovers.act(done.successor, 'tickHandoverItem', { itemId: done.itemId, isTicked: true });
    await handovers.act(done.successor, 'acceptHandover', { capsuleId: done.capsuleId });
    const watched = idsOf(await list(uma, 'watchedHandovers', { first: 100 }));
    expect(watched).toContain(capsuleId);
    expect(watched).not.toContain(done.capsuleId);
    expect(idsOf(await list(eve, 'watchedHandovers'))).toEqual([]);
    expect(idsOf(await list(outgoing, 'watchedHandovers'))).toEqual([]);
    expect(idsOf(await list(uma, 'handovers'))).toEqual([]);
  });
});

it('two who hand over at the same moment write both, and only one hands over', async () => {
  const { capsuleId, outgoing } = await handovers.succession();
  await handovers.fill({ capsuleId, outgoing });
  const answers = await Promise.all([1, 2, 3, 4].map(() => handovers.act(outgoing, 'handOver', { capsuleId })));
  expect(answers.filter(({ __typename }) => __typename === 'HandOverSuccess')).toHaveLength(1);
  expect((await handovers.told(capsuleId)).filter(({ notice }) => notice === 'HANDOVER_CHANGED')).toHaveLength(1);
});
