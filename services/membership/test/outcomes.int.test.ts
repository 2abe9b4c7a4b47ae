import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildServiceSchema } from '@guildhall/subgraph';
import { startTestService, TestClock, testStart, type TestService } from '@guildhall/testing';
import { isUnionType } from 'graphql';
import { Fixture, membership } from './fixture.js';
import { reachedElsewhere } from './reached-elsewhere.js';

const elsewhere: readonly string[] = Object.values(reachedElsewhere).flat();
const later = '2026-12-01T00:00:00Z';
const missing = '018f0000-0000-7000-8000-000000000000';
const application = {
  studentNumber: 'N1',
  displayName: 'New',
  faculty: 'Arts',
  programme: 'BA',
  level: 'UNDERGRADUATE',
  year: 1,
};
const proposal = { name: 'Philately', kind: 'SOCIETY', purpose: 'To look at stamps, every week.' };
const known = {
  memberId: '',
  applicantId: '',
  groupId: '',
  proposedId: '',
  dissolvedId: '',
  dormantId: '',
  provisionalId: '',
  ledId: '',
  positionId: '',
  fullId: '',
  trainedId: '',
  endedPositionId: '',
  mandateId: '',
  unionMandateId: '',
  overId: '',
  appointmentId: '',
  endedId: '',
  talkingId: '',
  postId: '',
  removedPostId: '',
};

/** What a member of a union is reached by: who sends which input. */
type Way = { readonly subject: string | undefined; readonly input: () => object };
type Ways = Readonly<Record<string, Way>>;
const way = (subject: string | undefined, input: () => object): Way => ({ subject, input });
const onGroup =
  (id: () => string, more: object = {}) =>
  () => ({ groupId: id(), ...more });
const onMember =
  (id: () => string, more: object = {}) =>
  () => ({ memberId: id(), ...more });
const nothing = () => missing;
const post =
  (memberId: () => string, more: () => object = () => ({})) =>
  () => ({ positionId: known.positionId, memberId: memberId(), startsAt: testStart, endsAt: later, ...more() });

const written = () => ({
  groupId: known.talkingId,
  kind: 'IDEA',
  language: 'en',
  body: 'A bench by the lake.',
  idempotencyKey: 'outcomes',
});

