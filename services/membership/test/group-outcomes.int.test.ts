import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildServiceSchema } from '@guildhall/subgraph';
import { startTestService, TestClock, testStart, type TestService } from '@guildhall/testing';
import { isUnionType } from 'graphql';
import { Fixture, membership } from './fixture.js';
import { GroupActs } from './group-acts.js';
import { reachedElsewhere } from './reached-elsewhere.js';

const known = {
  ada: '',
  omar: '',
  groupId: '',
  asked: '',
  dissolved: '',
  affiliated: '',
  positionId: '',
  endedPositionId: '',
  heldPositionId: '',
  mandateId: '',
  overId: '',
  requestId: '',
  doneId: '',
  submissionId: '',
  decidedId: '',
};
const missing = '018f0000-0000-7000-8000-000000000000';
const long = 'x'.repeat(501);
const note = 'Say who keeps the key to the cupboard.';
const written = {
  constitutionText: 'We meet every week and decide by majority.',
  riskStatement: 'Boards are heavy. Two people carry each of them.',
  programme: 'An open evening in the first week of November.',
};

/** Who sends which input to reach a failure. */
type Way = readonly [subject: string | undefined, input: () => object];

/** A mutation that decides about something with the given id, which is missing, not the caller's, or decided already. */
const deciding = (name: string, mine: () => string, done: () => string, more: object = {}) => ({
  NotFoundError: ['uma', () => ({ [name]: missing, ...more })] as Way,
  NotAllowedError: ['ada', () => ({ [name]: mine(), ...more })] as Way,
  IllegalTransitionError: ['uma', () => ({ [name]: done(), ...more })] as Way,
});

