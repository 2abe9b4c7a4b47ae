import type { Id } from '@guildhall/kernel';
import type { Evidence, EvidenceId } from './evidence.js';
import type { EvidenceDetail, EvidenceKind, FactPlace, NewFact, RecordFact } from './record-fact.js';

/** A row of `record_fact`. */
export type FactRow = {
  source: FactPlace['source'];
  aggregate: string;
  aggregate_id: string;
  sequence: number;
  kind: EvidenceKind;
  says: RecordFact['says'];
  member_ids: Id<'Member'>[];
  at: Date;
  until: Date | null;
  minutes: number | null;
  detail: EvidenceDetail;
};

/** A row of `evidence`. */
export type EvidenceRow = {
  id: EvidenceId;
  member_id: Id<'Member'>;
  kind: EvidenceKind;
  source_id: string;
  happened_at: Date;
  until: Date | null;
  minutes: number | null;
  detail: EvidenceDetail;
  is_standing: boolean;
  taken_back_at: Date | null;
};

/** A fact as read. */
export function toFact(row: FactRow): RecordFact {
  const { source, aggregate, aggregate_id: aggregateId, sequence, kind, says, at } = row;
  const place = { source, aggregate, aggregateId, sequence, kind, at };
  if (says !== 'STANDS') return { ...place, says };
  const { member_ids: memberIds, until, minutes, detail } = row;
  return { ...place, says, memberIds, until: until ?? undefined, minutes: minutes ?? undefined, detail };
}

/** A fact as written; `sequence` is null where the next place is to be taken. */
export function writtenFact(fact: NewFact | RecordFact) {
  const { source, aggregate, aggregateId, sequence, kind, says, at } = fact;
  const stands = fact.says === 'STANDS' ? fact : undefined;
  return {
    source,
    aggregate,
    aggregate_id: aggregateId,
    sequence: sequence ?? null,
    kind,
    says,
    member_ids: stands?.memberIds ?? [],
    at,
    until: stands?.until,
    minutes: stands?.minutes,
    detail: stands?.detail ?? {},
  };
}

/** Evidence as read. */
export function toEvidence(row: EvidenceRow): Evidence {
  return {
    id: row.id,
    memberId: row.member_id,
    kind: row.kind,
    sourceId: row.source_id,
    happenedAt: row.happened_at,
    until: row.until ?? undefined,
    minutes: row.minutes ?? undefined,
    detail: row.detail,
    isStanding: row.is_standing,
    takenBackAt: row.taken_back_at ?? undefined,
  };
}

/** Evidence as written. */
export function writtenEvidence(evidence: Evidence) {
  const { id, memberId, kind, sourceId, happenedAt, until, minutes, detail, isStanding, takenBackAt } = evidence;
  return {
    id,
    member_id: memberId,
    kind,
    source_id: sourceId,
    happened_at: happenedAt,
    until,
    minutes,
    detail,
    is_standing: isStanding,
    taken_back_at: takenBackAt,
  };
}
