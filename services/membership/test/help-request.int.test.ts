import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestService, TestClock, testStart, type TestService } from '@guildhall/testing';
import type { MemberId } from '../src/member/member.js';
import { Fixture, membership } from './fixture.js';
import { HelpFixture, newKey, part, type Answer } from './help-fixture.js';

const clock = new TestClock(testStart);
const missing = '018f0000-0000-7000-8000-000000000000';
let test: TestService;
let fixture: Fixture;
let help: HelpFixture;
let people: Readonly<Record<string, MemberId>>;

beforeAll(async () => {
  test = await startTestService(membership, { clock });
  fixture = new Fixture(test);
  help = new HelpFixture(test, () => clock.now());
  const names = ['ada', 'omar', 'rosa', 'mo', 'uma', 'eve', 'lin', 'kid', 'poor', 'busy'];
  const made = await Promise.all(names.map((name) => fixture.member(name)));
  people = Object.fromEntries(made.map(({ subject, id }) => [subject, id]));
  await fixture.group('Chess', [idOf('ada'), idOf('omar')]);
  await fixture.mandate(await fixture.position(undefined, 'UNION_OFFICER', 3), idOf('uma'));
  await fixture.appointment('sys', 'ADMIN');
});
afterAll(() => test.stop());

function idOf(name: string): MemberId {
  const id = people[name];
  if (id === undefined) throw new Error(`${name} is nobody`);
  return id;
}

const typeOf = ({ __typename }: Answer): string => __typename;
const requestOf = (answer: Answer) => answer['request'] as Readonly<Record<string, unknown>>;

