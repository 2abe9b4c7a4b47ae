import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  cloudEventType,
  storeReceived,
  streamOf,
  streams,
  type EventData,
  type EventType,
  type ReceivedEvent,
} from '@guildhall/events';
import { startTestService, TestClock, testStart, waitFor, type TestService } from '@guildhall/testing';
import { createRepositories } from '../src/app.js';
import type { MemberId } from '../src/member/member.js';
import { Fixture, membership } from './fixture.js';

const clock = new TestClock(testStart);
let test: TestService;
let fixture: Fixture;
let ada: MemberId;
let omar: MemberId;
let rosa: MemberId;
let uma: MemberId;
let constituencyId: string;

beforeAll(async () => {
  test = await startTestService(membership, { clock });
  fixture = new Fixture(test);
  [ada, omar, rosa, uma] = [
    (await fixture.member('ada')).id,
    (await fixture.member('omar')).id,
    (await fixture.member('rosa')).id,
    (await fixture.member('uma')).id,
  ];
  const rep = await fixture.position(undefined, 'COURSE_REP');
  await test.dataSource.query(`update position set constituency = 'History, year 1' where id = $1`, [rep.id]);
  await fixture.mandate(rep, rosa);
  await fixture.mandate(await fixture.position(undefined, 'UNION_OFFICER'), uma);
  const [row]: readonly { id: string }[] = await test.dataSource.query(
    `select constituency_id('History, year 1') as id`,
  );
  constituencyId = row?.id ?? '';
});
afterAll(() => test.stop());

function eventOf<Type extends EventType>(name: Type, subject: string, data: EventData<Type>): ReceivedEvent {
  const aggregate = streamOf[name];
  return {
    specversion: '1.0',
    id: randomUUID(),
    type: cloudEventType(name),
    source: streams[aggregate].source,
    subject,
    time: testStart,
    datacontenttype: 'application/json',
    name,
    aggregate,
    sequence: 1,
    data,
  };
}

/** Delivers events through the real inbox of the running service. */
async function deliver(...events: readonly ReceivedEvent[]): Promise<void> {
  await storeReceived(test.dataSource.manager, events, clock.now());
  await waitFor('the events to be applied', async () => {
    const open: readonly unknown[] = await test.dataSource.query(
      'select 1 from inbox_event where id = any($1::uuid[]) and applied_at is null',
      [events.map(({ id }) => id)],
    );
    return open.length === 0;
  });
}
const toldOf = async (member: MemberId) =>
  (
    await createRepositories(test.dataSource.manager).notifications.page(
      member,
      { first: 100, after: undefined },
      { topic: undefined, onlyUnread: false },
    )
  ).edges.map(({ node }) => [node.reason, node.subject.id]);

