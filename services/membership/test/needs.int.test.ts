import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestService, TestClock, testStart, type TestService } from '@guildhall/testing';
import type { Group } from '../src/group/group.js';
import type { Member } from '../src/member/member.js';
import { Fixture, membership } from './fixture.js';

const clock = new TestClock(testStart);
const missing = '018f0000-0000-7000-8000-000000000000';
const dayMs = 86_400_000;
const names = ['ada', 'omar', 'wen', 'bea', 'cem', 'dee', 'eli', 'fay'] as const;
let test: TestService;
let fixture: Fixture;
let chess: Group;
let people: Readonly<Record<string, Member>>;

beforeAll(async () => {
  test = await startTestService(membership, { clock });
  fixture = new Fixture(test);
  const made = await Promise.all([...names, 'uma', 'mo'].map((subject) => fixture.member(subject)));
  people = Object.fromEntries(made.map((member) => [member.subject, member]));
  chess = await fixture.group(
    'Chess',
    made.filter(({ subject }) => subject !== 'uma' && subject !== 'mo').map(({ id }) => id),
  );
  await fixture.mandate(await fixture.position(chess.id), idOf('omar'));
  await fixture.mandate(await fixture.position(chess.id, 'WELFARE_LEAD'), idOf('wen'));
  await fixture.mandate(await fixture.position(undefined, 'UNION_OFFICER'), idOf('uma'));
});
afterAll(() => test.stop());

function idOf(subject: string): Member['id'] {
  const member = people[subject];
  if (member === undefined) throw new Error(`${subject} was made`);
  return member.id;
}

const writing =
  'mutation ($input: WriteNeedsInput!) { writeNeeds(input: $input) { __typename ... on WriteNeedsSuccess { profile { needs dietNote accessNote languageNote } } ... on UserError { message } ... on ValidationError { fields { path } } } }';
const erasing =
  'mutation ($input: EraseNeedsInput!) { eraseNeeds(input: $input) { __typename ... on ValidationError { fields { path } } } }';
const reading =
  'mutation ($input: ReadNeedsInput!) { readNeeds(input: $input) { __typename ... on ReadNeedsSuccess { shared { member { displayName } fields needs dietNote accessNote languageNote } } ... on UserError { message } } }';
const own =
  '{ viewer { needs { needs dietNote } needsReadings { edges { node { reader { displayName } group { name } purpose fields } } } } }';
const counting = 'query ($id: ID!) { group(id: $id) { needsActions needsCounts { need count suppressed } } }';
const giving =
  'mutation ($input: GiveConsentInput!) { giveConsent(input: $input) { __typename ... on GiveConsentSuccess { consent { id } } } }';
const withdrawing = 'mutation ($input: WithdrawConsentInput!) { withdrawConsent(input: $input) { __typename } }';

const write = async (who: string | undefined, input: object) =>
  (await test.run(who, writing, { input })).data?.['writeNeeds'];
let keys = 0;
async function give(who: string, fields: readonly string[]): Promise<string> {
  const until = new Date(clock.now().getTime() + 30 * dayMs).toISOString();
  const input = { purpose: 'NEEDS_IN_GROUP', fields, groupId: chess.id, until, idempotencyKey: `key-${(keys += 1)}` };
  const given = (await test.run(who, giving, { input })).data?.['giveConsent'] as { consent: { id: string } };
  return given.consent.id;
}
type Read = { __typename: string; shared: { member: { displayName: string } | null; needs: string[] }[] };
const read = async (who: string | undefined, groupId: string = chess.id): Promise<Read> =>
  (await test.run(who, reading, { input: { groupId } })).data?.['readNeeds'] as Read;
type Own = { needs: { needs: string[] } | null; needsReadings: { edges: { node: object }[] } };
const ownOf = async (who: string): Promise<Own> => (await test.run(who, own)).data?.['viewer'] as Own;
type Counted = { needsActions: string[]; needsCounts: { need: string; count: number | null }[] | null };
const count = async (who: string | undefined): Promise<Counted> =>
  (await test.run(who, counting, { id: chess.id })).data?.['group'] as Counted;

describe('what somebody needs', () => {
  it('is theirs to write and to erase, and nobody’s to see', async () => {
    expect(await write('ada', { needs: ['VEGAN', 'QUIET_SPACE'], dietNote: 'No peppers.' })).toMatchObject({
      profile: { needs: ['VEGAN', 'QUIET_SPACE'], dietNote: 'No peppers.', accessNote: null },
    });
    expect(await write('ada', { needs: [], dietNote: 'x'.repeat(201) })).toMatchObject({
      fields: [{ path: 'dietNote' }],
    });
    expect(await write(undefined, { needs: [] })).toMatchObject({ __typename: 'NotAllowedError' });
    expect(await ownOf('ada')).toMatchObject({ needs: { needs: ['VEGAN', 'QUIET_SPACE'] } });
    expect((await ownOf('omar')).needs).toBeNull();
    const may = async (who?: string) => (await test.run(who, '{ viewer { ownNeedsActions } }')).data;
    expect(await may('ada')).toEqual({ viewer: { ownNeedsActions: ['WRITE', 'ERASE', 'CONSENT'] } });
    expect(await may()).toEqual({ viewer: { ownNeedsActions: [] } });
    const erase = async (confirm: boolean) =>
      (await test.run('ada', erasing, { input: { confirm } })).data?.['eraseNeeds'];
    expect(await erase(false)).toMatchObject({ fields: [{ path: 'confirm' }] });
    expect(await erase(true)).toEqual({ __typename: 'EraseNeedsSuccess' });
    expect((await ownOf('ada')).needs).toBeNull();
    const asNobody = await test.run(undefined, erasing, { input: { confirm: true } });
    expect(asNobody.data?.['eraseNeeds']).toMatchObject({ __typename: 'NotAllowedError' });
  });

  it('never leaves this service: no event says a word of it', async () => {
    await write('ada', { needs: ['STEP_FREE', 'VEGAN'], accessNote: 'planted-secret' });
    const rows: readonly object[] = await test.dataSource.query(
      "select 1 from outbox_event where row_to_json(outbox_event)::text ~ 'planted-secret|STEP_FREE'",
    );
    expect(rows).toEqual([]);
  });
});