describe('a request for help', () => {
  it('is its author’s alone until it is posted, and keeps what others read afterwards', async () => {
    const drafted = await help.act('ada', 'draftHelpRequest', help.ask());
    const { id } = requestOf(drafted) as { id: string };
    expect(await help.see('ada', id)).toMatchObject({ status: 'DRAFT', viewerActions: ['REVISE', 'POST', 'CANCEL'] });
    expect(await help.see('mo', id)).toBeNull();
    const { idempotencyKey: _key, ...ask } = help.ask({ title: 'Understand means and medians' });
    expect(typeOf(await help.act('ada', 'reviseHelpRequest', { requestId: id, ...ask }))).toBe(
      'ReviseHelpRequestSuccess',
    );
    expect(typeOf(await help.act('ada', 'postHelpRequest', { requestId: id }))).toBe('PostHelpRequestSuccess');
    expect(await help.act('ada', 'reviseHelpRequest', { requestId: id, ...ask })).toMatchObject({
      __typename: 'IllegalTransitionError',
      state: 'OPEN',
    });
    expect(await help.see('mo', id)).toMatchObject({ status: 'OPEN', viewerActions: ['OFFER', 'REPORT'] });
    expect(await help.see(undefined, id)).toBeNull();
    expect(await help.see('sys', id)).toBeNull();
  });

  it('is kept once under one key, and another input under it is a conflict', async () => {
    const ask = help.ask();
    const [first, again] = [
      await help.act('ada', 'draftHelpRequest', ask),
      await help.act('ada', 'draftHelpRequest', ask),
    ];
    expect(again).toEqual(first);
    expect(typeOf(await help.act('ada', 'draftHelpRequest', { ...ask, title: 'Another one' }))).toBe('ConflictError');
    expect(typeOf(await help.act(undefined, 'draftHelpRequest', help.ask()))).toBe('NotAllowedError');
  });

  it.each([
    ['title', { title: 'a' }],
    ['words', { words: 'short' }],
    ['language', { language: 'plain English' }],
    ['place', { place: 'x'.repeat(121) }],
    ['helpersWanted', { helpersWanted: 6 }],
    ['credits', { credits: 6 }],
    ['deadline', { deadline: '2026-12-24T09:00:00.000Z' }],
    ['deadline', { deadline: '2026-10-01T09:00:00.000Z' }],
    ['windowTo', { windowFrom: '2026-10-09T09:00:00.000Z', windowTo: '2026-10-08T09:00:00.000Z' }],
  ])('is refused with the field %s named', async (path, changes) => {
    expect(await help.act('ada', 'draftHelpRequest', help.ask(changes))).toMatchObject({
      __typename: 'ValidationError',
      fields: [{ path }],
    });
  });

  it('never asks for marked work, and says what was found', async () => {
    const words = 'Can somebody write my essay for me? Two thousand words.';
    expect(await help.act('ada', 'draftHelpRequest', help.ask({ words, isOwnWork: true }))).toMatchObject({
      __typename: 'AssessedWorkError',
      canConfirm: false,
      phrases: ['write my essay for me'],
    });
    const doubtful = { words: 'I do not know how to write my essay; where does one begin?' };
    const warned = await help.act('ada', 'draftHelpRequest', help.ask(doubtful));
    expect(warned).toMatchObject({ __typename: 'AssessedWorkError', canConfirm: true });
    const confirmed = await help.act('ada', 'draftHelpRequest', help.ask({ ...doubtful, isOwnWork: true }));
    expect(typeOf(confirmed)).toBe('DraftHelpRequestSuccess');
    const { id } = requestOf(confirmed) as { id: string };
    const { idempotencyKey: _key, ...ask } = help.ask({ words });
    expect(typeOf(await help.act('ada', 'reviseHelpRequest', { requestId: id, ...ask }))).toBe('AssessedWorkError');
    const standing = await test.run(
      'ada',
      'mutation ($input: StandByToHelpInput!) { standByToHelp(input: $input) { __typename } }',
      {
        input: {
          kind: 'EXPLAIN_TOPIC',
          title: 'I will do your homework for money',
          languages: ['en'],
          until: help.inDays(5),
          idempotencyKey: newKey(),
        },
      },
    );
    expect(standing.data).toEqual({ standByToHelp: { __typename: 'AssessedWorkError' } });
  });

  it('keeps to kinds that are fit for members under age, who are noted in the register', async () => {
    const noting = 'mutation ($input: NoteMinorInput!) { noteMinor(input: $input) { __typename } }';
    const input = { memberId: people['kid'], until: help.inDays(200) };
    const type = async (who: string, changes: object = {}) =>
      part<Answer>((await test.run(who, noting, { input: { ...input, ...changes } })).data, 'noteMinor').__typename;
    expect(await type('uma')).toBe('NotAllowedError');
    expect(await type('sys', { memberId: missing })).toBe('NotFoundError');
    expect(await type('sys', { until: help.inDays(3000) })).toBe('ValidationError');
    expect(await type('sys')).toBe('NoteMinorSuccess');
    const drafted = await help.act('kid', 'draftHelpRequest', help.ask({ kind: 'COMPANY' }));
    const { id } = requestOf(drafted) as { id: string };
    expect(await help.act('kid', 'postHelpRequest', { requestId: id })).toMatchObject({ fields: [{ path: 'kind' }] });
    const evening = await help.posted('mo', { kind: 'COMPANY', title: 'Company to the comedy night' });
    const offer = { requestId: evening, words: 'I would come', idempotencyKey: newKey() };
    expect(typeOf(await help.act('kid', 'offerHelp', offer))).toBe('NotAllowedError');
    const { data } = await test.run('kid', '{ viewer { helpDesk { kinds } } }');
    expect(data).toEqual({
      viewer: { helpDesk: { kinds: ['BORROW', 'EXPLAIN_TOPIC', 'LANGUAGE_PRACTICE', 'LOST_FOUND'] } },
    });
  });

  it('is limited in number', async () => {
    for (let count = 0; count < 10; count += 1) await help.posted('busy');
    const drafted = await help.act('busy', 'draftHelpRequest', help.ask());
    const { id } = requestOf(drafted) as { id: string };
    expect(await help.act('busy', 'postHelpRequest', { requestId: id })).toMatchObject({
      __typename: 'LimitReachedError',
      limit: 10,
    });
  });

  it('expires at its deadline, closes what was offered, and is asked again in one step and once', async () => {
    const id = await help.posted('ada', { deadline: help.inDays(3), title: 'Borrow a drill', kind: 'BORROW' });
    await help.offered('mo', id);
    clock.advance(3 * 86_400_000);
    // From the instant on nobody can offer, whether the job has run yet or not.
    expect(await help.board('eve')).not.toContain(id);
    await help.expireAll();
    expect(await help.see('ada', id)).toMatchObject({ status: 'EXPIRED', viewerActions: ['REPOST'] });
    expect(await told('ada', id)).toContain('HELP_EXPIRED');
    const answers = await Promise.all(
      [newKey(), newKey()].map((idempotencyKey) =>
        help.act('ada', 'repostHelpRequest', { requestId: id, idempotencyKey }),
      ),
    );
    expect(answers.map(typeOf).toSorted()).toEqual(['IllegalTransitionError', 'RepostHelpRequestSuccess']);
    const again = answers.flatMap((answer) => (answer['request'] as { id: string } | undefined)?.id ?? []);
    expect(await help.board('eve')).toEqual(expect.arrayContaining(again));
  });

  it('is called off for a reason that its helpers read', async () => {
    const id = await help.matched('ada', ['mo']);
    expect(await help.act('ada', 'cancelHelpRequest', { requestId: id, reason: ' ' })).toMatchObject({
      fields: [{ path: 'reason' }],
    });
    expect(typeOf(await help.act('mo', 'cancelHelpRequest', { requestId: id, reason: 'no' }))).toBe('NotAllowedError');
    expect(typeOf(await help.act('ada', 'cancelHelpRequest', { requestId: id, reason: 'Found it.' }))).toBe(
      'CancelHelpRequestSuccess',
    );
    expect(await help.see('mo', id)).toMatchObject({
      status: 'CANCELLED',
      statusReason: 'Found it.',
      matches: [{ contact: null }],
    });
    expect(await told('mo', id)).toContain('HELP_CANCELLED');
    expect(await help.see('eve', id)).toBeNull();
  });
});

