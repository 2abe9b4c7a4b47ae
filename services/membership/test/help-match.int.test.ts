import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { brokenConstraint } from '@guildhall/subgraph';
import { startTestService, TestClock, testStart, waitFor, type TestService } from '@guildhall/testing';
import { createRepositories } from '../src/app.js';
import type { MemberId } from '../src/member/member.js';
import { Fixture, membership } from './fixture.js';
import { HelpFixture, newKey, part, type Answer } from './help-fixture.js';

const clock = new TestClock(testStart);
const missing = '018f0000-0000-7000-8000-000000000000';
let test: TestService;
let help: HelpFixture;
let people: Readonly<Record<string, MemberId>>;

beforeAll(async () => {
  test = await startTestService(membership, { clock });
  const fixture = new Fixture(test);
  help = new HelpFixture(test, () => clock.now());
  const names = ['ada', 'omar', 'rosa', 'mo', 'uma', 'eve', 'lin', 'tom', 'sue', 'max', 'ivy'];
  const made = await Promise.all(names.map((name) => fixture.member(name)));
  people = Object.fromEntries(made.map(({ subject, id }) => [subject, id]));
  const office = await fixture.position(undefined, 'UNION_OFFICER', 3);
  await fixture.mandate(office, idOf('uma'), 1);
  await fixture.mandate(office, idOf('ivy'), 2);
});
afterAll(() => test.stop());

function idOf(name: string): MemberId {
  const id = people[name];
  if (id === undefined) throw new Error(`${name} is nobody`);
  return id;
}

const typeOf = ({ __typename }: Answer): string => __typename;
const nodesOf = (seen: unknown, field: string) =>
  (seen as Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>)[field] ?? [];

async function statusOf(who: string, id: string): Promise<unknown> {
  return (await help.see(who, id))?.['status'];
}

async function told(who: string, requestId: string): Promise<readonly string[]> {
  const rows: readonly { reason: string }[] = await test.dataSource.query(
    'select reason from notification where member_id = $1 and subject_id = $2 order by told_at, reason',
    [idOf(who), requestId],
  );
  return rows.map(({ reason }) => reason);
}

async function offersOf(who: string) {
  const { data } = await test.run(
    who,
    '{ viewer { helpDesk { offers(first: 100) { edges { node { id status viewerActions request { id } } } } over: offers(outstanding: false, first: 100) { edges { node { id status viewerActions request { id } } } } } } }',
  );
  const desk = part<{ helpDesk: Record<string, { edges: { node: Record<string, unknown> }[] }> }>(
    data,
    'viewer',
  ).helpDesk;
  return [...(desk['offers']?.edges ?? []), ...(desk['over']?.edges ?? [])].map(({ node }) => node);
}

const setContact = (who: string, contactLine: string, showsThanks?: boolean) =>
  test.run(
    who,
    'mutation ($input: ChangeHelpSettingsInput!) { changeHelpSettings(input: $input) { __typename ... on ChangeHelpSettingsSuccess { settings { contactLine showsThanks } } ... on ValidationError { fields { path } } } }',
    { input: { contactLine, showsThanks } },
  );

const blocking = 'mutation ($input: BlockMemberInput!) { blockMember(input: $input) { __typename } }';

