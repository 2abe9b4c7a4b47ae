import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { buildServiceSchema } from '@guildhall/subgraph';
import { startTestService, TestClock, testStart, type TestService } from '@guildhall/testing';
import { getNamedType, isLeafType, isObjectType, isUnionType, type GraphQLObjectType } from 'graphql';
import type { Group } from '../src/group/group.js';
import { defaultAudiences, profileFields, type Audience, type Member } from '../src/member/member.js';
import { CandidacyFixture } from './candidacy-fixture.js';
import { Fixture, membership } from './fixture.js';
import { tieMutation } from './ties.js';

/*
 * Vic and Tom are a blocked pair, or they are not and Tom shares nothing with anybody: Vic must not be able to tell which,
 * whoever of the two blocked the other. Every field of the service that can answer a member stands below with a question
 * that reaches Tom by it, asked in both worlds and compared by the byte and by the statements that were run.
 */
const schema = buildServiceSchema(membership);
const clock = new TestClock(testStart);
let test: TestService;
let fixture: Fixture;
let vic: Member;
let tom: Member;
let pal: Member;
let group: Group;
const ids = { postId: '', positionId: '', electionId: '' };
/** Two activities: Tom and Pal go to the one, Tom alone to the other; all let their connections know. */
const places = ['018f0000-0000-7000-8000-0000000000c1', '018f0000-0000-7000-8000-0000000000c2'] as const;

const everyFieldFor = (audience: Audience): Member['audiences'] => ({
  ...defaultAudiences,
  ...Object.fromEntries(profileFields.map((field) => [field, audience])),
});

beforeAll(async () => {
  test = await startTestService(membership, { clock });
  fixture = new Fixture(test);
  const alike = { interests: ['chess'], programme: 'BSc Physics', audiences: everyFieldFor('MEMBERS') };
  vic = await fixture.member('vic', alike);
  tom = await fixture.member('tom', { ...alike, bio: 'Hills', pronouns: 'he/him', skills: ['maths'] });
  pal = await fixture.member('pal', alike);
  const others = await Promise.all(['ann', 'bea', 'cem'].map((name) => fixture.member(name, alike)));
  group = await fixture.group('Tea', [vic.id, tom.id, pal.id, ...others.map(({ id }) => id)]);
  ids.positionId = (await fixture.position(group.id)).id;
  const [seat] = await test.dataSource.query('select * from position where id = $1', [ids.positionId]);
  await fixture.mandate({ ...seat, groupId: group.id, constituency: undefined }, tom.id);
  await fixture.mandate(await fixture.position(undefined, 'UNION_OFFICER'), tom.id);
  await fixture.post(group.id, tom.id);
  ids.postId = (await fixture.post(group.id, vic.id)).id;
  await fixture.connection(vic.id, pal.id);
  await fixture.connection(pal.id, tom.id);
  await fixture.appointment('sys', 'ADMIN');
  await test.dataSource.query(
    `insert into place_told (registration_id, activity_id, member_id, is_held, changed_at)
     select gen_random_uuid(), a.id, a.member_id, true, now() from unnest($1::uuid[], $2::uuid[]) as a (id, member_id)`,
    [
      [places[0], places[0], places[1]],
      [tom.id, pal.id, tom.id],
    ],
  );
  await test.dataSource.query('insert into going_sharing select id from member');
  await holdElection();
});

/** Tom stands, and nominated Vic. */
async function holdElection(): Promise<void> {
  const elections = new CandidacyFixture(test);
  const electionId = await elections.election('CAMPAIGN');
  const contestId = await elections.contest(electionId, await fixture.position(undefined, 'UNION_OFFICER'));
  await elections.candidate(contestId, tom, { status: 'STANDING' });
  await elections.nominations(await elections.candidate(contestId, vic, { status: 'STANDING' }), [tom]);
  ids.electionId = electionId;
}
let onTestFinished: (() => Promise<unknown>) | undefined;
beforeEach(() => clock.set(testStart));
afterEach(async () => {
  await onTestFinished?.();
  onTestFinished = undefined;
});
afterAll(() => test.stop());

/** A world in which Vic meets Tom. */
type World = 'vic blocks tom' | 'tom blocks vic' | 'tom shares nothing';

