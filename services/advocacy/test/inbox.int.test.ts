import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startMailServer, TestClock, testStart, waitFor, type MailServer, type TestService } from '@guildhall/testing';
import { keys, startAdvocacy, type Fixture } from './fixture.js';

let test: TestService;
let fixture: Fixture;
let server: MailServer;
const clock = new TestClock(testStart);

beforeAll(async () => {
  server = await startMailServer();
  ({ test, fixture } = await startAdvocacy({
    clock,
    environment: { ...keys, GUILDHALL_SMTP_URL: server.url, GUILDHALL_MAIL_FROM: 'Northbridge <post@union.example>' },
  }));
});
afterAll(async () => {
  await test.stop();
  await server.stop();
});

const inboxes =
  '{ viewer { caseInboxes { id role department { id } unreadCount settings { address mailKinds quietFrom quietUntil language isStopped } viewerActions notices { edges { cursor node { id reason case { id } entry { id } referral { id } toldAt readAt } } pageInfo { hasNextPage } } } } }';
type Notice = {
  id: string;
  reason: string;
  case: { id: string } | null;
  referral: { id: string } | null;
  readAt: string | null;
};
type Inbox = {
  id: string;
  role: string;
  unreadCount: number;
  viewerActions: string[];
  notices: { edges: { node: Notice }[] };
};
const inboxesOf = async (who: string): Promise<readonly Inbox[]> =>
  (await fixture.ask(who, inboxes))['viewer'].caseInboxes;
const reasonsOf = async (who: string, role = 'STUDENT'): Promise<readonly string[]> =>
  (await inboxesOf(who))
    .filter((one) => one.role === role)
    .flatMap(({ notices }) => notices.edges.map(({ node }) => node.reason));

const choices = { mailKinds: ['CONVERSATION', 'PROGRESS', 'REFERRAL'], quietFrom: 21, quietUntil: 8, language: 'EN' };
const choose = (who: string, changes: object = {}, inboxId = 'student') =>
  fixture.mutate(
    who,
    'changeCaseInboxSettings',
    { inboxId, ...choices, ...changes },
    'inbox { settings { address isStopped } }',
  );
const states = (caseId: string) =>
  fixture.sql<{ state: string; attempts: number }>(
    'select m.state, m.attempts from notice_mail m join notice n on n.id = m.notice_id where n.case_id = $1 order by n.told_at, n.id',
    [caseId],
  );
const settled = (caseId: string, state: string, count = 1) =>
  waitFor(
    `${count} mails ${state}`,
    async () => (await states(caseId)).filter((one) => one.state === state).length >= count,
  );