describe('an offer', () => {
  it('is the requester’s to read, and to everybody else the request only asks', async () => {
    const id = await help.posted('ada');
    await help.offered('mo', id);
    expect(await help.see('ada', id)).toMatchObject({
      status: 'OFFERED',
      offers: [{ words: 'I can help.', helper: { displayName: 'mo' }, viewerActions: ['ACCEPT', 'DECLINE'] }],
    });
    expect(await told('ada', id)).toEqual(['HELP_OFFERED']);
    for (const other of ['mo', 'eve']) expect(await help.see(other, id)).toMatchObject({ status: 'OPEN', offers: [] });
    expect((await help.see('eve', id))?.['viewerActions']).toEqual(['OFFER', 'REPORT']);
    expect(await help.see('mo', id)).toMatchObject({
      viewerActions: ['REPORT'],
      viewerOffer: { status: 'OFFERED', viewerActions: ['WITHDRAW'] },
    });
  });

  it('is made once, not to oneself, not about marked work and not to what is hidden', async () => {
    const id = await help.posted('ada');
    const input = { requestId: id, words: 'I can help.', idempotencyKey: newKey() };
    const first = await help.act('mo', 'offerHelp', input);
    expect(await help.act('mo', 'offerHelp', input)).toEqual(first);
    expect(typeOf(await help.act('mo', 'offerHelp', { ...input, idempotencyKey: newKey() }))).toBe(
      'IllegalTransitionError',
    );
    expect(typeOf(await help.act('ada', 'offerHelp', { ...input, idempotencyKey: newKey() }))).toBe('NotAllowedError');
    expect(typeOf(await help.act('eve', 'offerHelp', { ...input, words: ' ', idempotencyKey: newKey() }))).toBe(
      'ValidationError',
    );
    const paid = { ...input, words: 'I will write your essay for money', idempotencyKey: newKey() };
    expect(typeOf(await help.act('eve', 'offerHelp', paid))).toBe('AssessedWorkError');
    const nowhere = await help.act('eve', 'offerHelp', { ...input, requestId: missing, idempotencyKey: newKey() });
    expect(nowhere).toMatchObject({ __typename: 'NotFoundError', kind: 'HelpRequest' });
    expect(await help.act(undefined, 'offerHelp', { ...input, idempotencyKey: newKey() })).toEqual(nowhere);
  });

  it('that was declined looks to its helper like one that nobody answered, to the last field', async () => {
    const [declined, waiting] = [await help.posted('ada'), await help.posted('ada')];
    const offerId = await help.offered('mo', declined);
    await help.offered('mo', waiting);
    const masked = async (id: string) => {
      const seen = JSON.stringify(await help.see('mo', id));
      const listed = (await offersOf('mo')).find((offer) => (offer['request'] as { id: string } | null)?.id === id);
      return [seen, JSON.stringify(listed)].map((text) => text.replaceAll(/[0-9a-f-]{36}/g, 'ID'));
    };
    const open = await masked(waiting);
    expect(await masked(declined)).toEqual(open);
    const answer = await help.act('ada', 'declineHelpOffer', { offerId });
    expect(typeOf(answer)).toBe('DeclineHelpOfferSuccess');
    expect(await statusOf('ada', declined)).toBe('OPEN');
    expect(nodesOf(await help.see('ada', declined), 'offers')).toEqual([]);
    expect(await masked(declined)).toEqual(open);
    expect(await told('mo', declined)).toEqual([]);
    // Again changes nothing: the helper may offer once more and is unseen once more.
    expect(typeOf(await help.act('mo', 'withdrawHelpOffer', { offerId }))).toBe('WithdrawHelpOfferSuccess');
    await help.offered('mo', declined);
    expect(await masked(declined)).toEqual(open);
    expect(await statusOf('ada', declined)).toBe('OPEN');
    expect(nodesOf(await help.see('ada', declined), 'offers')).toEqual([]);
    expect((await told('ada', declined)).length).toBe(1);
    // What ends both ends them alike.
    for (const requestId of [declined, waiting])
      await help.act('ada', 'cancelHelpRequest', { requestId, reason: 'Done.' });
    const closed = (await offersOf('mo')).filter(({ request }) => request === null);
    expect(closed).toEqual(closed.map(({ id }) => ({ id, status: 'CLOSED', viewerActions: [], request: null })));
    expect(closed.length).toBeGreaterThanOrEqual(2);
  });

  it('can be taken back before it is accepted, by its helper alone', async () => {
    const id = await help.posted('ada');
    const offerId = await help.offered('mo', id);
    expect(typeOf(await help.act('eve', 'withdrawHelpOffer', { offerId }))).toBe('NotFoundError');
    expect(typeOf(await help.act('ada', 'withdrawHelpOffer', { offerId }))).toBe('NotAllowedError');
    expect(typeOf(await help.act('mo', 'declineHelpOffer', { offerId }))).toBe('NotAllowedError');
    expect(typeOf(await help.act('mo', 'withdrawHelpOffer', { offerId }))).toBe('WithdrawHelpOfferSuccess');
    expect(await statusOf('ada', id)).toBe('OPEN');
    expect(typeOf(await help.act('mo', 'withdrawHelpOffer', { offerId }))).toBe('IllegalTransitionError');
    expect(typeOf(await help.accept('ada', id, [offerId]))).toBe('NotFoundError');
  });
});