async function enter(world: World): Promise<void> {
  const query = (statement: string, parameters: unknown[] = []) => test.dataSource.query(statement, parameters);
  await query('delete from member_block');
  await query(
    'delete from member_connection where $1 in (requester_id, addressee_id) and $2 in (requester_id, addressee_id)',
    [vic.id, tom.id],
  );
  await query('delete from discoverability');
  await query('delete from notification');
  const shared = world === 'tom shares nothing' ? 'ONLY_ME' : 'MEMBERS';
  await query('update member set audiences = $2 where id = $1', [tom.id, everyFieldFor(shared)]);
  if (world === 'vic blocks tom') await fixture.block(vic.id, tom.id);
  if (world === 'tom blocks vic') await fixture.block(tom.id, vic.id);
  if (world === 'tom shares nothing') await query(`insert into discoverability values ($1, 'NOBODY', false)`, [tom.id]);
}

/** What stands below an object field of Member; a new one must be added here. */
const belowMember: Readonly<Record<string, string>> = {
  audiences: '{ displayName }',
  groups: '{ id since group { id name memberCount } member { id displayName } }',
  mandates: '{ id startsAt endsAt position { title kind } member { id displayName } }',
  roleHistory: '{ edges { node { id } } pageInfo { hasNextPage endCursor } }',
  suspension: '{ __typename }',
  // Whom Vic blocks, Vic knows: that field is compared where Tom is the one who blocked.
  tie: '{ state message since expiresAt knownAs viewerActions }',
};

function everything({ withTie }: { readonly withTie: boolean }): string {
  const memberType = schema.getType('Member') as GraphQLObjectType;
  return Object.values(memberType.getFields())
    .filter(({ name }) => withTie || name !== 'tie')
    .map(({ name, type }) => (isLeafType(getNamedType(type)) ? name : `${name} ${belowMember[name] ?? '{ missing }'}`))
    .join(' ');
}

/** A question that reaches Tom by a field, with `ALL` for everything that a member can be asked. */
type Question = { readonly query: string; readonly variables?: () => object };
const lists = (field: string): Question => ({
  query: `{ viewer { ${field} { edges { cursor node { __typename member { ALL } } } pageInfo { hasNextPage endCursor } } } }`,
});
const questions: Readonly<Record<string, readonly Question[]>> = {
  'Query.member': [
    { query: 'query ($id: ID!) { member(id: $id) { ALL } }', variables: () => ({ id: tom.id }) },
    {
      query: 'query ($refs: [_Any!]!) { _entities(representations: $refs) { ... on Member { ALL } } }',
      variables: () => ({ refs: [{ __typename: 'Member', id: tom.id }] }),
    },
  ],
  'MemberEdge.node': ['', '(search: "tom")', '(search: "t", first: 1)', '(first: 2)', '(first: 100)'].map((args) => ({
    query: `{ members${args} { edges { cursor node { ALL } } pageInfo { hasNextPage endCursor } } }`,
  })),
  'GroupMembership.member': ['', '(first: 2)', '(first: 1)'].map((args) => ({
    query: `query ($id: ID!) { group(id: $id) { memberCount members${args} { edges { cursor node { id since member { ALL } } } pageInfo { hasNextPage endCursor } } } }`,
    variables: () => ({ id: group.id }),
  })),
  'Mandate.member': [
    {
      query:
        'query ($id: ID!) { group(id: $id) { positions { title holders { id startsAt endsAt member { ALL } } } } }',
      variables: () => ({ id: group.id }),
    },
  ],
  'Candidate.member': [
    {
      query: 'query ($id: ID!) { election(id: $id) { contests { candidates { name member { ALL } viewerActions } } } }',
      variables: () => ({ id: ids.electionId }),
    },
  ],
  'Candidate.nominators': [{ query: '{ viewer { candidacies { nominationCount nominators { ALL } } } }' }],
  'Activity.friendsGoing': [
    {
      query:
        'query ($refs: [_Any!]!) { _entities(representations: $refs) { ... on Activity { friendsGoing { ALL } } } viewer { activitiesWithFriends { id } } }',
      variables: () => ({ refs: places.map((id) => ({ __typename: 'Activity', id })) }),
    },
  ],
  'Tie.member': [lists('connections'), lists('requestsReceived'), lists('requestsSent')],
  'MemberSuggestion.member': [lists('memberSuggestions')],
  'MutualConnections.members': [
    {
      query:
        '{ viewer { memberSuggestions { edges { node { member { id } reasons { __typename ... on MutualConnections { count members { ALL } } } } } } } }',
    },
  ],
};

