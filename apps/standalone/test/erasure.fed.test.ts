import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { serviceNames, type ServiceName } from '@guildhall/events';
import { waitFor } from '@guildhall/testing';
import { findWorkspace } from '../src/data-folder.js';
import { queryService } from './service-database.js';
import { startTestPlatform, type TestPlatform } from './test-platform.js';

/** A word that stands nowhere else in the world. */
const marker = `zq${randomUUID().replaceAll('-', '').replaceAll(/\d/g, 'x')}`;
const words = `${marker} said nobody but ada, and at some length.`;

/** What stays by decision, each with its reason; everything else that ada wrote is gone. */
const kept: Readonly<Record<string, string>> = {
  'activities public.activity': 'the words of the group that organises it',
};

/** Where her words stand before, at least; otherwise this test would find nothing because it planted nothing. */
const planted: readonly string[] = [
  ...[
    'member',
    'post',
    'post_reply',
    'report',
    'help_request',
    'help_offer',
    'help_setting',
    'standing_help_offer',
  ].map((table) => `membership public.${table}`),
  ...['needs_profile', 'circle_wish', 'notification_settings', 'membership_appeal'].map(
    (table) => `membership public.${table}`,
  ),
  ...['member_connection', 'message', 'data_export_page'].map((table) => `membership public.${table}`),
  'activities public.activity',
  'learning public.resource',
  ...['issue', 'issue_reply', 'proposal_text'].map((table) => `advocacy public.${table}`),
];

let platform: TestPlatform;
let memberId = '';
let before: readonly string[] = [];

type Fields = Readonly<Record<string, unknown>>;

/** Asks as people do; what is refused shows in the tables that are then without the marker. */
async function act(who: string, mutation: string, input: object, select = '__typename'): Promise<Fields> {
  const name = mutation.charAt(0).toUpperCase() + mutation.slice(1);
  const { data, errors } = await platform.post(
    who,
    `mutation ($input: ${name}Input!) { ${mutation}(input: $input) { __typename ... on ${name}Success { ${select} } ... on UserError { message } } }`,
    { input },
  );
  const answer = (data?.[mutation] ?? { __typename: JSON.stringify(errors) }) as Fields;
  if (answer['__typename'] !== `${name}Success`) refused.push(`${mutation}: ${JSON.stringify(answer)}`);
  return answer;
}

const refused: string[] = [];
const keyed = () => ({ idempotencyKey: randomUUID() });
const idIn = (answer: Fields, name: string): string => (answer[name] as { id?: string } | undefined)?.id ?? '';
const days = (count: number): string => new Date(Date.now() + count * 86_400_000).toISOString();

async function ask(who: string, query: string): Promise<Fields> {
  const { data } = await platform.post(who, query);
  return data ?? {};
}

async function writeInMembership(): Promise<void> {
  await act('ada', 'updateProfile', {
    ...{ displayName: marker, bio: words, pronouns: marker, interests: [marker], skills: [marker] },
    audiences: { bio: 'MEMBERS', displayName: 'MEMBERS' },
  });
  const post = { kind: 'IDEA', language: 'en', body: words };
  await act('ada', 'publishPost', { ...post, ...keyed() });
  const others = await act(
    'rosa',
    'publishPost',
    { ...post, body: 'Who would like a bench?', ...keyed() },
    'post { id }',
  );
  await act('ada', 'replyToPost', { postId: idIn(others, 'post'), language: 'en', body: words, ...keyed() });
  const report = { kind: 'POST', subjectId: idIn(others, 'post'), reason: 'OTHER', note: words };
  await act('ada', 'reportContent', { ...report, ...keyed() });
  await act('ada', 'writeNeeds', {
    accessNote: words,
    dietNote: words,
    languageNote: words,
    needs: ['OTHER_DIET', 'OTHER_ACCESS'],
  });
  await act('ada', 'wishForCircle', {
    halfDays: ['MONDAY_MORNING'],
    interests: [marker.slice(0, 40)],
    languages: ['en'],
    sizeMax: 4,
  });
  await act('ada', 'changeMailAddress', { address: `${marker}@example.org`, ...keyed() });
  await act('ada', 'requestConnection', { memberId: await strangerId(), message: words, ...keyed() });
  const spoken = await ask('ada', '{ viewer { conversations { edges { node { id kind } } } } }');
  const edges = (((spoken['viewer'] as Fields | undefined)?.['conversations'] as Fields | undefined)?.['edges'] ??
    []) as readonly { node: { id: string } }[];
  for (const { node } of edges) await act('ada', 'sendMessage', { conversationId: node.id, body: words, ...keyed() });
}

