import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { encodeCursor } from '@guildhall/kernel';
import { TestClock, testStart, type TestService } from '@guildhall/testing';
import { machine, startAdvocacy, type Fixture } from './fixture.js';

const clock = new TestClock(testStart);
let test: TestService;
let fixture: Fixture;
let caseId: string;

beforeAll(async () => {
  ({ test, fixture } = await startAdvocacy({ clock }));
  caseId = await fixture.assigned();
});
afterAll(() => test.stop());

const whole =
  'query ($id: ID!) { referral(id: $id) { id status department { name } sentAt dueAt fields { name value consented } questions { question proposedAnswer answer answeredAt } response { decision text redirectTo { name } } draftResponse viewerActions } }';
const read = async (who: Parameters<Fixture['ask']>[0], id: string) =>
  (await fixture.ask(who, whole, { id }))['referral'];
const caseStatus = async () =>
  (await fixture.ask('ada', 'query ($id: ID!) { case(id: $id) { status } }', { id: caseId }))['case'].status;
const housingSystem = machine('department-housing', 'referrals:read', 'referrals:answer');

describe('a referral', () => {
  it('shows a department nothing before it is sent, and then exactly the fields the student chose', async () => {
    const { referralId, fields } = await fixture.drafted(caseId);
    expect(await read('dirk', referralId)).toBeNull();
    expect(await fixture.mutate('carl', 'sendReferral', { referralId })).toMatchObject({
      __typename: 'IllegalTransitionError',
      state: 'DRAFTED',
    });
    expect((await read('ada', referralId)).fields.map((field: { consented: boolean }) => field.consented)).toEqual([
      false,
      false,
      false,
    ]);
    await fixture.expectSuccess('ada', 'consentToReferral', { referralId, fieldIds: Object.values(fields) });
    await fixture.expectSuccess('ada', 'consentToReferral', { referralId, fieldIds: [fields['room'], fields['wish']] });
    expect(await read('dirk', referralId)).toBeNull();
    await fixture.expectSuccess('carl', 'sendReferral', { referralId });
    const shown = {
      status: 'SENT',
      department: { name: 'Student Housing' },
      dueAt: '2026-10-19T22:59:59.999Z',
      fields: [
        { name: 'room', value: 'Lakeside 27', consented: true },
        { name: 'wish', value: 'A repair with a date', consented: true },
      ],
    };
    for (const who of ['dana', 'dirk', housingSystem]) expect(await read(who, referralId)).toMatchObject(shown);
    expect((await read('ada', referralId)).fields).toHaveLength(3);
    expect(await caseStatus()).toBe('WAITING_DEPARTMENT');
    await fixture.expectSuccess('ada', 'withdrawReferralConsent', { referralId });
    expect(await caseStatus()).toBe('OPEN');
  });

  it('takes consent from the student alone, for fields of this referral alone', async () => {
    const { referralId, fields } = await fixture.drafted(caseId);
    const other = await fixture.drafted(caseId);
    expect(await fixture.mutate('carl', 'consentToReferral', { referralId, fieldIds: [fields['room']] })).toMatchObject(
      { __typename: 'NotAllowedError' },
    );
    expect(await fixture.mutate('ada', 'consentToReferral', { referralId, fieldIds: [] })).toMatchObject({
      fields: [{ path: 'fieldIds', rule: 'REQUIRED' }],
    });
    expect(
      await fixture.mutate('ada', 'consentToReferral', { referralId, fieldIds: [other.fields['room']] }),
    ).toMatchObject({ fields: [{ path: 'fieldIds.0', rule: 'UNKNOWN' }] });
  });

  it('is answered: acknowledged, asked about, drafted by staff and published by the lead', async () => {
    const referralId = await fixture.sent(caseId);
    expect((await read('dana', referralId)).viewerActions).toEqual(['ACKNOWLEDGE', 'HAND']);
    await fixture.expectSuccess('dana', 'acknowledgeReferral', { referralId });
    expect((await read('dana', referralId)).viewerActions).toEqual(['ASK_INFORMATION', 'DRAFT_RESPONSE', 'HAND']);
    expect((await read('dirk', referralId)).viewerActions).toEqual([
      'ASK_INFORMATION',
      'DRAFT_RESPONSE',
      'RESPOND',
      'HAND',
    ]);
    await fixture.expectSuccess('dana', 'askReferralInformation', { referralId, question: 'Which window?' });
    await fixture.expectSuccess('carl', 'proposeReferralAnswer', { referralId, answer: 'The left one, she is ill' });
    expect((await read('dana', referralId)).questions).toEqual([
      { question: 'Which window?', proposedAnswer: null, answer: null, answeredAt: null },
    ]);
    expect((await read('ada', referralId)).questions).toMatchObject([{ proposedAnswer: 'The left one, she is ill' }]);
    expect(
      await fixture.mutate('carl', 'answerReferralQuestion', { referralId, answer: 'The left one' }),
    ).toMatchObject({ __typename: 'NotAllowedError' });
    await fixture.expectSuccess('ada', 'answerReferralQuestion', { referralId, answer: 'The left one' });
    expect(await read('dana', referralId)).toMatchObject({
      status: 'ACKNOWLEDGED',
      questions: [{ answer: 'The left one', proposedAnswer: null }],
    });
    await fixture.expectSuccess('dana', 'draftReferralResponse', { referralId, text: 'We might come' });
    expect((await read('dirk', referralId)).draftResponse).toBe('We might come');
    for (const who of ['ada', 'carl']) expect((await read(who, referralId)).draftResponse).toBeNull();
    expect(
      await fixture.mutate('dana', 'respondToReferral', { referralId, decision: 'AGREE', text: 'We come' }),
    ).toMatchObject({ __typename: 'NotAllowedError' });
    const published = { referralId, decision: 'AGREE', text: 'We come on Friday', idempotencyKey: 'k' };
    await fixture.expectSuccess('dirk', 'respondToReferral', published);
    await fixture.expectSuccess('dirk', 'respondToReferral', published);
    for (const who of ['ada', 'carl', 'dana'])
      expect((await read(who, referralId)).response).toEqual({
        decision: 'AGREE',
        text: 'We come on Friday',
        redirectTo: null,
      });
    expect(await caseStatus()).toBe('OPEN');
    await fixture.expectSuccess('dirk', 'startReferralActions', { referralId });
    await fixture.expectSuccess('carl', 'closeReferral', { referralId });
  });

  it('is sent on only to another department, by name', async () => {
    const referralId = await fixture.sent(caseId);
    await fixture.expectSuccess(housingSystem, 'acknowledgeReferral', { referralId });
    const send = (changes: object) =>
      fixture.mutate(housingSystem, 'respondToReferral', {
        referralId,
        decision: 'REDIRECT',
        text: 'Ask them',
        ...changes,
      });
    expect(await send({})).toMatchObject({ fields: [{ path: 'redirectToId', rule: 'CONTRADICTION' }] });
    expect(await send({ redirectToId: fixture.departments.housing })).toMatchObject({
      fields: [{ rule: 'CONTRADICTION' }],
    });
    expect(await send({ redirectToId: caseId })).toMatchObject({ fields: [{ rule: 'UNKNOWN' }] });
    expect(await send({ redirectToId: fixture.departments.library })).toMatchObject({
      __typename: 'RespondToReferralSuccess',
    });
    expect((await read('ada', referralId)).response).toMatchObject({
      decision: 'REDIRECT',
      redirectTo: { name: 'Library' },
    });
    expect(await read('lena', referralId)).toBeNull();
  });

  it('is sealed to the department the moment consent is withdrawn, and only the fact remains', async () => {
    const referralId = await fixture.sent(caseId);
    await fixture.expectSuccess('dana', 'acknowledgeReferral', { referralId });
    await fixture.expectSuccess('dana', 'askReferralInformation', { referralId, question: 'When?' });
    await fixture.expectSuccess('dana', 'draftReferralResponse', { referralId, text: 'Perhaps' });
    await fixture.expectSuccess('ada', 'withdrawReferralConsent', { referralId });
    for (const who of ['dana', 'dirk', housingSystem]) {
      expect(await read(who, referralId)).toMatchObject({
        status: 'WITHDRAWN',
        fields: [],
        questions: [],
        response: null,
        draftResponse: null,
        viewerActions: [],
      });
      expect(
        await fixture.mutate(who, 'respondToReferral', { referralId, decision: 'DECLINE', text: 'No' }),
      ).not.toMatchObject({ __typename: 'RespondToReferralSuccess' });
    }
    expect((await read('ada', referralId)).fields).toHaveLength(3);
    expect(await fixture.mutate('ada', 'consentToReferral', { referralId, fieldIds: [] })).toMatchObject({
      __typename: 'IllegalTransitionError',
    });
  });

  it('asks a machine client for exactly its scopes and its department', async () => {
    const referralId = await fixture.sent(caseId);
    const reader = machine('department-housing', 'referrals:read');
    expect(await read(reader, referralId)).toMatchObject({ status: 'SENT', viewerActions: [] });
    expect(await fixture.mutate(reader, 'acknowledgeReferral', { referralId })).toMatchObject({
      __typename: 'NotAllowedError',
    });
    for (const stranger of [
      machine('department-library', 'referrals:read', 'referrals:answer'),
      machine('department-housing'),
      machine('analytics', 'insights:read', 'referrals:read'),
    ]) {
      expect(await read(stranger, referralId)).toBeNull();
    }
  });
});

