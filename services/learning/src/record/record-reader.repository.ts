import { parseId, toPage, type Actor, type Id, type Page, type PageRequest } from '@guildhall/kernel';
import { requestError } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import type { EvidenceId } from './evidence.js';
import { growthEvidenceMax } from './growth-rules.js';
import type { RecordEntry } from './record-entry.js';
import { toEvidence, type EvidenceRow } from './record-rows.js';
import type { EvidenceKind } from './record-fact.js';
import { visibleRecords } from './record.policy.js';
import type { Term } from './term-rules.js';

/** Which entries of a record to list. */
export type RecordFilter = {
  readonly kinds: readonly EvidenceKind[] | undefined;
  readonly term: Term | undefined;
  readonly isStanding: boolean | undefined;
};

/** Reads records as their members see them; every read takes the actor. What is yet to happen is left out. */
export type RecordReader = ReturnType<typeof createRecordReader>;

type EntryRow = EvidenceRow & { is_hidden: boolean };

const entries = `select e.*, h.evidence_id is not null as is_hidden
  from evidence e left join hidden_evidence h on h.evidence_id = e.id`;
const inTerm = (from: string, to: string): string =>
  `(${to}::timestamptz is null or e.happened_at < ${to}) and (${from}::timestamptz is null or case when e.until is null then e.happened_at >= ${from} else e.until > ${from} end)`;

/** A reader over one connection or transaction. */
export function createRecordReader(manager: EntityManager) {
  const list = async (query: string, values: readonly unknown[]): Promise<readonly RecordEntry[]> => {
    const rows: readonly EntryRow[] = await manager.query(query, [...values]);
    return rows.map((row) => ({ ...toEvidence(row), isHidden: row.is_hidden }));
  };
  const mine = (actor: Actor): Id<'Member'> | null => visibleRecords(actor).own ?? null;

  return {
    /** The entries among `ids` in the viewer's own record, in no particular order. */
    listOwn: (actor: Actor, ids: readonly EvidenceId[]): Promise<readonly RecordEntry[]> =>
      list(`${entries} where e.member_id = $1 and e.id = any($2::uuid[])`, [mine(actor), ids]),

    /** One entry of the viewer's own record, or nothing when missing or somebody else's; nobody else changes it meanwhile. */
    async findOwnLocked(actor: Actor, id: EvidenceId): Promise<RecordEntry | null> {
      const [entry] = await list(`${entries} where e.member_id = $1 and e.id = $2 for update of e`, [mine(actor), id]);
      return entry ?? null;
    },

    /** Everything of the viewer's own record that stands and belongs to the time from an instant to now. */
    listSince: (actor: Actor, from: Date, now: Date): Promise<readonly RecordEntry[]> =>
      list(
        `${entries} where e.member_id = $1 and e.is_standing and e.happened_at <= $3 and ${inTerm('$2', '$3')}
         order by e.happened_at desc, e.id desc limit ${growthEvidenceMax}`,
        [mine(actor), from, now],
      ),

    /** The viewer's own record, the newest first. */
    async pageOwn(
      actor: Actor,
      filter: RecordFilter,
      { page: { first, after }, now }: { readonly page: PageRequest; readonly now: Date },
    ): Promise<Page<RecordEntry>> {
      const last = placeOf(after);
      const rows = await list(
        `${entries} where e.member_id = $1 and e.happened_at <= $2
           and ($3::text[] is null or e.kind = any($3)) and ${inTerm('$4', '$5')}
           and ($6::boolean is null or e.is_standing = $6)
           and ($7::timestamptz is null or (e.happened_at, e.id) < ($7, $8::uuid))
         order by e.happened_at desc, e.id desc limit $9`,
        [mine(actor), now, ...writtenFilter(filter), last.happenedAt, last.id, first + 1],
      );
      return toPage(rows, first, ({ happenedAt, id }) => [happenedAt.toISOString(), id]);
    },

    /** Remembers what a member chose about a piece of their record. */
    async choose({ id, memberId }: RecordEntry, isHidden: boolean, now: Date): Promise<void> {
      await (isHidden
        ? manager.query(
            'insert into hidden_evidence (evidence_id, member_id, hidden_at) values ($1, $2, $3) on conflict do nothing',
            [id, memberId, now],
          )
        : manager.query('delete from hidden_evidence where evidence_id = $1', [id]));
    },
  };
}

function writtenFilter({ kinds, term, isStanding }: RecordFilter): readonly unknown[] {
  return [kinds ?? null, term?.startsAt ?? null, term?.endsAt ?? null, isStanding ?? null];
}

/** Where the page before ended; nothing where there is none. */
function placeOf(after: readonly string[] | undefined): {
  readonly happenedAt: Date | null;
  readonly id: string | null;
} {
  if (after === undefined) return { happenedAt: null, id: null };
  const happenedAt = new Date(after[0] ?? '');
  const id = parseId(after[1] ?? '');
  if (id === undefined || Number.isNaN(happenedAt.getTime()))
    throw requestError('BAD_USER_INPUT', 'after must be an endCursor of this connection.');
  return { happenedAt, id };
}