describe('reading what others need', () => {
  it('without a live consent gives nothing, in numbers or names', async () => {
    expect((await read('wen')).shared).toEqual([]);
    expect((await count('omar')).needsCounts?.every(({ count: figure }) => figure === null)).toBe(true);
  });

  it('gives the welfare lead the parts that were consented to, and the person a line about it', async () => {
    const consentId = await give('ada', ['DIET']);
    expect((await read('wen')).shared).toEqual([
      {
        member: { displayName: 'ada' },
        fields: ['DIET'],
        needs: ['VEGAN'],
        dietNote: null,
        accessNote: null,
        languageNote: null,
      },
    ]);
    expect((await ownOf('ada')).needsReadings.edges.map(({ node }) => node)).toEqual([
      { reader: { displayName: 'wen' }, group: { name: 'Chess' }, purpose: 'NEEDS_IN_GROUP', fields: ['DIET'] },
    ]);
    const told: readonly object[] = await test.dataSource.query(
      "select 1 from notification where member_id = $1 and reason = 'NEEDS_READ'",
      [idOf('ada')],
    );
    expect(told).toHaveLength(1);
    await test.run('ada', withdrawing, { input: { consentId } });
    expect((await read('wen')).shared).toEqual([]);
    expect((await ownOf('ada')).needsReadings.edges).toHaveLength(1);
  });

  it('is refused to everybody else, alike for a group that is hidden and one that is missing', async () => {
    for (const who of ['omar', 'uma', 'ada', 'mo', undefined])
      expect(await read(who)).toMatchObject({ __typename: 'NotAllowedError' });
    const hidden = await fixture.group('Hidden', [], 'PROPOSED');
    expect(await read('nobody', hidden.id)).toEqual(await read('nobody', missing));
    for (const who of ['ada', 'mo', undefined])
      expect(await count(who)).toEqual({ needsActions: [], needsCounts: null });
    expect((await count('omar')).needsActions).toEqual(['SEE_COUNTS']);
    expect((await count('wen')).needsActions).toEqual(['SEE_COUNTS', 'READ_NAMES']);
  });

  it('counts from five people on, and a blocked pair changes no figure but is never read', async () => {
    const sharing = ['ada', 'bea', 'cem', 'dee', 'eli'];
    for (const who of sharing) await write(who, { needs: ['VEGAN', 'STEP_FREE'] });
    for (const who of sharing.slice(0, 4)) await give(who, ['DIET']);
    const veganCount = async (who: string) =>
      (await count(who)).needsCounts?.find(({ need }) => need === 'VEGAN')?.count;
    expect(await veganCount('omar')).toBeNull();
    await give('eli', ['DIET', 'ACCESS']);
    expect(await veganCount('omar')).toBe(5);
    expect(await veganCount('uma')).toBe(5);
    expect((await count('omar')).needsCounts?.find(({ need }) => need === 'STEP_FREE')?.count).toBeNull();
    await test.dataSource.query('insert into member_block (blocker_id, blocked_id, since) values ($1, $2, $3)', [
      idOf('bea'),
      idOf('wen'),
      clock.now(),
    ]);
    expect(await veganCount('wen')).toBe(5);
    const shown = (await read('wen')).shared.map(({ member }) => member?.displayName ?? '');
    expect(shown.toSorted()).toEqual(['ada', 'cem', 'dee', 'eli']);
    expect((await ownOf('bea')).needsReadings.edges).toEqual([]);
  });

  it('fails closed for who left the group, whose consent ran out, or who lost their rights', async () => {
    const leaving = 'mutation ($input: LeaveGroupInput!) { leaveGroup(input: $input) { __typename } }';
    await test.run('cem', leaving, { input: { groupId: chess.id } });
    await test.dataSource.query("update member set status = 'REJECTED' where id = $1", [idOf('dee')]);
    const shown = (await read('wen')).shared.map(({ member }) => member?.displayName ?? '');
    expect(shown.toSorted()).toEqual(['ada', 'eli']);
    clock.advance(31 * dayMs);
    expect((await read('wen')).shared).toEqual([]);
  });

  it('asks the database once for the figures of all groups of a page', async () => {
    const query = '{ groups(first: 20) { edges { node { needsCounts { count } } } } }';
    const before = await test.countStatements(() => test.run('uma', query));
    for (const name of ['Go', 'Draughts']) await fixture.group(name, [idOf('ada')]);
    expect((await test.countStatements(() => test.run('uma', query))).length).toBe(before.length);
  });

  it('never touches what was written down about it', async () => {
    for (const statement of ['delete from needs_reading', "update needs_reading set fields = '{}'"])
      await expect(test.dataSource.query(statement)).rejects.toThrow(/reading/);
  });

  it('ends with the membership: the profile goes, whoever ends it', async () => {
    await test.dataSource.query("update member set status = 'ALUMNI' where id = $1", [idOf('ada')]);
    expect(await test.dataSource.query('select 1 from needs_profile where member_id = $1', [idOf('ada')])).toEqual([]);
  });
});