describe('what happens in the other services', () => {
  it('tells of a place once, however often the event comes', async () => {
    const [registrationId, activityId] = [randomUUID(), randomUUID()];
    const data = { registrationId, activityId, memberId: ada, change: 'SEAT_GIVEN', changedAt: testStart } as const;
    const event = eventOf('PlaceChanged', registrationId, data);
    await deliver(event);
    await deliver(event);
    expect(await toldOf(ada)).toEqual([['PLACE_CHANGED', activityId]]);
  });

  it('tells everybody who had a place of an activity that was called off, and nobody else', async () => {
    const activityId = randomUUID();
    const changed = { activityId, change: 'CANCELLED', changedAt: testStart } as const;
    await deliver(eventOf('ActivityChanged', activityId, { ...changed, memberIds: [ada, omar] }));
    expect(await toldOf(ada)).toContainEqual(['ACTIVITY_CHANGED', activityId]);
    expect(await toldOf(omar)).toEqual([['ACTIVITY_CHANGED', activityId]]);
    expect(await toldOf(rosa)).toEqual([]);
  });

  it('tells several members of a notice once, of an activity or of what they did themselves', async () => {
    const team = [(await fixture.member('tina')).id, (await fixture.member('tom')).id];
    const [activityId, sourceId] = [randomUUID(), randomUUID()];
    const notice = (kind: EventData<'ActivityNotice'>['notice'], about: string | null) =>
      eventOf('ActivityNotice', randomUUID(), {
        notice: kind,
        sourceId,
        activityId: about,
        memberIds: team,
        toldAt: testStart,
      });
    await deliver(
      notice('SEAT_OFFERED', activityId),
      notice('SEAT_OFFERED', activityId),
      notice('HOURS_DECIDED', null),
    );
    for (const member of team) {
      const told = await toldOf(member);
      expect(told.filter(([reason]) => reason === 'SEAT_OFFERED')).toEqual([['SEAT_OFFERED', activityId]]);
      expect(told).toContainEqual(['HOURS_DECIDED', member]);
    }
  });

  it('tells several members of what they learn once, and leads to what it is about', async () => {
    const pair = [(await fixture.member('lena')).id, (await fixture.member('li')).id];
    const [aboutId, sourceId] = [randomUUID(), randomUUID()];
    const notice = (kind: EventData<'LearningNotice'>['notice']) =>
      eventOf('LearningNotice', randomUUID(), { notice: kind, sourceId, aboutId, memberIds: pair, toldAt: testStart });
    await deliver(notice('STUDY_PLACE_GIVEN'), notice('STUDY_PLACE_GIVEN'), notice('HANDOVER_LATE'));
    const inboxOf = async (member: MemberId) =>
      (
        await createRepositories(test.dataSource.manager).notifications.page(
          member,
          { first: 10, after: undefined },
          { topic: undefined, onlyUnread: false },
        )
      ).edges.map(({ node }) => `${node.reason} ${node.subject.kind} ${String(node.subject.id === aboutId)}`);
    for (const member of pair)
      expect((await inboxOf(member)).toSorted()).toEqual([
        'HANDOVER_LATE HANDOVER true',
        'STUDY_PLACE_GIVEN STUDY_GROUP true',
      ]);
  });

  it('tells of attendance and of a path that is complete once per place and per enrolment', async () => {
    const [registrationId, enrolmentId, pathId, activityId] = Array.from({ length: 4 }, () => randomUUID()) as [
      string,
      string,
      string,
      string,
    ];
    const attended = { registrationId, activityId, memberId: uma, change: 'ATTENDED', changedAt: testStart } as const;
    await deliver(eventOf('PlaceChanged', randomUUID(), attended), eventOf('PlaceChanged', randomUUID(), attended));
    const completed = { enrolmentId, pathId, memberId: uma, completedAt: testStart };
    await deliver(eventOf('PathCompleted', randomUUID(), completed), eventOf('PathCompleted', randomUUID(), completed));
    const told = await toldOf(uma);
    expect(told).toHaveLength(2);
    expect(told).toEqual(
      expect.arrayContaining([
        ['ATTENDANCE_CONFIRMED', activityId],
        ['LEARNING_PROGRESS', pathId],
      ]),
    );
  });

  it('tells course representatives of issues of their constituency that they did not raise themselves', async () => {
    const [issueId, own, elsewhere] = [randomUUID(), randomUUID(), randomUUID()];
    const issue = { departmentId: randomUUID(), type: 'ISSUE', raisedAt: testStart } as const;
    await deliver(
      eventOf('IssueRaised', issueId, { ...issue, issueId, constituencyId, raisedBy: 'TIME' }),
      eventOf('IssueRaised', own, { ...issue, issueId: own, constituencyId, raisedBy: 'REP' }),
      eventOf('IssueRaised', elsewhere, { ...issue, issueId: elsewhere, constituencyId: randomUUID() }),
    );
    expect(await toldOf(rosa)).toEqual([['ISSUE_RAISED', issueId]]);
    const status = eventOf('IssueStatusChanged', issueId, {
      issueId,
      status: 'RESOLVED',
      changedAt: testStart,
      constituencyId,
    });
    await deliver({ ...status, sequence: 2 });
    expect(await toldOf(rosa)).toContainEqual(['ISSUE_STATUS', issueId]);
  });

  it('tells officers of the union of proposals that wait for them and of no other', async () => {
    const before = (await toldOf(uma)).length;
    const [waiting, gathering] = [randomUUID(), randomUUID()];
    await deliver(
      eventOf('ProposalStatusChanged', waiting, { proposalId: waiting, status: 'QUALIFIED', departmentId: null }),
      eventOf('ProposalStatusChanged', gathering, { proposalId: gathering, status: 'GATHERING', departmentId: null }),
      eventOf('ProposalDelivered', randomUUID(), { proposalId: gathering, memberIds: [ada] }),
    );
    const told = await toldOf(uma);
    expect(told).toHaveLength(before + 2);
    expect(told).toContainEqual(['PROPOSAL_STATUS', waiting]);
    expect(told).toContainEqual(['PROPOSAL_DELIVERED', gathering]);
    // Advocacy tells the author itself.
    expect(JSON.stringify(await toldOf(ada))).not.toContain('PROPOSAL');
  });
});

