import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  startMailServer,
  startTestService,
  TestClock,
  testStart,
  waitFor,
  type MailServer,
  type TestService,
} from '@guildhall/testing';
import { createRepositories } from '../src/app.js';
import type { MemberId } from '../src/member/member.js';
import type { NotificationReason } from '../src/notification/reason.js';
import { mailJob } from '../src/notification/telling.repository.js';
import { inboxOnly } from '../src/wiring/inbox-only.js';
import { Fixture, membership } from './fixture.js';

let test: TestService;
let fixture: Fixture;
let server: MailServer;
const clock = new TestClock(testStart);

beforeAll(async () => {
  server = await startMailServer();
  const environment = { GUILDHALL_SMTP_URL: server.url, GUILDHALL_MAIL_FROM: 'Northbridge <post@union.example>' };
  test = await startTestService(membership, { clock, environment });
  fixture = new Fixture(test);
});
afterAll(async () => {
  await test.stop();
  await server.stop();
});

type Answer = { readonly __typename: string; readonly [field: string]: unknown };
const settingsFields =
  'settings { hasMail address proposedAddress isStopped isUnreachable quietFrom quietUntil digest language preferences { topic isTold canSwitchOff mail } }';
const problems: Readonly<Record<string, string>> = {
  changeMailAddress: '... on ValidationError { fields { path rule } } ... on LimitReachedError { limit }',
  confirmMailAddress: '... on ValidationError { fields { path rule } }',
  changeNotificationSettings: '... on ValidationError { fields { path rule } }',
};
let keys = 0;

async function mutate(
  who: string | undefined,
  name: string,
  input: object,
  selection = settingsFields,
): Promise<Answer> {
  const type = name.charAt(0).toUpperCase() + name.slice(1);
  const query = `mutation ($input: ${type}Input!) { ${name}(input: $input) { __typename ... on ${type}Success { ${selection} } ... on UserError { message } ${problems[name] ?? ''} } }`;
  const { data, errors } = await test.run(who, query, { input });
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return data?.[name] as Answer;
}
const propose = (who: string, address?: string, idempotencyKey = `key-${(keys += 1)}`) =>
  mutate(who, 'changeMailAddress', { address, idempotencyKey });
const confirm = (who: string, code: string) => mutate(who, 'confirmMailAddress', { code });
const choices = { isStopped: false, quietFrom: 21, quietUntil: 8, digest: 'DAILY', language: 'EN', preferences: [] };
const choose = (who: string, changes: object) => mutate(who, 'changeNotificationSettings', { ...choices, ...changes });

async function codeAt(address: string, count = 1): Promise<string> {
  await waitFor('the code', () => Promise.resolve(server.mailsTo(address).length >= count));
  return /\b(\d{6})\b/.exec(server.mailsTo(address).at(-1)?.raw ?? '')?.[1] ?? 'none';
}

/** A member whose mail goes to an address of their own. */
async function reader(name: string): Promise<MemberId> {
  const { id } = await fixture.member(name);
  await propose(name, `${name}@example.org`);
  await confirm(name, await codeAt(`${name}@example.org`));
  return id;
}

/** Tells as use cases do: inside a transaction, with its mail planned. */
const tell = (
  to: MemberId,
  reasons: NotificationReason | readonly NotificationReason[],
  sourceId = randomUUID(),
  sql = 'select 1',
) =>
  test.dataSource.transaction(async (manager) => {
    const scope = { ...inboxOnly, clock, campusZone: 'Europe/London', hasMail: true };
    for (const reason of [reasons].flat())
      await createRepositories(manager, scope).notifications.tell({
        to,
        reason,
        sourceId,
        subject: { kind: 'ACTIVITY', id: randomUUID() },
      });
    await manager.query(sql);
  });