const leftOut = 'what either wrote is left out for the other';
const notOnTheBoard = 'neither meets what the other asks for or offers';
const officials = 'people answer for a group or for a decision here; the row stays and is nameless like any other';

/** Fields with a test of their own, named by its file, and fields that a blocked pair cannot meet each other by, with why. */
const elsewhere: Readonly<Record<string, string>> = {
  'Viewer.member': 'oneself',
  'Viewer.memberRecord': 'oneself',
  'Admission.member': 'admission.int.test.ts',
  'AffiliationStep.by': officials,
  'AffiliationSubmission.president': officials,
  'AffiliationSubmission.secretary': officials,
  'AffiliationSubmission.treasurer': officials,
  'CircleMember.member': 'circle.int.test.ts',
  'Companion.member': 'circle.int.test.ts',
  'ConversationParticipant.member': 'conversation.int.test.ts',
  'HelpCreditMovement.with': notOnTheBoard,
  'HelpDispute.raisedBy': notOnTheBoard,
  'HelpDoneClaim.by': notOnTheBoard,
  'HelpMatch.helper': notOnTheBoard,
  'HelpOffer.helper': notOnTheBoard,
  'HelpRequest.requester': notOnTheBoard,
  'MembershipAppeal.member': officials,
  'ModerationStep.by': officials,
  'NeedsReading.reader': 'needs.int.test.ts',
  'Notification.from': 'notification-telling.int.test.ts',
  'Post.author': leftOut,
  'PostReaction.member': leftOut,
  'PostReply.author': leftOut,
  'RaiseRequest.askedBy': leftOut,
  'ReportedItem.author': officials,
  'SearchHit.member': 'search.int.test.ts',
  'SharedNeeds.member': 'needs.int.test.ts',
};

/** Every field of an object of the service that answers a member, but for what a mutation hands back of the caller's own act. */
function fieldsThatAnswerMembers(): readonly string[] {
  const outcomes = new Set(
    Object.values(schema.getTypeMap())
      .filter(isUnionType)
      .filter(({ name }) => name.endsWith('Result'))
      .flatMap((union) => union.getTypes().map(({ name }) => name)),
  );
  return Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter(({ name }) => !name.startsWith('__') && !outcomes.has(name))
    .flatMap(({ name, getFields }) =>
      Object.values(getFields.call(schema.getType(name))).map((field) => ({ name, field })),
    )
    .filter(({ field }) => getNamedType(field.type).name === 'Member')
    .map(({ name, field }) => `${name}.${field.name}`)
    .toSorted();
}

type Observation = { readonly answer: string; readonly statements: readonly string[] };

/**
 * What Vic is told and what was asked of the database for it. Loaders of one level run side by side, so that of what is
 * read only which statements there were is compared; a mutation runs one after another.
 */
async function observe(subject: string, { query, variables }: Question, withTie: boolean): Promise<Observation> {
  const text = query.replaceAll('ALL', everything({ withTie }));
  let answer = '';
  const statements = await test.countStatements(async () => {
    answer = JSON.stringify(await test.run(subject, text, { ...variables?.() }));
  });
  expect(answer).not.toContain('GRAPHQL_VALIDATION_FAILED');
  const isRead = !query.startsWith('mutation');
  return { answer, statements: isRead ? [...new Set(statements)].toSorted() : statements };
}