describe('the board', () => {
  it('is narrowed by kind, language, time and one’s groups', async () => {
    const borrow = await help.posted('omar', { kind: 'BORROW', title: 'Borrow a tent', language: 'zh-CN' });
    const friday = await help.posted('omar', {
      windowFrom: help.inDays(4),
      windowTo: help.inDays(5),
      title: 'Carry a sofa',
      kind: 'LIFT_CARRY',
    });
    const stranger = await help.posted('lin', { kind: 'BORROW', title: 'Borrow a drill' });
    expect(await help.board('ada', { kinds: ['BORROW'] })).toEqual(expect.arrayContaining([borrow, stranger]));
    expect(await help.board('ada', { kinds: ['BORROW'] })).not.toContain(friday);
    expect(await help.board('ada', { language: 'zh-CN' })).toEqual([borrow]);
    const near = await help.board('ada', { nearMyGroups: true });
    expect(near).toEqual(expect.arrayContaining([borrow, friday]));
    expect(near).not.toContain(stranger);
    expect(await help.board('ada', { to: help.inDays(2) })).not.toContain(friday);
    expect(await help.board('ada', { from: help.inDays(6) })).not.toContain(friday);
    expect(await help.board('omar')).not.toContain(borrow);
    for (const nobody of ['sys', undefined]) expect(await help.board(nobody)).toEqual([]);
    const fault = await test.run(
      'ada',
      '{ helpRequests(filter: { kinds: [BORROW, BORROW, BORROW, BORROW, BORROW, BORROW, BORROW, BORROW, BORROW] }) { edges { cursor } } }',
    );
    expect(fault.errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
  });

  it('is paged while others post, and costs one statement per kind of thing', async () => {
    const list =
      'query ($after: String, $first: Int) { helpRequests(first: $first, after: $after) { edges { node { id title status helpersFound viewerActions requester { displayName } viewerOffer { status } } } pageInfo { endCursor hasNextPage } } }';
    const page = async (first: number, after?: string) => {
      const { data } = await test.run('rosa', list, { first, after });
      return data?.['helpRequests'] as { edges: { node: { id: string } }[]; pageInfo: { endCursor: string } };
    };
    const whole = (await help.board('rosa')).slice(0, 4);
    const first = await page(2);
    clock.advance(1_000);
    await help.posted('lin');
    const second = await page(2, first.pageInfo.endCursor);
    expect([...first.edges, ...second.edges].map(({ node }) => node.id)).toEqual(whole);
    const few = await test.countStatements(() => page(2));
    const many = await test.countStatements(() => page(20));
    expect(many).toHaveLength(few.length);
  });
});

describe('what a member asks and offers', () => {
  it('is on one page, asked with one query', async () => {
    const { data, errors } = await test.run(
      'ada',
      `{ viewer { helpDesk { requests(first: 3) { edges { node { id status viewerActions offers { id helper { displayName } } } } }
         over: requests(outstanding: false, first: 3) { edges { node { status } } }
         offers(first: 3) { edges { node { status request { title } } } } standingOffers { title } suggestions { reasons }
         settings { contactLine showsThanks } credits { balance promised promisable floor movements(first: 3) { edges { node { amount } } } } kinds } } }`,
    );
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      viewer: {
        helpDesk: {
          requests: {
            edges: expect.arrayContaining([{ node: expect.objectContaining({ status: expect.any(String) }) }]),
          },
          over: { edges: expect.arrayContaining([{ node: { status: 'CANCELLED' } }]) },
          settings: { contactLine: null, showsThanks: false },
          credits: { balance: 0, floor: -5 },
        },
      },
    });
    expect((await test.run('sys', '{ viewer { helpDesk { kinds } } }')).data).toEqual({ viewer: { helpDesk: null } });
  });

  it('suggests what fits a standing offer, with the reasons, to its maker alone', async () => {
    const standing =
      'mutation ($input: StandByToHelpInput!) { standByToHelp(input: $input) { __typename ... on StandByToHelpSuccess { standingOffer { id } } ... on ValidationError { fields { path } } } }';
    const input = {
      kind: 'LANGUAGE_PRACTICE',
      title: 'I speak Finnish with you',
      topics: ['Finnish'],
      languages: ['en', 'fi'],
      until: help.inDays(30),
      idempotencyKey: newKey(),
    };
    const bad = await test.run('eve', standing, {
      input: { ...input, languages: [], until: help.inDays(900), idempotencyKey: newKey() },
    });
    expect(bad.data?.['standByToHelp']).toMatchObject({ fields: [{ path: 'languages' }, { path: 'until' }] });
    const made = await test.run('eve', standing, { input });
    expect(made.data?.['standByToHelp']).toMatchObject({ __typename: 'StandByToHelpSuccess' });
    expect((await test.run('eve', standing, { input })).data).toEqual(made.data);
    const fitting = await help.posted('lin', { kind: 'LANGUAGE_PRACTICE', title: 'Practise finnish', language: 'fi' });
    await help.posted('lin', { kind: 'LANGUAGE_PRACTICE', title: 'Practise Danish', language: 'en' });
    await help.posted('lin', { kind: 'EXPLAIN_TOPIC', title: 'Explain Finnish tax', language: 'en' });
    const suggested = async (who: string) => {
      const { data } = await test.run(
        who,
        '{ viewer { helpDesk { suggestions { request { id } reasons standingOffer { title } } } } }',
      );
      return part<{ helpDesk: { suggestions: object[] } }>(data, 'viewer').helpDesk.suggestions;
    };
    expect(await suggested('eve')).toEqual([
      {
        request: { id: fitting },
        reasons: ['SAME_KIND', 'SAME_LANGUAGE', 'TOPIC'],
        standingOffer: { title: 'I speak Finnish with you' },
      },
    ]);
    expect(await suggested('mo')).toEqual([]);
    await help.offered('eve', fitting);
    expect(await suggested('eve')).toEqual([]);
    const ending =
      'mutation ($input: EndStandingHelpOfferInput!) { endStandingHelpOffer(input: $input) { __typename } }';
    const { id } = part<{ standingOffer: { id: string } }>(made.data, 'standByToHelp').standingOffer;
    const end = async (who: string) =>
      (await test.run(who, ending, { input: { offerId: id } })).data?.['endStandingHelpOffer'];
    expect(await end('mo')).toEqual({ __typename: 'NotFoundError' });
    expect(await end('eve')).toEqual({ __typename: 'EndStandingHelpOfferSuccess' });
    expect(await end('eve')).toEqual({ __typename: 'NotFoundError' });
  });
});

async function told(who: string, requestId: string): Promise<readonly string[]> {
  const rows: readonly { reason: string }[] = await test.dataSource.query(
    'select reason from notification where member_id = $1 and subject_id = $2',
    [people[who], requestId],
  );
  return rows.map(({ reason }) => reason);
}