describe('what is decided in this service', () => {
  const mutate = async (who: string, name: string, input: object) => {
    const type = name.charAt(0).toUpperCase() + name.slice(1);
    const { data, errors } = await test.run(
      who,
      `mutation ($input: ${type}Input!) { ${name}(input: $input) { __typename ... on UserError { message } } }`,
      { input },
    );
    expect(errors).toBeUndefined();
    expect(data?.[name]).toEqual({ __typename: `${type}Success` });
  };
  const reasonsOf = async (member: MemberId) => (await toldOf(member)).map(([reason]) => reason);

  it('is told to whom it concerns, and not to who did it', async () => {
    await fixture.appointment('sys', 'ADMIN');
    const newcomer = await fixture.member('newcomer', { status: 'APPLIED' });
    await mutate('sys', 'verifyMember', { memberId: newcomer.id });
    expect(await reasonsOf(newcomer.id)).toEqual(['MEMBERSHIP_STATUS']);
    const rejected = await fixture.member('rejected', { status: 'APPLIED' });
    await mutate('sys', 'rejectMember', { memberId: rejected.id, reason: 'Not a student here.' });
    expect(await reasonsOf(rejected.id)).toEqual(['MEMBERSHIP_STATUS']);
  });

  it('tells who was removed from a group, whose office was ended by others, and officers of where their group stands', async () => {
    const president = await fixture.member('president');
    const out = await fixture.member('out');
    const chess = await fixture.group('Chess', [president.id, out.id, ada]);
    await fixture.mandate(await fixture.position(chess.id), president.id);
    const second = await fixture.mandate(await fixture.position(chess.id, 'TREASURER'), out.id);
    const own = await fixture.mandate(await fixture.position(chess.id, 'SECRETARY'), ada);
    await mutate('president', 'endMandate', { mandateId: second.id });
    await mutate('president', 'removeFromGroup', { groupId: chess.id, memberId: out.id, reason: 'Never came.' });
    const ofOut = await reasonsOf(out.id);
    expect(ofOut).toHaveLength(2);
    expect(ofOut).toEqual(expect.arrayContaining(['GROUP_REMOVED', 'MANDATE_ENDED']));
    const before = await reasonsOf(ada);
    await mutate('ada', 'endMandate', { mandateId: own.id });
    expect((await reasonsOf(ada)).filter((reason) => reason === 'MANDATE_ENDED')).toEqual(
      before.filter((reason) => reason === 'MANDATE_ENDED'),
    );
    await mutate('uma', 'dissolveGroup', { groupId: chess.id });
    expect(await reasonsOf(president.id)).toContain('GROUP_STATUS');
  });
});