/** Somebody whom ada has nothing to do with yet. */
async function strangerId(): Promise<string> {
  const [row] = await queryService(platform, 'membership', {
    sql: `select id from member m where status = 'ACTIVE' and not exists (
            select 1 from member_connection c where $1 in (c.requester_id, c.addressee_id) and m.id in (c.requester_id, c.addressee_id))
          and not is_blocked($1, m.id) and m.id <> $1 and m.audiences->>'displayName' = 'MEMBERS' order by id desc limit 1`,
    parameters: [memberId],
  });
  return String(row?.['id']);
}

async function writeAboutHelp(): Promise<void> {
  const request = {
    ...{ credits: 0, deadline: days(10), helpersWanted: 1, isOwnWork: true, kind: 'BORROW', language: 'en' },
    ...{ place: words, title: marker, words },
  };
  await act('ada', 'draftHelpRequest', { ...request, ...keyed() });
  const plain = { ...request, place: 'Library', title: 'A ladder', words: 'I need a ladder for a day.' };
  const wanted = await act('rosa', 'draftHelpRequest', { ...plain, ...keyed() }, 'request { id }');
  const requestId = idIn(wanted, 'request');
  await act('rosa', 'postHelpRequest', { requestId });
  await act('ada', 'offerHelp', { requestId, isOwnWork: true, words, ...keyed() });
  const standing = {
    isOwnWork: true,
    kind: 'BORROW',
    languages: ['en'],
    title: marker,
    topics: [marker],
    until: days(30),
  };
  await act('ada', 'standByToHelp', { ...standing, ...keyed() });
  await act('ada', 'changeHelpSettings', { contactLine: words });
}

async function writeElsewhere(): Promise<void> {
  const [own] = await queryService(platform, 'membership', {
    sql: `select group_id from group_membership where member_id = $1 and status = 'ACTIVE' limit 1`,
    parameters: [memberId],
  });
  await act('ada', 'draftActivity', {
    ...{
      groupId: String(own?.['group_id']),
      kind: 'SOCIAL',
      place: 'Lake',
      summary: words,
      title: marker,
      capacity: 5,
    },
    ...{ startsAt: days(40), endsAt: days(41), registrationOpensAt: days(1), registrationClosesAt: days(39) },
    facts: { expectedAttendees: 5 },
  });
  await act('ada', 'draftResource', {
    content: {
      body: words,
      kind: 'GUIDE',
      language: 'en',
      licence: 'CC_BY_4_0',
      subject: marker,
      summary: words,
      title: marker,
    },
  });
  const { departments } = await ask('ada', '{ departments { id } }');
  const departmentId = String((departments as readonly Fields[])[0]?.['id']);
  const [constituency] = await queryService(platform, 'advocacy', {
    sql: 'select constituency_id as id from actor_constituency where member_id = $1',
    parameters: [memberId],
  });
  const issue = { language: 'en', type: 'ISSUE', departmentId, constituencyId: String(constituency?.['id']) };
  const posted = await act('ada', 'postIssue', { ...issue, title: marker, body: words, ...keyed() }, 'issue { id }');
  await act('ada', 'replyToIssue', { issueId: idIn(posted, 'issue'), language: 'en', body: words, ...keyed() });
  const proposal = { authorNamed: true, language: 'en', title: marker };
  await act('ada', 'draftProposal', { ...proposal, background: words, problem: words, suggestion: words });
  await act('ada', 'openCase', {
    matter: 'HOUSING',
    narrative: words,
    contactName: marker,
    otherParties: [marker],
    ...keyed(),
  });
}