const ways: Readonly<Record<(typeof reachedElsewhere.groups)[number], Readonly<Record<string, Way>>>> = {
  requestToJoin: {
    ValidationError: ['mo', () => ({ groupId: known.asked, words: long })],
    NotFoundError: ['mo', () => ({ groupId: missing })],
    NotAllowedError: ['mo', () => ({ groupId: known.groupId })],
    IllegalTransitionError: ['mo', () => ({ groupId: known.dissolved })],
  },
  inviteToGroup: {
    ValidationError: ['omar', () => ({ groupId: known.groupId, memberId: known.ada, words: long })],
    NotFoundError: ['omar', () => ({ groupId: known.groupId, memberId: missing })],
    NotAllowedError: ['ada', () => ({ groupId: known.groupId, memberId: known.ada })],
    IllegalTransitionError: ['uma', () => ({ groupId: known.dissolved, memberId: known.ada })],
    ConflictError: ['uma', () => ({ groupId: known.groupId, memberId: known.omar })],
  },
  acceptAdmission: {
    ...deciding(
      'admissionId',
      () => known.requestId,
      () => known.doneId,
    ),
    NotAllowedError: ['mo', () => ({ admissionId: known.requestId })],
  },
  declineAdmission: {
    ...deciding(
      'admissionId',
      () => known.requestId,
      () => known.doneId,
    ),
    NotAllowedError: ['mo', () => ({ admissionId: known.requestId })],
  },
  withdrawAdmission: {
    NotFoundError: ['mo', () => ({ admissionId: missing })],
    NotAllowedError: ['uma', () => ({ admissionId: known.requestId })],
    IllegalTransitionError: ['pat', () => ({ admissionId: known.doneId })],
  },
  changeJoinPolicy: {
    NotFoundError: ['uma', () => ({ groupId: missing, joinPolicy: 'OPEN' })],
    NotAllowedError: ['ada', () => ({ groupId: known.groupId, joinPolicy: 'OPEN' })],
    IllegalTransitionError: ['uma', () => ({ groupId: known.dissolved, joinPolicy: 'OPEN' })],
  },
  editGroup: {
    ValidationError: ['omar', () => ({ groupId: known.groupId, name: 'X' })],
    NotFoundError: ['omar', () => ({ groupId: missing, name: 'Another' })],
    NotAllowedError: ['ada', () => ({ groupId: known.groupId, name: 'Another' })],
    IllegalTransitionError: ['uma', () => ({ groupId: known.dissolved, name: 'Another' })],
    ConflictError: ['omar', () => ({ groupId: known.groupId, name: 'ASKED' })],
  },
  editPosition: {
    ValidationError: ['omar', () => ({ positionId: known.positionId, seats: 0 })],
    NotFoundError: ['omar', () => ({ positionId: missing })],
    NotAllowedError: ['ada', () => ({ positionId: known.positionId })],
    IllegalTransitionError: ['uma', () => ({ positionId: known.endedPositionId })],
  },
  removePosition: {
    NotFoundError: ['omar', () => ({ positionId: missing })],
    NotAllowedError: ['ada', () => ({ positionId: known.positionId })],
    IllegalTransitionError: ['uma', () => ({ positionId: known.endedPositionId })],
    ConflictError: ['omar', () => ({ positionId: known.heldPositionId })],
  },
  extendMandate: {
    ValidationError: ['omar', () => ({ mandateId: known.mandateId, endsAt: testStart })],
    NotFoundError: ['omar', () => ({ mandateId: missing, endsAt: '2027-09-01T00:00:00Z' })],
    NotAllowedError: ['ada', () => ({ mandateId: known.mandateId, endsAt: '2027-09-01T00:00:00Z' })],
    IllegalTransitionError: ['omar', () => ({ mandateId: known.overId, endsAt: '2027-09-01T00:00:00Z' })],
    LimitReachedError: ['omar', () => ({ mandateId: known.mandateId, endsAt: '2027-09-02T00:00:00Z' })],
  },
  submitAffiliation: {
    ValidationError: ['omar', () => ({ ...written, groupId: known.asked, programme: '' })],
    NotFoundError: ['omar', () => ({ ...written, groupId: missing })],
    NotAllowedError: ['ada', () => ({ ...written, groupId: known.asked })],
    IllegalTransitionError: ['omar', () => ({ ...written, groupId: known.affiliated })],
  },
  withdrawAffiliation: {
    NotFoundError: ['omar', () => ({ submissionId: missing })],
    NotAllowedError: ['uma', () => ({ submissionId: known.submissionId })],
    IllegalTransitionError: ['omar', () => ({ submissionId: known.decidedId })],
  },
  approveAffiliation: {
    ...deciding(
      'submissionId',
      () => known.submissionId,
      () => known.decidedId,
    ),
    NotAllowedError: ['omar', () => ({ submissionId: known.submissionId })],
  },
  declineAffiliation: {
    ...deciding(
      'submissionId',
      () => known.submissionId,
      () => known.decidedId,
      { note },
    ),
    ValidationError: ['uma', () => ({ submissionId: known.submissionId, note: '' })],
    NotAllowedError: ['omar', () => ({ submissionId: known.submissionId, note })],
  },
  requestAffiliationChanges: {
    ...deciding(
      'submissionId',
      () => known.submissionId,
      () => known.decidedId,
      { note },
    ),
    ValidationError: ['uma', () => ({ submissionId: known.submissionId, note: '' })],
    NotAllowedError: ['omar', () => ({ submissionId: known.submissionId, note })],
  },
};

const clock = new TestClock(testStart);
let test: TestService;
let acts: GroupActs;