describe('the inbox for case matters', () => {
  it('tells both sides and the department what happened, and nobody else', async () => {
    const caseId = await fixture.assigned();
    await fixture.expectSuccess('carl', 'postCaseMessage', { caseId, body: 'Hello Ada.' });
    await fixture.expectSuccess('ada', 'postCaseMessage', { caseId, body: 'Hello Carl.' });
    const referralId = await fixture.sent(caseId);
    const own = (await reasonsOf('ada')).toSorted();
    expect(own).toEqual(expect.arrayContaining(['ASSIGNED', 'CONSENT_WANTED', 'MESSAGE', 'RECEIPT']));
    expect(await reasonsOf('carl', 'STAFF')).toEqual(expect.arrayContaining(['ASSIGNED', 'MESSAGE']));
    const [housing] = await inboxesOf('dana');
    const sent = housing?.notices.edges.map(({ node }) => node).find((one) => one.referral?.id === referralId);
    expect(sent).toMatchObject({ reason: 'REFERRAL_SENT', case: null, entry: null });
    for (const who of ['bea', 'lena', 'amira', 'omar'])
      expect(JSON.stringify(await inboxesOf(who))).not.toContain(caseId);
    for (const who of ['sys', 'nina', 'otto']) expect(await inboxesOf(who)).toEqual([]);
  });

  it('is not there for an officer of the union, whatever other appointment they hold', async () => {
    await fixture.appointment('uma', 'CASE_WORKER');
    expect((await inboxesOf('uma')).map(({ role }) => role)).toEqual(['STUDENT']);
  });

  it('counts what is unread, and reads only one’s own', async () => {
    const caseId = await fixture.assigned('rosa');
    const [inbox] = await inboxesOf('rosa');
    const ids = inbox?.notices.edges.map(({ node }) => node.id) ?? [];
    expect(inbox?.unreadCount).toBe(ids.length);
    await fixture.expectSuccess('ada', 'readCaseNotices', { inboxId: 'student', noticeIds: ids });
    expect((await inboxesOf('rosa'))[0]?.unreadCount).toBe(ids.length);
    await fixture.expectSuccess('rosa', 'readCaseNotices', { inboxId: 'student', noticeIds: ids });
    expect((await inboxesOf('rosa'))[0]?.unreadCount).toBe(0);
    expect(caseId).toBeTruthy();
  });

  it('answers alike for an inbox that is somebody else’s and one that nobody has', async () => {
    const ask = (inboxId: string) => fixture.mutate('ada', 'readCaseNotices', { inboxId, noticeIds: [] });
    expect(await ask(fixture.departments.housing)).toEqual(await ask('no-such-inbox'));
    expect((await ask('staff'))['__typename']).toBe('NotFoundError');
    const many = { inboxId: 'student', noticeIds: Array.from({ length: 101 }, () => caseless) };
    expect((await fixture.mutate('ada', 'readCaseNotices', many))['fields']).toEqual([
      { path: 'noticeIds', rule: 'TOO_LONG' },
    ]);
  });

  it('tells of the same thing once, also when two tell at the same time', async () => {
    const [row] = await fixture.sql<{ n: number }>(
      `select count(*)::int - count(distinct (recipient_kind, recipient, reason, source_id))::int as n from notice`,
    );
    expect(row?.n).toBe(0);
  });

  it('leads nobody to a case that they are kept from by a wall, or that is theirs no more', async () => {
    const caseId = await fixture.assigned('rosa', 'cora');
    const ofCora = async () => JSON.stringify(await inboxesOf('cora'));
    expect(await ofCora()).toContain(caseId);
    await fixture.expectSuccess('amira', 'assignCase', { caseId, assignee: 'carl' });
    expect(await ofCora()).not.toContain(caseId);
    expect(JSON.stringify(await inboxesOf('carl'))).toContain(caseId);
  });

  it('asks as many statements for many notices as for a few', async () => {
    // Timed jobs ask the same database meanwhile, so only what this page asks is counted.
    const ofThePage = /order by told_at desc|"file"\."id" = any|"referral"\."id" = any/;
    const query = (first: number) =>
      `{ viewer { caseInboxes { notices(first: ${first}) { edges { node { case { id } referral { id } } } } } } }`;
    const asked = async (first: number) =>
      (await test.countStatements(() => fixture.ask('ada', query(first)))).filter((one) => ofThePage.test(one));
    expect(await asked(20)).toEqual(await asked(4));
    expect(await asked(4)).toHaveLength(3);
  });

  it('tells nothing of what was rolled back', async () => {
    const before = (await reasonsOf('ada')).length;
    const caseId = await fixture.opened('ada');
    expect((await fixture.mutate('carl', 'postCaseMessage', { caseId, body: 'Not mine' }))['__typename']).toBe(
      'NotFoundError',
    );
    expect(await reasonsOf('ada')).toHaveLength(before);
  });
});

const caseless = '00000000-0000-4000-8000-000000000000';