describe('a match', () => {
  it('opens contact and a conversation both ways, only then, and closes them when it ends from either side', async () => {
    await setContact('ada', ' ada@campus, any time ');
    await setContact('mo', 'Room 12');
    const id = await help.posted('ada');
    const offerId = await help.offered('mo', id);
    expect(nodesOf(await help.see('ada', id), 'matches')).toEqual([]);
    const input = { requestId: id, offerIds: [offerId], idempotencyKey: newKey() };
    const matched = await help.act('ada', 'acceptHelpOffers', input);
    expect(matched).toMatchObject({ __typename: 'AcceptHelpOffersSuccess', request: { status: 'MATCHED' } });
    expect(await help.act('ada', 'acceptHelpOffers', input)).toEqual(matched);
    expect(await help.see('ada', id)).toMatchObject({
      matches: [{ contact: 'Room 12', conversation: { id: expect.any(String) }, viewerActions: ['UNMATCH'] }],
      suggestedPlaces: expect.arrayContaining(['LIBRARY_FOYER']),
    });
    expect(await help.see('mo', id)).toMatchObject({
      status: 'MATCHED',
      matches: [{ contact: 'ada@campus, any time' }],
    });
    expect(await help.see('eve', id)).toBeNull();
    expect(await told('mo', id)).toEqual(['HELP_MATCHED']);
    const [match] = nodesOf(await help.see('mo', id), 'matches');
    expect(typeOf(await help.act('eve', 'unmatchHelp', { matchId: match?.['id'] }))).toBe('NotFoundError');
    expect(typeOf(await help.act('mo', 'unmatchHelp', { matchId: match?.['id'] }))).toBe('UnmatchHelpSuccess');
    expect(await help.see('ada', id)).toMatchObject({ status: 'OPEN', helpersFound: 0, matches: [] });
    expect(await help.see('mo', id)).toMatchObject({ status: 'OPEN', matches: [], viewerActions: ['OFFER', 'REPORT'] });
    expect((await told('ada', id)).toSorted()).toEqual(['HELP_OFFERED', 'HELP_UNMATCHED']);
    const [conversation]: readonly { closed: boolean }[] = await test.dataSource.query(
      'select closed_at is not null as closed from conversation where source_id = $1',
      [match?.['id']],
    );
    expect(conversation).toEqual({ closed: true });
    expect(typeOf(await help.act('mo', 'unmatchHelp', { matchId: match?.['id'] }))).toBe('NotFoundError');
  });

  it('is never one too many, however many are accepted at once', async () => {
    const id = await help.posted('ada', { helpersWanted: 2 });
    const offers: string[] = [];
    for (const helper of ['mo', 'eve', 'lin']) offers.push(await help.offered(helper, id));
    expect(await help.accept('ada', id, offers)).toMatchObject({ __typename: 'LimitReachedError', limit: 2 });
    expect(await help.accept('ada', id, [])).toMatchObject({ fields: [{ path: 'offerIds' }] });
    expect(typeOf(await help.accept('ada', id, [missing]))).toBe('NotFoundError');
    const answers = await Promise.all(offers.map((offerId) => help.accept('ada', id, [offerId])));
    expect(answers.map(typeOf).filter((type) => type === 'AcceptHelpOffersSuccess')).toHaveLength(2);
    const [row]: readonly { live: number }[] = await test.dataSource.query(
      "select count(*)::int as live from help_match where request_id = $1 and status = 'LIVE'",
      [id],
    );
    expect(row?.live).toBe(2);
    // The database holds it alone, too.
    const { helpMatches } = createRepositories(test.dataSource.manager);
    const [taken] = await test.dataSource.query('select * from help_match where request_id = $1 and seat = 1', [id]);
    const extra = (seat: number) =>
      helpMatches.add({
        id: idOf('ada') as never,
        requestId: id as never,
        helpersWanted: 2,
        helperId: taken.helper_id,
        seat,
        status: 'LIVE',
        thanks: undefined,
        thankedAt: undefined,
        matchedAt: clock.now(),
        endedAt: undefined,
        version: 1,
      });
    await expect(extra(3).catch((error: unknown) => brokenConstraint(error))).resolves.toBe('help_match_seat_wanted');
    await expect(extra(1).catch((error: unknown) => brokenConstraint(error))).resolves.toMatch(/help_match_one_per/);
  });

  it('goes on asking until all helpers are found, and those who stay keep what they agreed on', async () => {
    const id = await help.posted('ada', { helpersWanted: 2 });
    const [first, second] = [await help.offered('mo', id), await help.offered('eve', id)];
    await help.accept('ada', id, [first]);
    expect(await help.see('lin', id)).toMatchObject({
      status: 'OPEN',
      helpersFound: 1,
      viewerActions: ['OFFER', 'REPORT'],
    });
    await help.accept('ada', id, [second]);
    expect(await help.see('lin', id)).toBeNull();
    const meeting = { requestId: id, place: 'The union café', at: help.inDays(2) };
    expect(await help.act('mo', 'proposeHelpMeeting', { ...meeting, at: help.inDays(-1) })).toMatchObject({
      fields: [{ path: 'at' }],
    });
    await help.act('mo', 'proposeHelpMeeting', meeting);
    expect(await help.see('ada', id)).toMatchObject({
      status: 'MATCHED',
      meeting: { awaiting: 2, agreedByViewer: false },
    });
    await help.act('ada', 'agreeHelpMeeting', meeting);
    const stale = { ...meeting, at: help.inDays(3) };
    expect(typeOf(await help.act('eve', 'agreeHelpMeeting', stale))).toBe('ConflictError');
    expect(typeOf(await help.act('mo', 'agreeHelpMeeting', meeting))).toBe('NotAllowedError');
    const [, leaving] = nodesOf(await help.see('ada', id), 'matches');
    // The one who has not agreed leaves: the two others have.
    await help.act('ada', 'unmatchHelp', { matchId: leaving?.['id'] });
    expect(await help.see('mo', id)).toMatchObject({ status: 'ARRANGED', meeting: { awaiting: 0 } });
    expect(await help.see('eve', id)).toBeNull();
    await help.act('ada', 'proposeHelpMeeting', { ...meeting, place: 'The main gate' });
    expect(await help.see('mo', id)).toMatchObject({ status: 'MATCHED', meeting: { place: 'The main gate' } });
  });

  it('is ended or called done, never both', async () => {
    const id = await help.arranged('ada', ['mo']);
    const [match] = nodesOf(await help.see('ada', id), 'matches');
    const answers = await Promise.all([
      help.act('ada', 'unmatchHelp', { matchId: match?.['id'] }),
      help.act('mo', 'claimHelpDone', { requestId: id }),
    ]);
    expect(answers.filter(({ __typename }) => __typename.endsWith('Success'))).toHaveLength(1);
    const seen = await help.see('ada', id);
    expect([seen?.['status'], nodesOf(seen, 'matches').length]).toEqual(
      typeOf(answers[0]) === 'UnmatchHelpSuccess' ? ['OPEN', 0] : ['DONE_CLAIMED', 1],
    );
  });
});