async function tablesOf(service: ServiceName): Promise<readonly string[]> {
  const rows = await queryService(platform, service, {
    sql: `select format('%I.%I', schemaname, tablename) as name from pg_tables
          where schemaname not in ('pg_catalog', 'information_schema') order by 1`,
  });
  return rows.map(({ name }) => String(name));
}

/** Every table of the four databases with a row that holds the text, as it is, in lower case, or as bytes. */
async function tablesWith(text: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const service of serviceNames) {
    const tables = await tablesOf(service);
    const rows = await queryService(platform, service, {
      sql: tables
        .map(
          (
            table,
          ) => `select '${table}' as name where exists (select 1 from ${table} t where position($1 in lower(t::text)) > 0
            or position(encode(convert_to($1, 'UTF8'), 'hex') in t::text) > 0)`,
        )
        .join(' union all '),
      parameters: [text],
    });
    found.push(...rows.map(({ name }) => `${service} ${String(name)}`));
  }
  return found;
}

type RetentionRow = { readonly title: string; readonly fate: string; readonly kept: string | null };

const fates: Readonly<Record<string, string>> = {
  ERASED: 'goes',
  PSEUDONYMISED: 'stays without the person',
  KEPT: 'stays',
};

/** The rows of one service as a table for people. */
function retentionTable(service: ServiceName, rows: readonly RetentionRow[]): string {
  const lines = rows.map(({ title, fate, kept: stays }) => `| ${title} | ${fates[fate]} | ${stays ?? ''} |`);
  return [
    `## ${service}`,
    '',
    '| what is kept | erasure | what stays, why and for how long |',
    '| --- | --- | --- |',
    ...lines,
    '',
  ].join('\n');
}

/** Two weeks cannot be waited for, so the dates move instead. */
async function letTwoWeeksPass(): Promise<void> {
  await queryService(platform, 'membership', {
    sql: `update erasure set requested_at = requested_at - interval '15 days', due_at = due_at - interval '15 days' where member_id = $1`,
    parameters: [memberId],
  });
  await queryService(platform, 'membership', {
    sql: `select graphile_worker.reschedule_jobs(array(select id from graphile_worker.jobs where task_identifier = 'erase-member'), run_at := now())`,
  });
}

beforeAll(async () => {
  platform = await startTestPlatform([], {
    GUILDHALL_RATE_VIEWER: '1000000',
  });
  const { viewer } = await ask('ada', '{ viewer { member { id } } }');
  memberId = String(((viewer as Fields)['member'] as Fields)['id']);
  await writeAboutHelp();
  await writeElsewhere();
  await writeInMembership();
  await act('ada', 'requestDataExport', {});
  await waitFor('the copy of ada', async () => {
    const rows = await queryService(platform, 'membership', {
      sql: 'select 1 from data_export where member_id = $1 and finished_at is not null',
      parameters: [memberId],
    });
    return rows.length > 0;
  });
  await act('sys', 'suspendMember', { memberId, reason: 'Noise at night.', until: days(20) });
  await act('ada', 'appealSuspension', { words, ...keyed() });
  before = await tablesWith(marker);
}, 480_000);
afterAll(() => platform.stop());