type Row = { readonly state: string; readonly attempts: number; readonly due_at: Date };
const rowsOf = (member: MemberId): Promise<readonly Row[]> =>
  test.dataSource.query(
    'select m.state, m.attempts, m.due_at from notification_mail m join notification n on n.id = m.notification_id where m.member_id = $1 order by n.told_at, n.id',
    [member],
  );
const settled = (member: MemberId, state: string, count = 1) =>
  waitFor(
    `${count} mails ${state}`,
    async () => (await rowsOf(member)).filter((row) => row.state === state).length >= count,
  );
/** Mail to an address without the code that confirmed it. */
const newsTo = (address: string) => server.mailsTo(address).filter(({ subject }) => !subject.includes('code'));

describe('the address of mail', () => {
  it('is the member’s own wish and counts once its code came back', async () => {
    const { id } = await fixture.member('ada');
    await tell(id, 'PLACE_CHANGED');
    expect(await rowsOf(id)).toEqual([]);
    expect(await propose('ada', 'ada@example.org')).toMatchObject({
      settings: { address: null, proposedAddress: 'ada@example.org', hasMail: true },
    });
    const code = await codeAt('ada@example.org');
    await tell(id, 'PLACE_CHANGED');
    expect(await rowsOf(id)).toEqual([]);
    const wrong = code === '000000' ? '000001' : '000000';
    expect(await confirm('ada', wrong)).toMatchObject({ fields: [{ path: 'code', rule: 'BAD_FORMAT' }] });
    expect(await confirm('ada', ` ${code} `)).toMatchObject({
      settings: { address: 'ada@example.org', proposedAddress: null },
    });
    expect(server.mailsTo('ada@example.org')[0]?.raw).not.toContain('List-Unsubscribe');
  });

  it('is refused when it is none, takes so many codes a day, and sends one per key', async () => {
    await fixture.member('omar');
    expect(await propose('omar', 'nobody')).toMatchObject({ fields: [{ path: 'address', rule: 'BAD_FORMAT' }] });
    await propose('omar', 'omar@example.org', 'once');
    await propose('omar', 'omar@example.org', 'once');
    for (let times = 0; times < 4; times += 1) await propose('omar', 'omar@example.org');
    expect(await propose('omar', 'omar@example.org')).toMatchObject({ __typename: 'LimitReachedError', limit: 5 });
  });

  it('takes no code after five wrong ones, whoever tries at the same time', async () => {
    await fixture.member('mo');
    await propose('mo', 'mo@example.org');
    const code = await codeAt('mo@example.org');
    const wrong = code === '000000' ? '000001' : '000000';
    await Promise.all(Array.from({ length: 8 }, () => confirm('mo', wrong)));
    expect((await confirm('mo', code)).__typename).toBe('ValidationError');
  });

  it('is there for people of the register alone, and can be forgotten', async () => {
    for (const who of [undefined, 'stranger'])
      expect(
        (await mutate(who, 'changeMailAddress', { address: 'x@example.org', idempotencyKey: 'x' })).__typename,
      ).toBe('NotAllowedError');
    expect((await confirm('stranger', '123456')).__typename).toBe('NotAllowedError');
    const id = await reader('lena');
    expect(await propose('lena')).toMatchObject({ settings: { address: null } });
    await tell(id, 'PLACE_CHANGED');
    expect(await rowsOf(id)).toEqual([]);
  });
});