describe('help that was given', () => {
  it('is confirmed by the other side, thanked for once, and counted only where it is wished', async () => {
    const id = await help.claimed('ada', ['mo'], { credits: 1 });
    expect(await told('mo', id)).toContain('HELP_DONE_CLAIMED');
    expect(typeOf(await help.act('ada', 'confirmHelpDone', { requestId: id, idempotencyKey: newKey() }))).toBe(
      'NotAllowedError',
    );
    const before = [await help.balance('ada'), await help.balance('mo')];
    const input = { requestId: id, idempotencyKey: newKey() };
    const confirmed = await help.act('mo', 'confirmHelpDone', input);
    expect(confirmed).toMatchObject({ request: { status: 'COMPLETED' } });
    expect(await help.act('mo', 'confirmHelpDone', input)).toEqual(confirmed);
    expect([await help.balance('ada'), await help.balance('mo')]).toEqual([(before[0] ?? 0) - 1, (before[1] ?? 0) + 1]);
    const [match] = nodesOf(await help.see('ada', id), 'matches');
    expect(match).toMatchObject({ viewerActions: ['THANK'], contact: null });
    const thanking = { matchId: match?.['id'], words: 'It is clear as day now.' };
    expect(await help.act('ada', 'thankHelper', { ...thanking, words: ' ' })).toMatchObject({
      fields: [{ path: 'words' }],
    });
    expect(typeOf(await help.act('mo', 'thankHelper', thanking))).toBe('NotAllowedError');
    expect(typeOf(await help.act('ada', 'thankHelper', thanking))).toBe('ThankHelperSuccess');
    expect(typeOf(await help.act('ada', 'thankHelper', thanking))).toBe('IllegalTransitionError');
    expect(await help.see('mo', id)).toMatchObject({ matches: [{ thanks: 'It is clear as day now.' }] });
    const count = async () =>
      (await test.run('eve', 'query ($id: ID!) { member(id: $id) { thanksReceived } }', { id: idOf('mo') })).data;
    expect(await count()).toEqual({ member: { thanksReceived: null } });
    const kept = await setContact('mo', '', true);
    expect(kept.data?.['changeHelpSettings']).toMatchObject({ settings: { contactLine: null, showsThanks: true } });
    expect(await count()).toEqual({ member: { thanksReceived: 1 } });
    const long = await setContact('mo', 'x'.repeat(121));
    expect(long.data?.['changeHelpSettings']).toMatchObject({ fields: [{ path: 'contactLine' }] });
    expect((await setContact('nobody', 'x')).data?.['changeHelpSettings']).toMatchObject({
      __typename: 'NotAllowedError',
    });
  });

  it('counts as confirmed after a week of silence, and not before', async () => {
    const id = await help.claimed('ada', ['mo']);
    const run = () =>
      test.dataSource.query(
        "select graphile_worker.reschedule_jobs(array(select id from graphile_worker.jobs where task_identifier = 'complete-silent-help' and locked_at is null), run_at := now())",
      );
    await run();
    expect(await statusOf('ada', id)).toBe('DONE_CLAIMED');
    clock.advance(7 * 86_400_000);
    expect(
      typeOf(
        await help.act('mo', 'disputeHelp', { requestId: id, words: 'Too late for that.', idempotencyKey: newKey() }),
      ),
    ).toBe('IllegalTransitionError');
    await waitFor('silence counts as yes', async () => {
      await run();
      return (await statusOf('ada', id)) === 'COMPLETED';
    });
    expect(await told('ada', id)).toContain('HELP_COMPLETED');
  });
});