describe('somebody who asks to be erased', () => {
  it('had words in every part of the platform, so that this test can fail', () => {
    expect({ refused, missing: planted.filter((table) => !before.includes(table)) }).toEqual({
      refused: [],
      missing: [],
    });
  });

  it('was given a copy by each service, and is given nothing of advocacy through it', async () => {
    const { viewer } = await ask(
      'ada',
      '{ viewer { dataExports { membership { page(number: 1) { json } } activities { page(number: 1) { json html(language: ZH_CN) } } learning { page(number: 1) { json } } } erasurePreview { obstacles membership { name } activities { name count } learning { name count } advocacy { name count } } } }',
    );
    const { dataExports, erasurePreview } = viewer as {
      dataExports: readonly Readonly<Record<string, { page: { json: string } }>>[];
      erasurePreview: { advocacy: readonly { count: number | null }[]; activities: readonly { count: number }[] };
    };
    for (const service of ['membership', 'activities', 'learning'])
      expect(dataExports[0]?.[service]?.page.json).toContain(marker);
    expect(erasurePreview.activities.length).toBeGreaterThan(0);
    expect(erasurePreview.advocacy.every(({ count }) => count === null)).toBe(true);
  });

  it('was shown the retention table as docs/retention.md has it', async () => {
    const item = '{ name title(language: EN) fate kept(language: EN) }';
    const { viewer } = await ask(
      'ada',
      `{ viewer { erasurePreview { rulesVersion membership ${item} activities ${item} learning ${item} advocacy ${item} } } }`,
    );
    const { erasurePreview } = viewer as { erasurePreview: Readonly<Record<ServiceName, readonly RetentionRow[]>> };
    const file = join(findWorkspace(import.meta.dirname), 'docs/retention.md');
    const tables = serviceNames.map((service) => retentionTable(service, erasurePreview[service])).join('\n');
    const before = readFileSync(file, 'utf8');
    const after = before.replace(/(<!-- begin table -->\n)[^]*(\n<!-- end table -->)/, `$1\n${tables}$2`);
    if (process.env['UPDATE_SNAPSHOT'] === '1') writeFileSync(file, after);
    expect(after.replaceAll(/[ -]+/g, ' ')).toBe(readFileSync(file, 'utf8').replaceAll(/[ -]+/g, ' '));
  });

  it('leaves no word in any table of any database but what the retention table says', async () => {
    expect(await act('ada', 'requestErasure', { confirmation: marker })).toEqual({
      __typename: 'RequestErasureSuccess',
    });
    await letTwoWeeksPass();
    const receipts = '{ erasureReceipts(first: 1) { edges { node { isComplete confirmations { service } } } } }';
    await waitFor('every service to confirm', async () => {
      const { erasureReceipts } = await ask('sys', receipts);
      const { edges } = erasureReceipts as { edges: readonly { node: { isComplete: boolean } }[] };
      return edges[0]?.node.isComplete === true;
    });
    expect((await tablesWith(marker)).filter((table) => kept[table] === undefined)).toEqual([]);
  }, 300_000);

  it('leaves no sign-in in what was told of them, and no answer under their keys', async () => {
    for (const service of serviceNames) {
      const rows = await queryService(platform, service, {
        sql: `select (select count(*)::int from idempotency_record where actor = 'ada') as keys,
                (select count(*)::int from actor_member where subject = 'ada') as actors,
                (select count(*)::int from outbox_event where data->>'subject' = 'ada') as told,
                (select count(*)::int from inbox_event where envelope->'data'->>'subject' = 'ada') as heard`,
      });
      expect({ service, ...rows[0] }).toEqual({ service, keys: 0, actors: 0, told: 0, heard: 0 });
    }
  });

  it('leaves a graph that others can still read', async () => {
    const { data, errors } = await platform.post(
      'rosa',
      '{ campusPosts(first: 20) { edges { node { id body author { displayName } } } } viewer { conversations { edges { node { id } } } } }',
    );
    expect(errors).toBeUndefined();
    expect(JSON.stringify(data)).not.toContain(marker);
  });

  it('may join anew as somebody whom nothing ties to before', async () => {
    const facts = { faculty: 'Arts', programme: 'History', level: 'UNDERGRADUATE', year: 1, studentNumber: 'N-new' };
    expect(await act('ada', 'applyForMembership', { ...facts, displayName: 'New' }, 'member { id }')).toMatchObject({
      __typename: 'ApplyForMembershipSuccess',
    });
    const { viewer } = await ask('ada', '{ viewer { memberRecord { id } } }');
    expect(((viewer as Fields)['memberRecord'] as Fields)['id']).not.toBe(memberId);
  });
});