describe('a blocked pair and a member who shares nothing', () => {
  it('are compared by every field that can answer a member', () => {
    const known = [...Object.keys(questions), ...Object.keys(elsewhere)].toSorted();
    expect(known).toEqual(fieldsThatAnswerMembers());
    for (const reason of Object.values(elsewhere).filter((text) => text.endsWith('.ts'))) {
      const file = path.join(import.meta.dirname, reason);
      expect([reason, existsSync(file) && /block/i.test(readFileSync(file, 'utf8'))]).toEqual([reason, true]);
    }
  });

  it('are asked for everything that a member can be asked', () => {
    expect(everything({ withTie: true })).not.toContain('missing');
  });

  const cases = Object.entries(questions).flatMap(([field, list]) =>
    list.map((question, index) => ({ field, index, question })),
  );

  it.each(cases)('are the same by $field ($index), whoever blocked', async ({ question }) => {
    for (const blocking of ['vic blocks tom', 'tom blocks vic'] as const) {
      const withTie = blocking === 'tom blocks vic';
      await enter('tom shares nothing');
      const shy = await observe('vic', question, withTie);
      await enter(blocking);
      expect({ blocking, ...(await observe('vic', question, withTie)) }).toEqual({ blocking, ...shy });
    }
  });

  it('are the same to an administrator among the members', async () => {
    await fixture.appointment('vic', 'ADMIN');
    onTestFinished = () => test.dataSource.query(`delete from appointment where subject = 'vic'`);
    for (const field of ['Query.member', 'MemberEdge.node', 'GroupMembership.member'])
      for (const question of questions[field] ?? []) {
        await enter('tom shares nothing');
        const shy = await observe('vic', question, true);
        await enter('tom blocks vic');
        expect({ field, ...(await observe('vic', question, true)) }).toEqual({ field, ...shy });
      }
  });

  it('are the same to somebody whose membership is suspended', async () => {
    await enter('tom shares nothing');
    await test.dataSource.query(`update member set status = 'SUSPENDED', status_until = '2030-01-01' where id = $1`, [
      vic.id,
    ]);
    const asked = questions['Query.member']?.[0] ?? { query: '' };
    const shy = await observe('vic', asked, true);
    await enter('tom blocks vic');
    await test.dataSource.query('update member set audiences = $2 where id = $1', [tom.id, everyFieldFor('PUBLIC')]);
    expect(await observe('vic', asked, true)).toEqual(shy);
    await test.dataSource.query(`update member set status = 'ACTIVE', status_until = null where id = $1`, [vic.id]);
  });

  it('keep an office in sight, because who answers for the union is public, and no name with it', async () => {
    const office = 'query ($id: ID!) { member(id: $id) { displayName mandates { position { kind } } } }';
    await enter('tom blocks vic');
    expect((await test.run('vic', office, { id: tom.id })).data?.['member']).toMatchObject({
      displayName: null,
      mandates: expect.arrayContaining([{ position: { kind: 'UNION_OFFICER' } }]),
    });
  });

  it('change no figure for anybody else', async () => {
    const figures = `query ($id: ID!) { group(id: $id) { memberCount members(first: 100) { edges { node { member { id displayName } } } } } members(first: 100) { edges { node { id } } } }`;
    await enter('tom blocks vic');
    const blocked = await test.run('pal', figures, { id: group.id });
    await test.dataSource.query('delete from member_block');
    expect(await test.run('pal', figures, { id: group.id })).toEqual(blocked);
  });
});