describe('a dispute', () => {
  it('waits for an officer who took no part, and moves credits only when it was done', async () => {
    const [done, undone] = [
      await help.claimed('tom', ['uma'], { credits: 1 }),
      await help.claimed('tom', ['uma'], { credits: 1 }),
    ];
    for (const requestId of [done, undone]) {
      const input = { requestId, words: 'We only met for five minutes.', idempotencyKey: newKey() };
      expect(typeOf(await help.act('tom', 'disputeHelp', input))).toBe('NotAllowedError');
      expect(await help.act('uma', 'disputeHelp', { ...input, words: 'no' })).toMatchObject({
        fields: [{ path: 'words' }],
      });
      const key = { ...input, idempotencyKey: newKey() };
      const disputed = await help.act('uma', 'disputeHelp', key);
      expect(disputed).toMatchObject({ request: { status: 'DISPUTED' } });
      expect(await help.act('uma', 'disputeHelp', key)).toEqual(disputed);
    }
    const queue = async (who: string) => {
      const { data } = await test.run(
        who,
        '{ helpDisputes { edges { node { request { id viewerActions } raisedBy { displayName } words } } } }',
      );
      return part<{ edges: { node: { request: { id: string } } }[] }>(data, 'helpDisputes').edges.map(
        ({ node }) => node.request.id,
      );
    };
    expect(await queue('ivy')).toEqual([done, undone]);
    for (const other of ['uma', 'tom', 'eve']) expect(await queue(other)).toEqual([]);
    expect(await told('ivy', done)).toEqual(['HELP_DISPUTED']);
    const settle = (who: string, requestId: string, decision: string, reason = 'Both said that they met.') =>
      help.act(who, 'settleHelpDispute', { requestId, decision, reason });
    expect(typeOf(await settle('uma', done, 'COMPLETED'))).toBe('NotAllowedError');
    expect(await settle('eve', done, 'COMPLETED')).toMatchObject({ __typename: 'NotFoundError' });
    expect(await settle('ivy', done, 'COMPLETED', 'ok')).toMatchObject({ fields: [{ path: 'reason' }] });
    expect(await help.balance('uma')).toBe(0);
    expect(await settle('ivy', done, 'COMPLETED')).toMatchObject({ __typename: 'SettleHelpDisputeSuccess' });
    expect(await settle('ivy', undone, 'CANCELLED')).toMatchObject({ __typename: 'SettleHelpDisputeSuccess' });
    expect(typeOf(await settle('ivy', done, 'CANCELLED'))).toBe('NotFoundError');
    expect([await help.balance('tom'), await help.balance('uma')]).toEqual([-1, 1]);
    expect(await help.see('tom', undone)).toMatchObject({
      status: 'CANCELLED',
      statusReason: 'Both said that they met.',
      dispute: { decision: 'CANCELLED' },
    });
  });

  it('and a confirmation at once: one of them counts', async () => {
    const id = await help.claimed('tom', ['mo'], { credits: 1 });
    const before = await help.balance('tom');
    const answers = await Promise.all([
      help.act('mo', 'confirmHelpDone', { requestId: id, idempotencyKey: newKey() }),
      help.act('mo', 'disputeHelp', { requestId: id, words: 'It was not like that.', idempotencyKey: newKey() }),
    ]);
    expect(answers.filter(({ __typename }) => __typename.endsWith('Success'))).toHaveLength(1);
    const isPaid = typeOf(answers[0]) === 'ConfirmHelpDoneSuccess';
    expect(await help.balance('tom')).toBe(before - (isPaid ? 1 : 0));
    expect(await statusOf('tom', id)).toBe(isPaid ? 'COMPLETED' : 'DISPUTED');
  });
});

