/*
 * What an event of another service says for the record.
 * Life: one fact each, in the place the event has in its aggregate. Owner: learning.
 */
import type { DomainEvent } from '@guildhall/events';
import { toId } from '@guildhall/kernel';
import type { EvidenceDetail, EvidenceKind, RecordFact } from './record-fact.js';

type Heard<Name extends DomainEvent['name']> = Name extends unknown ? DomainEvent<Name> : never;

/** The events that are facts of the record. */
export type RecordEvent = Heard<
  | 'AttendanceConfirmed'
  | 'AttendanceVoided'
  | 'ActivityLed'
  | 'ActivityLedVoided'
  | 'HoursVerified'
  | 'HoursVoided'
  | 'MandateStarted'
  | 'MandateEnded'
  | 'ProposalDelivered'
>;

/** The kind of evidence each event is about. */
const kindOf: Readonly<Record<RecordEvent['name'], EvidenceKind>> = {
  AttendanceConfirmed: 'ATTENDANCE',
  AttendanceVoided: 'ATTENDANCE',
  ActivityLed: 'LED_ACTIVITY',
  ActivityLedVoided: 'LED_ACTIVITY',
  HoursVerified: 'VERIFIED_HOURS',
  HoursVoided: 'VERIFIED_HOURS',
  MandateStarted: 'MANDATE',
  MandateEnded: 'MANDATE',
  ProposalDelivered: 'DELIVERED_PROPOSAL',
};

/** The fact an event tells. */
export function factOf(event: RecordEvent): RecordFact {
  const { source, aggregate, subject: aggregateId, sequence, name } = event;
  const place = { source, aggregate, aggregateId, sequence, kind: kindOf[name] };
  const told = new Date(event.time);
  switch (event.name) {
    case 'AttendanceConfirmed': {
      const { memberId, activityId, activityKind, attendedAt } = event.data;
      return { ...place, ...stands([memberId], attendedAt, { activityId, activityKind }) };
    }
    case 'ActivityLed': {
      const { memberId, activityId, activityKind, groupId, ledAt } = event.data;
      return { ...place, ...stands([memberId], ledAt, { activityId, activityKind, groupId }) };
    }
    case 'HoursVerified': {
      const { memberId, minutes, workedOn, hostGroupId } = event.data;
      return { ...place, ...stands([memberId], middayOf(workedOn), { groupId: hostGroupId }), minutes };
    }
    case 'MandateStarted': {
      const { memberId, groupId, kind: positionKind, constituencyId, from, to } = event.data;
      const detail = { groupId, positionKind, constituencyId };
      return { ...place, ...stands([memberId], from, detail), until: new Date(to) };
    }
    case 'ProposalDelivered':
      return { ...place, ...stands(event.data.memberIds, event.time, { proposalId: event.data.proposalId }) };
    case 'MandateEnded':
      return { ...place, says: 'ENDS', at: new Date(event.data.endedAt) };
    case 'AttendanceVoided':
      return { ...place, says: 'TAKEN_BACK', at: told };
    default:
      return { ...place, says: 'TAKEN_BACK', at: new Date(event.data.voidedAt) };
  }
}

type Said = { readonly [Key in keyof EvidenceDetail]: string | null | undefined };

function stands(memberIds: readonly string[], at: string, said: Said) {
  const detail: EvidenceDetail = Object.fromEntries(Object.entries(said).filter(([, value]) => value != null));
  return {
    says: 'STANDS' as const,
    memberIds: memberIds.map((id) => toId<'Member'>(id)),
    at: new Date(at),
    until: undefined,
    minutes: undefined,
    detail,
  };
}

/** A day on campus as an instant: its middle is on that day in nearly every zone. */
function middayOf(day: string): string {
  return `${day}T12:00:00.000Z`;
}