describe('what vic does to tom', () => {
  type Act = 'requestConnection' | 'acceptConnection' | 'declineConnection' | 'withdrawConnection' | 'removeConnection';
  const acts: readonly Act[] = [
    'requestConnection',
    'requestConnection',
    'acceptConnection',
    'declineConnection',
    'removeConnection',
    'withdrawConnection',
    'withdrawConnection',
    'requestConnection',
  ];
  let keys = 0;

  async function history(world: World): Promise<readonly Observation[]> {
    await enter(world);
    const seen: Observation[] = [];
    for (const [index, name] of acts.entries()) {
      keys += 1;
      const input = {
        memberId: tom.id,
        ...(name === 'requestConnection' && { message: `Hello ${index}`, idempotencyKey: `pair-${keys}` }),
      };
      const act = await observe('vic', { query: tieMutation(name), variables: () => ({ input }) }, true);
      seen.push(act);
    }
    // The cursor holds the id of the request, which is another in each world.
    const sent = async () => {
      const { answer, statements } = await observe('vic', lists('requestsSent'), true);
      return { statements, answer: answer.replaceAll(/"(cursor|endCursor)":"[^"]*"/g, '"cursor"') };
    };
    seen.push(await sent());
    for (const name of ['dismissMemberSuggestion', 'blockMember'] as const) {
      const type = name.charAt(0).toUpperCase() + name.slice(1);
      const query = `mutation ($input: ${type}Input!) { ${name}(input: $input) { __typename } }`;
      seen.push(await observe('vic', { query, variables: () => ({ input: { memberId: tom.id } }) }, true));
    }
    return seen;
  }

  it('is answered with the same words and the same statements, from the first request to its last day', async () => {
    const shy = await history('tom shares nothing');
    const blocked = await history('tom blocks vic');
    expect(blocked).toEqual(shy);
    expect(JSON.stringify(shy[0])).toContain('RequestConnectionSuccess');
  });

  it('is gone from what vic sees after the same 30 days', async () => {
    const over = async (world: World) => {
      await enter(world);
      keys += 1;
      const input = { memberId: tom.id, idempotencyKey: `pair-${keys}` };
      await test.run('vic', tieMutation('requestConnection'), { input });
      clock.advance(30 * 86_400_000 - 1);
      const last = await test.run('vic', '{ viewer { requestsSent { edges { node { state expiresAt } } } } }');
      clock.advance(1);
      const gone = await observe('vic', lists('requestsSent'), true);
      clock.set(testStart);
      return { last, gone };
    };
    const shy = await over('tom shares nothing');
    expect(await over('tom blocks vic')).toEqual(shy);
    expect(JSON.stringify(shy.last)).toContain('REQUESTED_BY_VIEWER');
    expect(shy.gone.answer).not.toContain('REQUESTED_BY_VIEWER');
  });

  it('never reaches tom, not even after he takes the block back', async () => {
    await enter('tom blocks vic');
    keys += 1;
    const input = { memberId: tom.id, idempotencyKey: `pair-${keys}` };
    await test.run('vic', tieMutation('requestConnection'), { input });
    const received = '{ viewer { requestsReceived { edges { node { member { id } } } } } }';
    const nothing = { viewer: { requestsReceived: { edges: [] } } };
    expect((await test.run('tom', received)).data).toEqual(nothing);
    await test.run('tom', tieMutation('unblockMember'), { input: { memberId: vic.id } });
    expect((await test.run('tom', received)).data).toEqual(nothing);
    const [told]: { count: number }[] = await test.dataSource.query(
      'select count(*)::int as count from notification where member_id = $1',
      [tom.id],
    );
    expect(told?.count).toBe(0);
  });

  it('ends when tom blocks vic, and vic sees what a member who was left sees', async () => {
    await enter('tom shares nothing');
    const after = async (act: 'blockMember' | 'removeConnection') => {
      await test.dataSource.query('delete from member_block');
      await fixture.connection(vic.id, tom.id);
      await test.run('tom', tieMutation(act), { input: { memberId: vic.id } });
      const seen = await observe('vic', questions['Query.member']?.[0] ?? { query: '' }, true);
      await test.dataSource.query('delete from member_connection where addressee_id = $1', [tom.id]);
      return seen;
    };
    const removed = await after('removeConnection');
    expect(await after('blockMember')).toEqual(removed);
  });

  it('can be blocked and taken back by vic, who sees whom, by the name known then', async () => {
    await enter('tom blocks vic');
    await test.dataSource.query('delete from member_block');
    const input = { memberId: tom.id };
    const blocked = await test.run('vic', tieMutation('blockMember'), { input });
    expect(blocked.data?.['answer']).toMatchObject({
      tie: { state: 'BLOCKED_BY_VIEWER', knownAs: 'tom', viewerActions: ['UNBLOCK'], member: { displayName: null } },
    });
    keys += 1;
    const asked = await test.run('vic', tieMutation('requestConnection'), {
      input: { ...input, idempotencyKey: `pair-${keys}` },
    });
    expect(asked.data?.['answer']).toMatchObject({ __typename: 'IllegalTransitionError' });
    expect((await test.run('vic', '{ viewer { blocks { edges { node { knownAs member { id } } } } } }')).data).toEqual({
      viewer: { blocks: { edges: [{ node: { knownAs: 'tom', member: { id: tom.id } } }] } },
    });
    expect((await test.run('vic', tieMutation('unblockMember'), { input })).data?.['answer']).toMatchObject({
      tie: { state: 'NONE', viewerActions: ['REQUEST', 'BLOCK'] },
    });
  });
});