describe('credits', () => {
  it('are promised only as far as the floor, by however many requests at once', async () => {
    const drafts = await Promise.all(
      [1, 2, 3].map(async () => {
        const drafted = await help.act('sue', 'draftHelpRequest', help.ask({ credits: 3 }));
        return (drafted['request'] as { id: string }).id;
      }),
    );
    const answers = await Promise.all(drafts.map((requestId) => help.act('sue', 'postHelpRequest', { requestId })));
    expect(answers.map(typeOf).toSorted()).toEqual([
      'LimitReachedError',
      'LimitReachedError',
      'PostHelpRequestSuccess',
    ]);
    expect(answers.find(({ __typename }) => __typename === 'LimitReachedError')).toMatchObject({ limit: 2 });
  });

  it('move in pairs that sum to nothing, never below the floor, and are never changed: the database says so', async () => {
    const id = await help.matched('max', ['eve', 'lin']);
    const matches: readonly { id: never; helperId: MemberId }[] = await test.dataSource.query(
      'select id, helper_id as "helperId" from help_match where request_id = $1 order by seat',
      [id],
    );
    const pay = (index: number, amount: number) =>
      createRepositories(test.dataSource.manager).helpCredits.transfer({
        payer: idOf('max'),
        helpers: matches.slice(index, index + 1),
        amount,
        now: clock.now(),
      });
    const brokenBy = (work: Promise<unknown>) => work.then(() => 'nothing', brokenConstraint);
    const outcomes = await Promise.all([brokenBy(pay(0, 4)), brokenBy(pay(1, 4))]);
    expect(new Set(outcomes)).toEqual(new Set(['help_credit_floor', 'nothing']));
    expect(await help.balance('max')).toBe(-4);
    const left = outcomes[0] === 'nothing' ? 1 : 0;
    const add = (memberId: MemberId, amount: number) =>
      test.dataSource.query('insert into help_credit_movement values ($1, $2, $3, $4, $5)', [
        missing,
        matches[left]?.id,
        memberId,
        amount,
        clock.now(),
      ]);
    expect(await brokenBy(add(idOf('eve'), 1))).toBe('help_credit_zero_sum');
    for (const statement of [
      'update help_credit_movement set amount = amount * 2',
      'delete from help_credit_movement',
      'truncate help_credit_movement',
    ])
      expect(await brokenBy(test.dataSource.query(statement))).toBe('help_credit_append_only');
    const [sum]: readonly { sum: number }[] = await test.dataSource.query(
      'select sum(amount)::int as sum from help_credit_movement',
    );
    expect(sum).toEqual({ sum: 0 });
  });

  it('are listed with what they were for and who has the other side', async () => {
    const { data } = await test.run(
      'tom',
      '{ viewer { helpDesk { credits { balance promised promisable movements(first: 1) { edges { node { amount with { displayName } request { title } } } pageInfo { hasNextPage } } } } } }',
    );
    expect(data).toMatchObject({
      viewer: {
        helpDesk: {
          credits: { movements: { edges: [{ node: { amount: -1, request: { title: expect.any(String) } } }] } },
        },
      },
    });
  });
});

