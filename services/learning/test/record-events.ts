import { randomUUID } from 'node:crypto';
import {
  applyPending,
  storeReceived,
  streamOf,
  streams,
  type EventData,
  type EventType,
  type ReceivedEvent,
} from '@guildhall/events';
import { waitFor, type TestService } from '@guildhall/testing';
import type { Clock } from '@guildhall/kernel';
import { createRepositories } from '../src/app.js';
import { createHandlers } from '../src/handlers.js';
import { ids } from './fixture.js';

/** What one event says, before it has a place. */
export type Telling = {
  readonly [Name in EventType]: { readonly name: Name; readonly data: EventData<Name> };
}[EventType];

/** One thing about which others tell, and what they tell of it in order. */
export type ToldThing = { readonly subject: string; readonly tellings: readonly Telling[] };

/** The events about one thing as its owner would send them, numbered from 1. */
export function eventsOf({ subject, tellings }: ToldThing): readonly ReceivedEvent[] {
  return tellings.map(({ name, data }, index) => ({
    specversion: '1.0',
    id: randomUUID(),
    type: `guildhall.${streams[streamOf[name]].source}.${name}.v1`,
    source: streams[streamOf[name]].source,
    time: '2026-10-05T09:00:00.000Z',
    subject,
    aggregate: streamOf[name],
    sequence: index + 1,
    datacontenttype: 'application/json',
    name,
    data,
  }));
}

/** Stores events and applies all that can be applied, through the real inbox. */
export async function deliver(test: TestService, clock: Clock, events: readonly ReceivedEvent[]): Promise<void> {
  await storeReceived(test.dataSource.manager, events, clock.now());
  const failures: unknown[] = [];
  const options = {
    dataSource: test.dataSource,
    handlers: createHandlers(createRepositories, { clock, ids }),
    clock,
    onFailure: ({ error }: { error: unknown }) => failures.push(error),
  };
  await waitFor('the inbox to come to rest', async () => {
    await applyPending(options);
    const open: readonly unknown[] = await test.dataSource.query(
      `select 1 from inbox_event e left join inbox_position p using (source, aggregate, aggregate_id)
       where e.applied_at is null and e.sequence = coalesce(p.last, 0) + 1`,
    );
    return open.length === 0;
  });
  if (failures.length > 0) throw new AggregateError(failures, 'an event was not applied');
}

const day = '2026-09-21';
const instant = `${day}T10:00:00.000Z`;

/** Things of each kind that a member did, told once and standing. */
export const done = {
  attended: (memberId: string, activityKind = 'TRAINING', attendedAt = instant): ToldThing => {
    const subject = randomUUID();
    const data = { registrationId: subject, activityId: randomUUID(), memberId, activityKind, attendedAt };
    return { subject, tellings: [{ name: 'AttendanceConfirmed', data }] };
  },
  led: (memberId: string, ledAt = instant): ToldThing => {
    const data = { activityId: randomUUID(), memberId, role: 'LEAD' as const, activityKind: 'SOCIAL', ledAt };
    return { subject: randomUUID(), tellings: [{ name: 'ActivityLed', data }] };
  },
  served: (memberId: string, minutes: number, workedOn = day): ToldThing => {
    const subject = randomUUID();
    const data = { claimId: subject, memberId, minutes, workedOn, verifiedAt: instant };
    return { subject, tellings: [{ name: 'HoursVerified', data }] };
  },
  held: (memberId: string, from = '2026-09-01T00:00:00.000Z', to = '2027-06-30T00:00:00.000Z'): ToldThing => {
    const subject = randomUUID();
    const data = { mandateId: subject, memberId, groupId: randomUUID(), kind: 'TREASURER' as const, from, to };
    return { subject, tellings: [{ name: 'MandateStarted', data }] };
  },
  delivered: (...memberIds: readonly string[]): ToldThing => {
    const subject = randomUUID();
    return {
      subject,
      tellings: [{ name: 'ProposalDelivered', data: { proposalId: subject, memberIds: [...memberIds] } }],
    };
  },
};
