import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { cloudEventType, streamOf, type EventData, type EventType, type ReceivedEvent } from '@guildhall/events';
import { isRepOf, representedBy, toId, type Actor, type PersonActor } from '@guildhall/kernel';
import { loadActor } from '@guildhall/subgraph';
import { personCaller, startTestService, type TestService } from '../start-test-service.js';
import { waitFor } from '../wait-for.js';
import { noteService } from './note-service.js';

const from = '2026-10-05T09:00:00.000Z';
const to = '2026-11-05T09:00:00.000Z';

let test: TestService;
let sequences: Map<string, number>;
let subject: string;
let memberId: string;

beforeAll(async () => {
  test = await startTestService(noteService());
});
afterAll(() => test.stop());
beforeEach(() => {
  sequences = new Map();
  subject = `subject-${randomUUID()}`;
  memberId = randomUUID();
});

function event<Type extends EventType>(name: Type, aggregateId: string, data: EventData<Type>): ReceivedEvent {
  const aggregate = streamOf[name];
  const sequence = (sequences.get(aggregate + aggregateId) ?? 0) + 1;
  sequences.set(aggregate + aggregateId, sequence);
  return {
    specversion: '1.0',
    id: randomUUID(),
    type: cloudEventType(name),
    source: 'membership',
    time: from,
    subject: aggregateId,
    aggregate,
    sequence,
    datacontenttype: 'application/json',
    name,
    data,
  };
}

async function happened(...events: readonly ReceivedEvent[]): Promise<void> {
  await test.service.receive(events);
  await waitFor('the events are applied', async () => {
    const open: readonly unknown[] = await test.dataSource.query('select 1 from inbox_event where applied_at is null');
    return open.length === 0;
  });
}

const registered = () => event('MemberRegistered', memberId, { memberId, subject, status: 'ACTIVE' });

async function personAt(instant: string): Promise<PersonActor> {
  const actor = await loadActor(test.dataSource.manager, personCaller(subject), new Date(instant));
  if (actor.kind !== 'person') throw new Error('a person is a person');
  return actor;
}