describe('mail about notifications', () => {
  it('says that there is news and where, and how to have no more of it', async () => {
    const id = await reader('rosa');
    await tell(id, 'HELP_MATCHED');
    await settled(id, 'SENT');
    const [mail] = newsTo('rosa@example.org');
    expect(mail?.subject).toBe('There is news for you');
    expect(mail?.raw).toContain('For you personally (1)');
    expect(mail?.raw).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    expect(mail?.raw.toLowerCase()).not.toMatch(/help|match|rosa[^@]/);
  });

  it('is sent once, however often it is told, and all that is due at once in one mail', async () => {
    const id = await reader('uma');
    const sourceId = randomUUID();
    await Promise.all(Array.from({ length: 6 }, () => tell(id, 'PLACE_CHANGED', sourceId)));
    await settled(id, 'SENT');
    expect(newsTo('uma@example.org')).toHaveLength(1);
    const { task, payload } = mailJob(id, clock.now());
    await test.dataSource.query('select graphile_worker.add_job($1, payload := $2::json, job_key := $3)', [
      task,
      JSON.stringify(payload),
      'again',
    ]);
    await waitFor(
      'the job to be over',
      async () => (await test.dataSource.query(`select 1 from graphile_worker.jobs where key = 'again'`)).length === 0,
    );
    expect(newsTo('uma@example.org')).toHaveLength(1);
  });

  it('is never sent again after a process died between sending and writing that down', async () => {
    const id = await reader('cora');
    // What the first transaction of the job leaves when the process is killed while it sends.
    const killed = `update notification_mail set state = 'SENDING', attempts = 1 where member_id = '${id}'`;
    await tell(id, 'PLACE_CHANGED', randomUUID(), killed);
    await waitFor(
      'the job to be over',
      async () =>
        (await test.dataSource.query(`select 1 from graphile_worker.jobs where key like $1`, [`%${id}%`])).length === 0,
    );
    expect(await rowsOf(id)).toMatchObject([{ state: 'SENDING', attempts: 1 }]);
    expect(newsTo('cora@example.org')).toEqual([]);
  });

  it('waits for the end of quiet hours on campus', async () => {
    const id = await reader('dirk');
    clock.set('2026-10-05T20:30:00.000Z');
    await tell(id, 'PLACE_CHANGED');
    await settled(id, 'SENT');
    expect((await rowsOf(id))[0]?.due_at.toISOString()).toBe('2026-10-06T07:00:00.000Z');
    clock.set(testStart);
  });

  it('comes together in the digest of the next day, or of the next Monday', async () => {
    const id = await reader('bea');
    await choose('bea', { preferences: [{ topic: 'ACTIVITIES', isTold: true, mail: 'DIGEST' }] });
    await tell(id, ['PLACE_CHANGED', 'ACTIVITY_CHANGED']);
    const due = async () => (await rowsOf(id)).map((row) => row.due_at.toISOString());
    expect(await due()).toEqual(['2026-10-06T07:00:00.000Z', '2026-10-06T07:00:00.000Z']);
    await settled(id, 'SENT', 2);
    expect(newsTo('bea@example.org')).toHaveLength(1);
    expect(newsTo('bea@example.org')[0]?.raw).toContain('Your activities (2)');
    await choose('bea', { digest: 'WEEKLY' });
    await tell(id, 'ATTENDANCE_CONFIRMED');
    expect((await due()).toSorted().at(-1)).toBe('2026-10-12T07:00:00.000Z');
  });

  it('is not sent of what is not wanted, nor after a change of mind before it went out', async () => {
    const id = await reader('carl');
    await choose('carl', { preferences: [{ topic: 'ACTIVITIES', isTold: true, mail: 'NEVER' }] });
    await tell(id, 'PLACE_CHANGED');
    expect(await rowsOf(id)).toEqual([]);
    await choose('carl', { preferences: [{ topic: 'ACTIVITIES', isTold: true, mail: 'DIGEST' }] });
    const changedMind = `update notification_preference set mail = 'NEVER' where member_id = '${id}'`;
    await tell(id, 'PLACE_CHANGED', randomUUID(), changedMind);
    await settled(id, 'DROPPED');
    expect(newsTo('carl@example.org')).toEqual([]);
  });

  it('is tried again while the server is busy, and sent once', async () => {
    const id = await reader('later');
    server.answer('later@example.org', 'BUSY', 2);
    await tell(id, 'PLACE_CHANGED');
    await settled(id, 'SENT');
    expect(await rowsOf(id)).toMatchObject([{ state: 'SENT', attempts: 3 }]);
    expect(newsTo('later@example.org')).toHaveLength(1);
  });

  it('counts as sent when the connection breaks after the text', async () => {
    const id = await reader('broken');
    server.answer('broken@example.org', 'BREAK_OFF', 5);
    await tell(id, 'PLACE_CHANGED');
    await settled(id, 'SENT');
    expect(newsTo('broken@example.org')).toHaveLength(1);
  });

  it('is given up after eight tries, and stays in the inbox', async () => {
    const id = await reader('busy');
    server.answer('busy@example.org', 'BUSY', 99);
    await tell(id, 'PLACE_CHANGED');
    await settled(id, 'FAILED');
    expect(await rowsOf(id)).toMatchObject([{ state: 'FAILED', attempts: 8 }]);
    expect(await createRepositories(test.dataSource.manager).notifications.countUnread(id)).toBe(1);
  });

  it('stops after three refusals for good, says so, and begins again once the address is confirmed anew', async () => {
    const id = await reader('gone');
    server.answer('gone@example.org', 'REFUSE', 3);
    for (let times = 1; times <= 3; times += 1) {
      await tell(id, 'PLACE_CHANGED');
      await settled(id, 'BOUNCED', times);
    }
    expect(await choose('gone', {})).toMatchObject({ settings: { address: 'gone@example.org', isUnreachable: true } });
    await tell(id, 'PLACE_CHANGED');
    expect(await rowsOf(id)).toHaveLength(3);
    await propose('gone', 'gone@example.org');
    const code = await codeAt('gone@example.org', 2);
    expect(await confirm('gone', code)).toMatchObject({ settings: { isUnreachable: false } });
  });

  it('is written in the language that the member chose', async () => {
    const id = await reader('mei');
    await choose('mei', { language: 'ZH_CN' });
    await tell(id, 'PLACE_CHANGED');
    await settled(id, 'SENT');
    expect(server.mailsTo('mei@example.org').at(-1)?.subject).toBe('您有新的通知');
  });
});