beforeAll(async () => {
  test = await startTestService(membership, { clock });
  acts = new GroupActs(test);
  const fixture = new Fixture(test);
  const [ada, omar, tom, sam] = await Promise.all([
    fixture.member('ada'),
    fixture.member('omar'),
    fixture.member('tom'),
    fixture.member('sam'),
  ]);
  const uma = await fixture.member('uma');
  for (const subject of ['mo', 'pat']) await fixture.member(subject);
  await fixture.mandate(await fixture.position(undefined, 'UNION_OFFICER'), uma.id);
  const inGroup = [omar.id, tom.id, sam.id];
  const group = await fixture.group('Open', inGroup, 'PROVISIONAL');
  const asked = await fixture.group('Asked', inGroup, 'PROVISIONAL');
  const affiliated = await fixture.group('Affiliated', inGroup);
  const dissolved = await fixture.group('Dissolved', [], 'DISSOLVED');
  await test.dataSource.query(`update student_group set join_policy = 'REQUEST' where name in ('Asked', 'Dissolved')`);
  for (const { id } of [group, asked, affiliated])
    for (const [index, kind] of (['PRESIDENT', 'TREASURER', 'SECRETARY'] as const).entries())
      await fixture.mandate(await fixture.position(id, kind), inGroup[index] ?? omar.id);
  const position = await fixture.position(group.id, 'OFFICER');
  const held = await fixture.position(group.id, 'OFFICER');
  const mandate = await fixture.mandate(held, tom.id);
  const over = await fixture.mandate(await fixture.position(group.id, 'OFFICER'), tom.id);
  await test.dataSource.query('update mandate set ended_at = starts_at where id = $1', [over.id]);
  Object.assign(known, {
    ada: ada.id,
    omar: omar.id,
    groupId: group.id,
    asked: asked.id,
    affiliated: affiliated.id,
    dissolved: dissolved.id,
    positionId: position.id,
    endedPositionId: (await fixture.position(dissolved.id, 'OFFICER')).id,
    heldPositionId: held.id,
    mandateId: mandate.id,
    overId: over.id,
  });
  await acts.kind('omar', 'extendMandate', { mandateId: mandate.id, endsAt: '2027-12-01T00:00:00Z' });
  for (const subject of ['mo', 'pat']) await acts.kind(subject, 'requestToJoin', { groupId: asked.id });
  const requests: readonly { id: string; subject: string }[] = await test.dataSource.query(
    'select g.id, m.subject from group_membership g join member m on m.id = g.member_id where g.kind is not null',
  );
  known.requestId = requests.find(({ subject }) => subject === 'mo')?.id ?? '';
  known.doneId = requests.find(({ subject }) => subject === 'pat')?.id ?? '';
  await acts.kind('uma', 'declineAdmission', { admissionId: known.doneId });
  const submit = async (groupId: string): Promise<string> =>
    ((await acts.act('omar', 'submitAffiliation', { ...written, groupId }))['submission'] as { id: string }).id;
  known.decidedId = await submit(group.id);
  await acts.kind('omar', 'withdrawAffiliation', { submissionId: known.decidedId });
  known.submissionId = await submit(group.id);
});
afterAll(() => test.stop());

const cases = Object.entries(ways).flatMap(([mutation, failures]) =>
  Object.entries(failures).map(([failure, [subject, input]]) => ({ mutation, failure, subject, input })),
);

describe('every expected failure around groups', () => {
  it.each(cases)('$mutation can end as $failure', async ({ mutation, failure, subject, input }) => {
    // An admission and a submission are hidden from strangers, so the refusal is met by somebody who sees them.
    expect(await acts.kind(subject, mutation, input())).toBe(failure);
  });

  it('stands in this list, but for conflicts and what needs two at once', () => {
    const schema = buildServiceSchema(membership);
    for (const name of reachedElsewhere.groups) {
      const result = schema.getType(`${name.charAt(0).toUpperCase()}${name.slice(1)}Result`);
      const failures = isUnionType(result) ? result.getTypes().map((type) => type.name) : [];
      const missed = failures.filter(
        (type) => type.endsWith('Error') && type !== 'ConflictError' && ways[name][type] === undefined,
      );
      expect({ name, isUnion: failures.length > 0, missed }).toEqual({ name, isUnion: true, missed: [] });
    }
  });
});