/** Every expected failure of every mutation that one caller can meet alone, in an order in which each leaves the next possible. */
const ways: Readonly<Record<string, Ways>> = {
  applyForMembership: {
    ValidationError: way('new', () => ({ ...application, year: 0 })),
    NotAllowedError: way(undefined, () => application),
    IllegalTransitionError: way('app', () => application),
  },
  verifyMember: {
    NotFoundError: way('sys', onMember(nothing)),
    NotAllowedError: way(
      'app',
      onMember(() => known.applicantId),
    ),
    IllegalTransitionError: way(
      'sys',
      onMember(() => known.memberId),
    ),
    ConflictError: way(
      'sys',
      onMember(() => known.applicantId),
    ),
  },
  rejectMember: {
    ValidationError: way(
      'sys',
      onMember(() => known.applicantId, { reason: '' }),
    ),
    NotFoundError: way('sys', onMember(nothing, { reason: 'x' })),
    NotAllowedError: way(
      'app',
      onMember(() => known.applicantId, { reason: 'x' }),
    ),
    IllegalTransitionError: way(
      'sys',
      onMember(() => known.memberId, { reason: 'x' }),
    ),
  },
  publishPost: {
    ValidationError: way('ada', () => ({ ...written(), body: '' })),
    NotFoundError: way('ada', () => ({ ...written(), groupId: missing, idempotencyKey: 'elsewhere' })),
    NotAllowedError: way('app', written),
  },
  withdrawPost: {
    NotFoundError: way('ada', () => ({ postId: missing })),
    NotAllowedError: way('omar', () => ({ postId: known.postId })),
    IllegalTransitionError: way('ada', () => ({ postId: known.removedPostId })),
  },
  removePost: {
    ValidationError: way('omar', () => ({ postId: known.postId, reason: '' })),
    NotFoundError: way('omar', () => ({ postId: missing, reason: 'x' })),
    NotAllowedError: way('ada', () => ({ postId: known.postId, reason: 'x' })),
    IllegalTransitionError: way('omar', () => ({ postId: known.removedPostId, reason: 'x' })),
  },
  leaveUnion: {
    ValidationError: way('ada', () => ({ confirm: false })),
    NotAllowedError: way('carl', () => ({ confirm: true })),
  },
  suspendMember: {
    ValidationError: way(
      'sys',
      onMember(() => known.memberId, { reason: 'x', until: testStart }),
    ),
    NotFoundError: way('sys', onMember(nothing, { reason: 'x', until: later })),
    NotAllowedError: way(
      'ada',
      onMember(() => known.memberId, { reason: 'x', until: later }),
    ),
    IllegalTransitionError: way(
      'sys',
      onMember(() => known.applicantId, { reason: 'x', until: later }),
    ),
  },
  reinstateMember: {
    NotFoundError: way('sys', onMember(nothing)),
    NotAllowedError: way(
      'ada',
      onMember(() => known.memberId),
    ),
    IllegalTransitionError: way(
      'sys',
      onMember(() => known.memberId),
    ),
  },
  updateProfile: {
    ValidationError: way('ada', () => ({ displayName: '' })),
    NotAllowedError: way('carl', () => ({ bio: 'x' })),
  },
  proposeGroup: {
    ValidationError: way('ada', () => ({ ...proposal, name: '' })),
    NotFoundError: way('ada', () => ({ ...proposal, kind: 'COMMITTEE', parentId: missing })),
    NotAllowedError: way('carl', () => proposal),
    ConflictError: way('ada', () => ({ ...proposal, name: 'affiliated' })),
  },
  joinGroup: {
    NotFoundError: way('ada', onGroup(nothing)),
    NotAllowedError: way(
      'carl',
      onGroup(() => known.groupId),
    ),
    IllegalTransitionError: way(
      'ada',
      onGroup(() => known.dissolvedId),
    ),
  },
  leaveGroup: {
    NotFoundError: way('ada', onGroup(nothing)),
    NotAllowedError: way(
      'carl',
      onGroup(() => known.groupId),
    ),
  },
  affiliateGroup: {
    NotFoundError: way('uma', onGroup(nothing)),
    NotAllowedError: way(
      'ada',
      onGroup(() => known.provisionalId),
    ),
    IllegalTransitionError: way(
      'uma',
      onGroup(() => known.provisionalId),
    ),
  },
  reviveGroup: {
    NotFoundError: way('uma', onGroup(nothing)),
    NotAllowedError: way(
      'ada',
      onGroup(() => known.dormantId),
    ),
    IllegalTransitionError: way(
      'uma',
      onGroup(() => known.dormantId),
    ),
  },
  dissolveGroup: {
    NotFoundError: way('uma', onGroup(nothing)),
    NotAllowedError: way(
      'ada',
      onGroup(() => known.groupId),
    ),
    IllegalTransitionError: way(
      'uma',
      onGroup(() => known.dissolvedId),
    ),
  },
  removeFromGroup: {
    ValidationError: way('uma', () => ({ groupId: known.ledId, memberId: known.memberId, reason: '' })),
    NotFoundError: way('uma', () => ({ groupId: known.ledId, memberId: missing, reason: 'x' })),
    NotAllowedError: way('ada', () => ({ groupId: known.groupId, memberId: known.memberId, reason: 'x' })),
  },
  addPosition: {
    ValidationError: way(
      'uma',
      onGroup(() => known.groupId, { title: '', kind: 'OFFICER', seats: 1 }),
    ),
    NotFoundError: way('uma', onGroup(nothing, { title: 'x', kind: 'OFFICER', seats: 1 })),
    NotAllowedError: way(
      'ada',
      onGroup(() => known.groupId, { title: 'x', kind: 'OFFICER', seats: 1 }),
    ),
    IllegalTransitionError: way(
      'uma',
      onGroup(() => known.proposedId, { title: 'x', kind: 'OFFICER', seats: 1 }),
    ),
  },
  appointToPosition: {
    ValidationError: way(
      'uma',
      post(
        () => known.memberId,
        () => ({ endsAt: testStart }),
      ),
    ),
    NotFoundError: way(
      'uma',
      post(
        () => known.memberId,
        () => ({ positionId: missing }),
      ),
    ),
    NotAllowedError: way(
      'carl',
      post(() => known.memberId),
    ),
    IllegalTransitionError: way(
      'uma',
      post(
        () => known.memberId,
        () => ({ positionId: known.endedPositionId }),
      ),
    ),
    ConflictError: way('uma', post(nothing)),
    TrainingMissingError: way(
      'uma',
      post(
        () => known.memberId,
        () => ({ positionId: known.trainedId }),
      ),
    ),
    LimitReachedError: way(
      'uma',
      post(
        () => known.memberId,
        () => ({ positionId: known.fullId }),
      ),
    ),
  },
  endMandate: {
    NotFoundError: way('uma', () => ({ mandateId: missing })),
    NotAllowedError: way('ada', () => ({ mandateId: known.unionMandateId })),
    IllegalTransitionError: way('uma', () => ({ mandateId: known.overId })),
  },
  grantAppointment: {
    ValidationError: way('sys', () => ({ subject: '', role: 'ANALYST', startsAt: testStart, endsAt: later })),
    NotAllowedError: way('ada', () => ({ subject: 'x', role: 'ANALYST', startsAt: testStart, endsAt: later })),
    ConflictError: way('sys', () => ({ subject: 'nina', role: 'ANALYST', startsAt: testStart, endsAt: later })),
  },
  confirmAppointment: {
    NotFoundError: way('sys', () => ({ appointmentId: missing })),
    NotAllowedError: way('nina', () => ({ appointmentId: known.appointmentId })),
    IllegalTransitionError: way('sys', () => ({ appointmentId: known.appointmentId })),
  },
  endAppointment: {
    NotFoundError: way('sys', () => ({ appointmentId: missing })),
    NotAllowedError: way('nina', () => ({ appointmentId: known.appointmentId })),
    IllegalTransitionError: way('sys', () => ({ appointmentId: known.endedId })),
  },
};