describe('the link that stops mail', () => {
  const stop = (token: string, who?: string) => mutate(who, 'stopNotificationMail', { token }, 'isStopped');
  const tokenTo = (address: string) =>
    /stop-mail\?t=([\w.-]+)/.exec(
      (newsTo(address).at(-1)?.raw ?? '').replaceAll('=\r\n', '').replaceAll('=3D', '='),
    )?.[1] ?? 'none';

  it('stops it without a sign-in, twice if need be, until the member lets it come again', async () => {
    const id = await reader('stop');
    await tell(id, 'PLACE_CHANGED');
    await settled(id, 'SENT');
    const token = tokenTo('stop@example.org');
    expect(await stop(token)).toEqual({ __typename: 'StopNotificationMailSuccess', isStopped: true });
    expect(await stop(token)).toEqual({ __typename: 'StopNotificationMailSuccess', isStopped: true });
    await tell(id, 'PLACE_CHANGED');
    expect(await rowsOf(id)).toHaveLength(1);
    expect(await choose('stop', { isStopped: false })).toMatchObject({ settings: { isStopped: false } });
    await tell(id, 'PLACE_CHANGED');
    await settled(id, 'SENT', 2);
  });

  it('does nothing when nobody signed it, and tells nobody who has settings', async () => {
    const id = await reader('safe');
    const { id: without } = await fixture.member('without');
    const refusals = await Promise.all(
      [`${id}.forged`, `${without}.forged`, `${randomUUID()}.forged`, 'nonsense', ''].map((token) => stop(token)),
    );
    expect(new Set(refusals.map((refusal) => JSON.stringify(refusal))).size).toBe(1);
    expect(refusals[0]?.__typename).toBe('NotFoundError');
    expect(await choose('safe', {})).toMatchObject({ settings: { isStopped: false } });
  });
});