describe('a blocked pair', () => {
  it('never meets: no board, no look-up, no offer, no match, and the two answers are the same', async () => {
    const id = await help.posted('rosa', { helpersWanted: 2 });
    const offerId = await help.offered('omar', id);
    await help.offered('eve', id);
    const blocked = await test.run('rosa', blocking, { input: { memberId: idOf('omar') } });
    expect(part<Answer>(blocked.data, 'blockMember').__typename).toMatch(/Success$/);
    expect(await help.board('omar')).not.toContain(id);
    expect(await help.see('omar', id)).toBeNull();
    const input = { words: 'I can help.', idempotencyKey: newKey() };
    const hidden = await help.act('omar', 'offerHelp', { ...input, requestId: id });
    expect(await help.act('omar', 'offerHelp', { ...input, idempotencyKey: newKey(), requestId: missing })).toEqual(
      hidden,
    );
    expect(nodesOf(await help.see('rosa', id), 'offers').map(({ helper }) => helper)).toEqual([{ displayName: 'eve' }]);
    expect(typeOf(await help.accept('rosa', id, [offerId]))).toBe('NotFoundError');
    expect((await offersOf('omar')).find((offer) => offer['id'] === offerId)).toEqual({
      id: offerId,
      status: 'CLOSED',
      viewerActions: [],
      request: null,
    });
    const own = await help.posted('omar');
    expect(await help.board('rosa')).not.toContain(own);
    expect(await help.see('rosa', own)).toBeNull();
    const match = createRepositories(test.dataSource.manager).helpMatches.add({
      id: missing as never,
      requestId: id as never,
      helpersWanted: 2,
      helperId: idOf('omar'),
      seat: 1,
      status: 'LIVE',
      thanks: undefined,
      thankedAt: undefined,
      matchedAt: clock.now(),
      endedAt: undefined,
      version: 1,
    });
    await expect(match.catch((error: unknown) => brokenConstraint(error))).resolves.toBe('help_match_not_blocked');
  });

  it('that was matched is unmatched without a word of why', async () => {
    const [byHand, byBlock] = [await help.matched('sue', ['lin']), await help.matched('sue', ['max'])];
    const [match] = nodesOf(await help.see('sue', byHand), 'matches');
    await help.act('lin', 'unmatchHelp', { matchId: match?.['id'] });
    await test.run('max', blocking, { input: { memberId: idOf('sue') } });
    const masked = async (id: string) => JSON.stringify(await help.see('sue', id)).replaceAll(/[0-9a-f-]{36}/g, 'ID');
    expect(await masked(byBlock)).toBe(await masked(byHand));
    expect(await told('sue', byBlock)).toEqual(await told('sue', byHand));
  });

  it('is not matched by a block and an acceptance at once', async () => {
    const id = await help.posted('lin');
    const offerId = await help.offered('tom', id);
    await Promise.all([
      help.accept('lin', id, [offerId]),
      test.run('tom', blocking, { input: { memberId: idOf('lin') } }),
    ]);
    expect(await help.see('lin', id)).toMatchObject({ status: 'OPEN', matches: [], helpersFound: 0 });
  });
});