/** Failures that need a second writer in the same instant, or a group that changes between two reads. */
const needsTwo: Readonly<Record<string, readonly string[]>> = {
  leaveUnion: ['IllegalTransitionError'],
  leaveGroup: ['IllegalTransitionError'],
  removeFromGroup: ['IllegalTransitionError'],
};

const clock = new TestClock(testStart);
let test: TestService;

beforeAll(async () => {
  test = await startTestService(membership, { clock });
  const fixture = new Fixture(test);
  const [ada, uma] = [await fixture.member('ada', { studentNumber: 'N1' }), await fixture.member('uma')];
  const applicant = await fixture.member('app', { status: 'APPLIED', studentNumber: 'N1' });
  const union = await fixture.mandate(await fixture.position(undefined, 'UNION_OFFICER'), uma.id);
  const groups = {
    groupId: await fixture.group('Affiliated', [ada.id]),
    ledId: await fixture.group('Led', [ada.id]),
    proposedId: await fixture.group('Proposed', [], 'PROPOSED'),
    provisionalId: await fixture.group('Provisional', [], 'PROVISIONAL'),
    dormantId: await fixture.group('Dormant', [], 'DORMANT'),
    dissolvedId: await fixture.group('Dissolved', [], 'DISSOLVED'),
  };
  const position = await fixture.position(groups.groupId.id);
  const endedPosition = await fixture.position(groups.dissolvedId.id);
  const full = await fixture.position(groups.ledId.id);
  const trained = await fixture.position(groups.ledId.id, 'OFFICER');
  await test.dataSource.query('insert into position_training values ($1, gen_random_uuid())', [trained.id]);
  const mandate = await fixture.mandate(full, ada.id);
  const over = await fixture.mandate(await fixture.position(undefined, 'COURSE_REP'), ada.id);
  await test.dataSource.query('update mandate set ended_at = starts_at where id = $1', [over.id]);
  for (const [subject, role] of [
    ['sys', 'ADMIN'],
    ['nina', 'ANALYST'],
    ['former', 'ANALYST'],
  ] as const)
    await fixture.appointment(subject, role);
  await test.dataSource.query(`update appointment set ended_at = starts_at where subject = 'former'`);
  const appointments: readonly { id: string; subject: string }[] = await test.dataSource.query(
    'select id, subject from appointment',
  );
  const idOf = (subject: string): string => appointments.find((row) => row.subject === subject)?.id ?? '';
  const omar = await fixture.member('omar');
  const talking = await fixture.group('Talking', [ada.id, omar.id]);
  await fixture.mandate(await fixture.position(talking.id), omar.id);
  const [post, removed] = [await fixture.post(talking.id, ada.id), await fixture.post(talking.id, ada.id, 'REMOVED')];
  Object.assign(known, Object.fromEntries(Object.entries(groups).map(([name, { id }]) => [name, id])), {
    memberId: ada.id,
    applicantId: applicant.id,
    positionId: position.id,
    fullId: full.id,
    trainedId: trained.id,
    endedPositionId: endedPosition.id,
    mandateId: mandate.id,
    unionMandateId: union.id,
    overId: over.id,
    appointmentId: idOf('nina'),
    endedId: idOf('former'),
    talkingId: talking.id,
    postId: post.id,
    removedPostId: removed.id,
  });
});
afterAll(() => test.stop());

const cases = Object.entries(ways).flatMap(([mutation, members]) =>
  Object.entries(members).map(([member, { subject, input }]) => ({ mutation, member, subject, input })),
);

describe('every expected failure', () => {
  it.each(cases)('$mutation can end as $member', async ({ mutation, member, subject, input }) => {
    const type = mutation.charAt(0).toUpperCase() + mutation.slice(1);
    const query = `mutation ($input: ${type}Input!) { ${mutation}(input: $input) { __typename } }`;
    const { data, errors } = await test.run(subject, query, { input: input() });
    expect(errors).toBeUndefined();
    expect(data?.[mutation]).toEqual({ __typename: member });
  });

  it('of every mutation stands in this list, but for conflicts and what needs two at once', () => {
    const schema = buildServiceSchema(membership);
    // What the four services share is reached in dead-letters.int.test.ts of each.
    const own = Object.entries(schema.getMutationType()?.getFields() ?? {}).filter(
      ([name]) => !name.endsWith('DeadLetter') && !elsewhere.includes(name),
    );
    for (const [name, field] of own) {
      const result = schema.getType(field.type.toString().replace('!', ''));
      const failures = isUnionType(result)
        ? result
            .getTypes()
            .map((type) => type.name)
            .filter((type) => type.endsWith('Error'))
        : [];
      const missed = failures.filter(
        (type) =>
          ways[name]?.[type] === undefined && !(needsTwo[name] ?? []).includes(type) && type !== 'ConflictError',
      );
      expect({ name, missed }).toEqual({ name, missed: [] });
    }
  });
});
