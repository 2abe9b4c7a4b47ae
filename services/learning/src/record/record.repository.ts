import type { Actor, Id } from '@guildhall/kernel';
import type { EntityManager } from 'typeorm';
import type { Evidence } from './evidence.js';
import { toEvidence, toFact, writtenEvidence, writtenFact, type EvidenceRow, type FactRow } from './record-rows.js';
import type { FactSource, NewFact, RecordFact } from './record-fact.js';
import { visibleRecords } from './record.policy.js';

/** Reads and writes the log of facts and the evidence projected from it; every read of evidence takes the actor. */
export type RecordRepository = ReturnType<typeof createRecordRepository>;

const sameSource = 'f.source = s.source and f.aggregate = s.aggregate and f.aggregate_id = s.aggregate_id';
const sources = 'jsonb_to_recordset($1::jsonb) as s(source text, aggregate text, aggregate_id text)';

/** A repository over one connection or transaction. */
export function createRecordRepository(manager: EntityManager) {
  return {
    /** Nobody else folds the facts about these things until the transaction ends. */
    async lockSources(list: readonly FactSource[]): Promise<void> {
      await manager.query(
        `select pg_advisory_xact_lock(key) from (
           select distinct hashtextextended('record:' || source || ':' || aggregate || ':' || aggregate_id, 0) as key
           from ${sources} order by key) keys`,
        [JSON.stringify(list.map(sourceRow))],
      );
    },

    /** Appends facts; one whose place is taken is a duplicate and left out. Returns how many were new. */
    async append(facts: readonly NewFact[], now: Date): Promise<number> {
      const rows: readonly unknown[] = await manager.query(
        `insert into record_fact as f (source, aggregate, aggregate_id, sequence, kind, says, member_ids, at, until, minutes, detail, heard_at)
         select s.source, s.aggregate, s.aggregate_id,
           coalesce(s.sequence, (select coalesce(max(f.sequence), 0) + 1 from record_fact f where ${sameSource})),
           s.kind, s.says, s.member_ids, s.at, s.until, s.minutes, s.detail, $2
         from jsonb_to_recordset($1::jsonb) as s(source text, aggregate text, aggregate_id text, sequence int, kind text,
           says text, member_ids uuid[], at timestamptz, until timestamptz, minutes int, detail jsonb)
         on conflict do nothing returning 1`,
        [JSON.stringify(facts.map(writtenFact)), now],
      );
      return rows.length;
    },

    /** Every fact about these things, in their order. */
    async listFacts(list: readonly FactSource[]): Promise<readonly RecordFact[]> {
      const rows: readonly FactRow[] = await manager.query(
        `select f.* from (select distinct * from ${sources}) s join record_fact f on ${sameSource}
         order by f.source, f.aggregate, f.aggregate_id, f.sequence`,
        [JSON.stringify(list.map(sourceRow))],
      );
      return rows.map(toFact);
    },

    /** Writes evidence as it was folded; what a member chose about it stays. */
    async project(evidence: readonly Evidence[]): Promise<void> {
      await manager.query(
        `insert into evidence (id, member_id, kind, source_id, happened_at, until, minutes, detail, is_standing, taken_back_at)
         select e.* from jsonb_to_recordset($1::jsonb) as e(id uuid, member_id uuid, kind text, source_id text,
           happened_at timestamptz, until timestamptz, minutes int, detail jsonb, is_standing boolean, taken_back_at timestamptz)
         on conflict (id) do update set happened_at = excluded.happened_at, until = excluded.until, minutes = excluded.minutes,
           detail = excluded.detail, is_standing = excluded.is_standing, taken_back_at = excluded.taken_back_at`,
        [JSON.stringify(evidence.map(writtenEvidence))],
      );
    },

    /**
     * Every piece of evidence of a member that stands, in the order in which it happened; nothing for actors who may not
     * see this member's record. A mandate that is yet to begin stands already: look at `happenedAt`.
     */
    async listStanding(actor: Actor, memberId: Id<'Member'>): Promise<readonly Evidence[]> {
      const { own, everything } = visibleRecords(actor);
      if (!everything && own !== memberId) return [];
      const rows: readonly EvidenceRow[] = await manager.query(
        'select * from evidence where member_id = $1 and is_standing order by happened_at, id',
        [memberId],
      );
      return rows.map(toEvidence);
    },
  };
}

function sourceRow({ source, aggregate, aggregateId }: FactSource) {
  return { source, aggregate, aggregate_id: aggregateId };
}