describe('the rights of an actor', () => {
  it('of a mandate start at its first instant and end at its last, to the millisecond', async () => {
    const groupId = randomUUID();
    await happened(
      registered(),
      event('MandateStarted', randomUUID(), {
        mandateId: randomUUID(),
        memberId,
        groupId,
        kind: 'PRESIDENT',
        from,
        to,
      }),
    );
    const held = [{ kind: 'PRESIDENT', groupId }];
    expect((await personAt('2026-10-05T08:59:59.999Z')).mandates).toEqual([]);
    expect((await personAt(from)).mandates).toEqual(held);
    expect((await personAt('2026-11-05T08:59:59.999Z')).mandates).toEqual(held);
    expect((await personAt(to)).mandates).toEqual([]);
  });

  it('of an appointment start and end so too, and do not need a member', async () => {
    await happened(
      event('AppointmentStarted', randomUUID(), {
        appointmentId: randomUUID(),
        subject,
        role: 'CASE_WORKER',
        from,
        to,
      }),
    );
    expect((await personAt('2026-10-05T08:59:59.999Z')).appointments).toEqual([]);
    expect(await personAt(from)).toMatchObject({ appointments: ['CASE_WORKER'], memberId: undefined });
    expect((await personAt(to)).appointments).toEqual([]);
  });

  it('are shortened by an early end and never lengthened by a late one', async () => {
    const [early, late, appointmentId] = [randomUUID(), randomUUID(), randomUUID()];
    const started = (mandateId: string) =>
      event('MandateStarted', mandateId, { mandateId, memberId, groupId: null, kind: 'UNION_OFFICER', from, to });
    const afterwards = '2027-01-01T00:00:00.000Z';
    await happened(
      registered(),
      started(early),
      event('MandateEnded', early, { mandateId: early, endedAt: '2026-10-10T00:00:00.000Z' }),
      event('MandateEnded', early, { mandateId: early, endedAt: afterwards }),
      started(late),
      event('MandateEnded', late, { mandateId: late, endedAt: afterwards }),
      event('AppointmentStarted', appointmentId, { appointmentId, subject, role: 'ADMIN', from, to }),
      event('AppointmentEnded', appointmentId, { appointmentId, endedAt: afterwards }),
    );
    expect((await personAt('2026-10-09T23:59:59.999Z')).mandates).toHaveLength(2);
    expect((await personAt('2026-10-10T00:00:00.000Z')).mandates).toEqual([
      { kind: 'UNION_OFFICER', groupId: undefined },
    ]);
    expect(await personAt(to)).toMatchObject({ mandates: [], appointments: [] });
  });

  it('are none of a member’s while suspended or after leaving, who is known all the same until erased', async () => {
    for (const status of ['SUSPENDED', 'LAPSED', 'ALUMNI'] as const) {
      subject = `subject-${randomUUID()}`;
      memberId = randomUUID();
      await happened(registered(), event('MemberStatusChanged', memberId, { memberId, status }));
      expect(await personAt(from)).toMatchObject({ memberId: undefined, registeredAs: memberId });
    }
    await happened(event('MemberStatusChanged', memberId, { memberId, status: 'ERASED' }));
    const erased = await personAt(from);
    expect([erased.memberId, erased.registeredAs, erased.groupIds, erased.mandates]).toEqual([
      undefined,
      undefined,
      [],
      [],
    ]);
  });

  it('of a member who is no longer active are gone, groups and mandates with them, and come back with the status', async () => {
    const groupId = randomUUID();
    await happened(
      registered(),
      event('GroupMembershipStarted', `${groupId}:${memberId}`, { groupId, memberId }),
      event('MandateStarted', randomUUID(), {
        mandateId: randomUUID(),
        memberId,
        groupId,
        kind: 'TREASURER',
        from,
        to,
      }),
    );
    expect(await personAt(from)).toMatchObject({
      memberId,
      groupIds: [groupId],
      constituencies: [],
      mandates: [{ kind: 'TREASURER', groupId }],
    });
    for (const status of ['SUSPENDED', 'LAPSED', 'ALUMNI'] as const) {
      await happened(event('MemberStatusChanged', memberId, { memberId, status }));
      expect(await personAt(from)).toMatchObject({ memberId: undefined, groupIds: [], mandates: [] });
    }
    await happened(event('MemberStatusChanged', memberId, { memberId, status: 'ACTIVE' }));
    expect((await personAt(from)).mandates).toHaveLength(1);
  });

  it('of a member who left a group end, and begin again on joining again', async () => {
    const groupId = randomUUID();
    const place = `${groupId}:${memberId}`;
    const [joined, left, again] = [
      event('GroupMembershipStarted', place, { groupId, memberId }),
      event('GroupMembershipEnded', place, { groupId, memberId }),
      event('GroupMembershipStarted', place, { groupId, memberId }),
    ];
    await happened(registered(), joined);
    expect((await personAt(from)).groupIds).toEqual([groupId]);
    await happened(left);
    expect((await personAt(from)).groupIds).toEqual([]);
    await happened(again);
    expect((await personAt(from)).groupIds).toEqual([groupId]);
  });

  it('of a course representative hold for one constituency, and those of a student follow what they study', async () => {
    const [physics, chemistry] = [randomUUID(), randomUUID()];
    await happened(
      event('MemberRegistered', memberId, { memberId, subject, status: 'ACTIVE', constituencies: [physics] }),
      event('MandateStarted', randomUUID(), {
        mandateId: randomUUID(),
        memberId,
        groupId: null,
        kind: 'COURSE_REP',
        constituencyId: physics,
        from,
        to,
      }),
    );
    const rep = await personAt(from);
    expect(rep.constituencies).toEqual([physics]);
    expect(representedBy(rep)).toEqual([physics]);
    await happened(event('MemberStudiesChanged', memberId, { memberId, constituencies: [chemistry] }));
    const moved = await personAt(from);
    expect(moved.constituencies).toEqual([chemistry]);
    expect(isRepOf(moved, toId(physics))).toBe(true);
    await happened(event('MemberStatusChanged', memberId, { memberId, status: 'ERASED' }));
    expect(await test.dataSource.query('select 1 from actor_constituency where member_id = $1', [memberId])).toEqual(
      [],
    );
  });

  it('of events from before there were constituencies name none', async () => {
    await happened(
      registered(),
      event('MandateStarted', randomUUID(), {
        mandateId: randomUUID(),
        memberId,
        groupId: null,
        kind: 'COURSE_REP',
        from,
        to,
      }),
    );
    const rep = await personAt(from);
    expect({ constituencies: rep.constituencies, represented: representedBy(rep) }).toEqual({
      constituencies: [],
      represented: [],
    });
  });

  it('of a subject nobody knows are none, and nobody else has them', async () => {
    await happened(
      registered(),
      event('MandateStarted', randomUUID(), {
        mandateId: randomUUID(),
        memberId,
        groupId: null,
        kind: 'COURSE_REP',
        from,
        to,
      }),
    );
    subject = `${subject}-other`;
    expect(await personAt(from)).toEqual({
      kind: 'person',
      subject,
      clientId: 'portal',
      scopes: ['openid', 'profile', 'graph'],
      memberId: undefined,
      groupIds: [],
      constituencies: [],
      mandates: [],
      appointments: [],
      departmentPosts: [],
    });
  });

  it('of a machine are its scopes and its department, whatever people share its name', async () => {
    const caller = { kind: 'machine', clientId: 'department-housing', scopes: ['referrals:read'] } as const;
    const machine: Actor = {
      kind: 'machine',
      clientId: 'department-housing',
      scopes: ['referrals:read'],
      departmentId: undefined,
    };
    subject = 'department-housing';
    await happened(registered());
    expect(await loadActor(test.dataSource.manager, caller, new Date(from))).toEqual(machine);
  });

  it('of a service that asks instead of sending events are those of nobody', async () => {
    const actor = await loadActor(test.dataSource.manager, { kind: 'service', service: 'membership' }, new Date(from));
    expect(actor).toEqual({ kind: 'anonymous' });
  });

  it('cost one statement for a person, and none for nobody and for a machine', async () => {
    const count = async (work: () => Promise<unknown>) => (await test.countStatements(work)).length;
    expect(await count(() => test.run(subject, '{ rights }'))).toBe(1);
    expect(await count(() => test.run(undefined, '{ rights }'))).toBe(0);
    expect(await count(() => test.runAs({ kind: 'machine', clientId: 'analytics', scopes: [] }, '{ rights }'))).toBe(0);
  });
});