describe('the list of a department', () => {
  const list =
    'query ($first: Int, $after: String) { referrals(first: $first, after: $after) { edges { node { id dueAt fields { name value } } } pageInfo { hasNextPage endCursor } } }';

  it('holds what was sent to it by due date, without a gap while more arrive', async () => {
    const seen: string[] = [];
    for (let after: string | null = null; ;) {
      const page: ReturnType<typeof JSON.parse> = (await fixture.ask('dana', list, { first: 2, after }))['referrals'];
      seen.push(...page.edges.map(({ node }: { node: { id: string } }) => node.id));
      clock.advance(86_400_000);
      if (seen.length < 6) await fixture.sent(caseId);
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThanOrEqual(6);
    clock.set(testStart);
    expect((await fixture.ask('lena', list))['referrals'].edges).toEqual([]);
    for (const who of ['ada', 'carl', 'sys', undefined])
      expect((await fixture.ask(who, list))['referrals'].edges).toEqual([]);
  });

  it('refuses a cursor that it never gave', async () => {
    for (const key of [['soon', caseId], ['2026-10-05T09:00:00.000Z', 'x'], ['x']]) {
      const answer = await test.run('dana', list, { after: encodeCursor(key) });
      expect(answer.errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT' });
    }
  });

  it('costs the same number of statements for few referrals and for many, the ledger included', async () => {
    const { edges }: { edges: readonly { node: { fields: readonly unknown[] } }[] } = (
      await fixture.ask('dana', list, { first: 20 })
    )['referrals'];
    // Those of the same due date stand in the order of their random ids, and what was sealed again opens nothing: few are as many as it takes to open one.
    const few = edges.findIndex(({ node }) => node.fields.length > 0) + 1;
    expect(few).toBeGreaterThan(0);
    expect(edges.length).toBeGreaterThan(few + 1);
    const statements = async (first: number) =>
      (await test.countStatements(() => fixture.ask('dana', list, { first }))).length;
    await fixture.settled();
    expect(await statements(edges.length)).toBe(await statements(few));
  });
});

describe('a department', () => {
  const departments = '{ departments { id name remit staff { subject role } } }';

  it('is public by name, and its staff are known to colleagues and the admin', async () => {
    const staffSeenBy = async (who: string | undefined) =>
      (await fixture.ask(who, departments))['departments'].map((one: { staff: { subject: string }[] }) =>
        one.staff.map(({ subject }) => subject),
      );
    expect(await staffSeenBy(undefined)).toEqual([[], []]);
    expect(await staffSeenBy('dana')).toEqual([[], ['dirk', 'dana']]);
    expect(await staffSeenBy('sys')).toEqual([['lena'], ['dirk', 'dana']]);
    expect((await fixture.ask('dirk', '{ viewer { department { name } departmentRole } }'))['viewer']).toEqual({
      department: { name: 'Student Housing' },
      departmentRole: 'LEAD',
    });
    expect((await fixture.ask('ada', '{ viewer { department { name } departmentRole } }'))['viewer']).toEqual({
      department: null,
      departmentRole: null,
    });
  });

  it('lets its lead appoint and dismiss its own staff, and the admin its leads', async () => {
    const term = { startsAt: testStart, endsAt: '2027-01-01T00:00:00Z' };
    const appoint = (who: string, changes: object) =>
      fixture.mutate(
        who,
        'appointDepartmentStaff',
        { departmentId: fixture.departments.housing, subject: 'new', role: 'STAFF', ...term, ...changes },
        'post { id }',
      );
    expect(await appoint('dana', {})).toMatchObject({ __typename: 'NotAllowedError' });
    expect(await appoint('lena', {})).toMatchObject({ __typename: 'NotAllowedError' });
    expect(await appoint('dirk', { role: 'LEAD' })).toMatchObject({ __typename: 'NotAllowedError' });
    expect(await appoint('sys', { subject: 'sys' })).toMatchObject({ __typename: 'NotAllowedError' });
    expect(await appoint('dirk', { departmentId: caseId })).toMatchObject({ __typename: 'NotFoundError' });
    expect(await appoint('dirk', { endsAt: '2026-01-01T00:00:00Z' })).toMatchObject({ __typename: 'ValidationError' });
    const given = await Promise.all([appoint('dirk', {}), appoint('dirk', {})]);
    expect(given.map((answer) => String(answer['__typename'])).sort()).toEqual([
      'AppointDepartmentStaffSuccess',
      'ConflictError',
    ]);
    const postId = given.find((answer) => answer['post'])?.['post'].id;
    const referralId = await fixture.sent(caseId);
    expect(await read('new', referralId)).not.toBeNull();
    expect(await fixture.mutate('lena', 'endDepartmentPost', { postId })).toMatchObject({
      __typename: 'NotFoundError',
    });
    await fixture.expectSuccess('dirk', 'endDepartmentPost', { postId });
    expect(await read('new', referralId)).toBeNull();
    expect(await appoint('sys', { subject: 'boss', role: 'LEAD' })).toMatchObject({
      __typename: 'AppointDepartmentStaffSuccess',
    });
  });
});