describe('a reported request', () => {
  it('is held, goes on where it stood when it stays, and is its author’s alone once it is removed', async () => {
    const write = async (who: string, name: string, input: object) => {
      const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
      const { data, errors } = await test.run(
        who,
        `mutation ($input: ${type}Input!) { ${name}(input: $input) { __typename ... on UserError { message } } }`,
        { input },
      );
      expect(errors).toBeUndefined();
      return part<Answer>(data, name).__typename;
    };
    await setContact('ada', 'ada@campus');
    const id = await help.matched('ada', ['mo'], { helpersWanted: 2 });
    const report = (reason: string) => ({ kind: 'HELP_REQUEST', subjectId: id, reason, idempotencyKey: newKey() });
    expect(await write('eve', 'reportContent', report('GHOST_WRITING'))).toBe('ReportContentSuccess');
    expect(await write('ada', 'reportContent', report('SPAM'))).toBe('NotAllowedError');
    const items = async (): Promise<readonly { id: string }[]> =>
      test.dataSource.query("select id from moderation_item where subject_kind = 'HELP_REQUEST' and subject_id = $1", [
        id,
      ]);
    const [item] = await items();
    const decide = (who: string, decision: string) =>
      write(who, 'decideReportedItem', { itemId: item?.id, decision, reason: 'We look at it.' });
    expect(await decide('eve', 'HOLD')).toBe('NotFoundError');
    expect(await decide('ivy', 'HOLD')).toBe('DecideReportedItemSuccess');
    expect(await help.see('ada', id)).toMatchObject({ status: 'HELD', viewerActions: [] });
    expect(await help.see('mo', id)).toMatchObject({ status: 'HELD', matches: [{ contact: null }] });
    expect(await help.see('eve', id)).toBeNull();
    expect(await decide('ivy', 'KEEP')).toBe('DecideReportedItemSuccess');
    expect(await help.see('mo', id)).toMatchObject({ status: 'MATCHED', matches: [{ contact: 'ada@campus' }] });
    expect(await help.see('eve', id)).toMatchObject({ status: 'OPEN' });
    const [match] = nodesOf(await help.see('mo', id), 'matches');
    await help.act('mo', 'unmatchHelp', { matchId: match?.['id'] });
    expect(await write('lin', 'reportContent', report('GHOST_WRITING'))).toBe('ReportContentSuccess');
    expect(await decide('ivy', 'REMOVE')).toBe('DecideReportedItemSuccess');
    expect(await help.see('ada', id)).toMatchObject({
      status: 'REMOVED',
      statusReason: 'We look at it.',
      viewerActions: [],
    });
    for (const other of ['mo', 'eve', 'ivy']) expect(await help.see(other, id)).toBeNull();
  });
});