describe('mail about the inbox', () => {
  it('goes to the address that the student gave, sealed, and says nothing but that there is a message', async () => {
    expect((await choose('bea', { address: 'bea@example.org' }))['inbox']).toEqual({
      settings: { address: 'bea@example.org', isStopped: false },
    });
    const rows = await fixture.sql<{ row: string }>('select t::text as row from inbox_settings t');
    expect(JSON.stringify(rows)).not.toContain('bea@example');
    const caseId = await fixture.assigned('bea');
    await settled(caseId, 'SENT');
    const mails = server.mailsTo('bea@example.org');
    expect(mails.length).toBeGreaterThan(0);
    for (const { raw } of mails) {
      expect(raw).toContain('Subject: You have a message');
      expect(raw.toLowerCase()).not.toMatch(/case|advice|advocacy|assigned|receipt|referral|walnut|saffron|carl/);
    }
  });

  it('is written in Chinese for who chose it', async () => {
    await choose('rosa', { address: 'rosa@example.org', language: 'ZH_CN' });
    const caseId = await fixture.opened('rosa');
    await fixture.expectSuccess('amira', 'acknowledgeCase', { caseId });
    await settled(caseId, 'SENT');
    expect(server.mailsTo('rosa@example.org').at(-1)?.subject).toBe('您有一条新消息');
  });

  it('waits for the end of quiet hours on campus', async () => {
    clock.set('2026-10-05T20:30:00.000Z');
    await choose('ada', { address: 'ada@example.org' });
    const caseId = await fixture.opened('ada');
    await fixture.expectSuccess('amira', 'acknowledgeCase', { caseId });
    await settled(caseId, 'SENT');
    const [due] = await fixture.sql<{ due_at: Date }>(
      'select m.due_at from notice_mail m join notice n on n.id = m.notice_id where n.case_id = $1',
      [caseId],
    );
    expect(due?.due_at.toISOString()).toBe('2026-10-06T07:00:00.000Z');
    clock.set(testStart);
  });

  it('is sent of no kind that was not chosen, and none without an address', async () => {
    await choose('ada', { mailKinds: ['DEADLINE'] });
    const caseId = await fixture.assigned('ada');
    expect(await states(caseId)).toEqual([]);
    await choose('ada', { address: '' });
    expect(await states(await fixture.assigned('ada'))).toEqual([]);
  });

  it('is tried again while the server is busy, and sent once', async () => {
    server.answer('later@example.org', 'BUSY', 2);
    await choose('bea', { address: 'later@example.org' });
    const caseId = await fixture.opened('bea');
    await fixture.expectSuccess('amira', 'acknowledgeCase', { caseId });
    await settled(caseId, 'SENT');
    expect(await states(caseId)).toEqual([{ state: 'SENT', attempts: 3 }]);
    expect(server.mailsTo('later@example.org')).toHaveLength(1);
  });

  it('is never sent twice: a connection that breaks after the text counts as sent', async () => {
    server.answer('broken@example.org', 'BREAK_OFF', 5);
    await choose('bea', { address: 'broken@example.org' });
    const caseId = await fixture.opened('bea');
    await fixture.expectSuccess('amira', 'acknowledgeCase', { caseId });
    await settled(caseId, 'SENT');
    expect(server.mailsTo('broken@example.org')).toHaveLength(1);
    expect(await states(caseId)).toEqual([{ state: 'SENT', attempts: 1 }]);
  });

  it('is never sent again after a crash between sending and writing that down', async () => {
    await choose('bea', { address: 'crash@example.org' });
    const caseId = await fixture.opened('bea');
    await fixture.sql(
      `insert into notice (id, recipient_kind, recipient, reason, case_id, source_id, told_at)
       select gen_random_uuid(), recipient_kind, recipient, 'MESSAGE', $1, 'crash', now() from inbox_settings where bounces = 0 and recipient = (select student from case_file where id = $1)`,
      [caseId],
    );
    await fixture.sql(
      `insert into notice_mail (notice_id, channel, state, due_at, attempts) select id, 'MAIL', 'SENDING', told_at, 1 from notice where case_id = $1`,
      [caseId],
    );
    await fixture.sql(
      `select graphile_worker.add_job('send-notice', payload := json_build_object('noticeId', id), run_at := told_at - interval '1 year', job_key := 'again:' || id) from notice where case_id = $1`,
      [caseId],
    );
    await waitFor(
      'the job to be over',
      async () => (await fixture.sql(`select 1 from graphile_worker.jobs where key like 'again:%'`)).length === 0,
    );
    expect(server.mailsTo('crash@example.org')).toEqual([]);
    expect(await states(caseId)).toEqual([{ state: 'SENDING', attempts: 1 }]);
  });

  it('stops after three refusals for good, says so, and begins again with a new address', async () => {
    server.answer('gone@example.org', 'REFUSE', 99);
    await choose('bea', { address: 'gone@example.org' });
    for (let times = 0; times < 3; times += 1) {
      const caseId = await fixture.opened('bea');
      await fixture.expectSuccess('amira', 'acknowledgeCase', { caseId });
      await settled(caseId, 'BOUNCED');
    }
    expect((await choose('bea'))['inbox'].settings).toEqual({ address: 'gone@example.org', isStopped: true });
    const caseId = await fixture.opened('bea');
    await fixture.expectSuccess('amira', 'acknowledgeCase', { caseId });
    expect(await states(caseId)).toEqual([]);
    expect((await choose('bea', { address: 'back@example.org' }))['inbox'].settings.isStopped).toBe(false);
  });

  it('refuses what is no address, and hours that no day has', async () => {
    for (const address of ['nobody', 'a@b', 'a b@example.org', 'a@example.org, c@example.org', '<a@example.org>'])
      expect((await choose('ada', { address }))['fields']).toEqual([{ path: 'address', rule: 'BAD_FORMAT' }]);
    expect((await choose('ada', { quietFrom: 24 }))['fields']).toEqual([{ path: 'quietFrom', rule: 'OUT_OF_RANGE' }]);
  });

  it('of a department is set up by its lead alone', async () => {
    const housing = fixture.departments.housing;
    expect((await choose('dana', { address: 'housing@example.org' }, housing))['__typename']).toBe('NotAllowedError');
    expect((await inboxesOf('dana'))[0]?.viewerActions).toEqual(['READ']);
    expect((await choose('dirk', { address: 'housing@example.org' }, housing))['inbox'].settings.address).toBe(
      'housing@example.org',
    );
    expect((await choose('lena', { address: 'x@example.org' }, housing))['__typename']).toBe('NotFoundError');
  });
});
