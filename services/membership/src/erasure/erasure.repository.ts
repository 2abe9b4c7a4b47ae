import { toPage, type Actor, type Page, type PageRequest } from '@guildhall/kernel';
import {
  brokenConstraint,
  ConcurrentWrite,
  eraseMemberData,
  eraseSignIn,
  type PersonalSection,
} from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import type { Member, MemberId } from '../member/member.js';
import type { ConfirmedErasure, Erasure, ErasingService, ErasureConfirmation, ErasureObstacle } from './erasure.js';
import { erasurePolicy } from './erasure.policy.js';

type ErasureRow = {
  id: Erasure['id'];
  member_id: MemberId;
  status: Erasure['status'];
  rules_version: number;
  requested_at: Date;
  due_at: Date;
  ended_at: Date | null;
  version: number;
};
type ReceiptRow = ErasureRow & { confirmations: readonly { service: ErasingService; at: string }[] };

/** Each statement answers with the obstacle it looks for; `$1` is the member, `$2` their sign-in, `$3` now. */
const obstacles: Readonly<Record<ErasureObstacle, string>> = {
  STAFF_ROLE: `exists (select 1 from appointment where subject = $2 and coalesce(ended_at, ends_at) > $3)`,
  OPEN_DISPUTE: `exists (select 1 from help_request r where r.status = 'DISPUTED' and (r.requester_id = $1
    or exists (select 1 from help_match m where m.request_id = r.id and m.helper_id = $1)))`,
  OPEN_CANDIDACY: `exists (select 1 from candidate c join contest k on k.id = c.contest_id join election e on e.id = k.election_id
    where c.member_id = $1 and c.status = 'STANDING' and e.status not in ('DECLARED', 'VOIDED'))`,
};

/** Reads and writes erasures, and erases. */
export type ErasureRepository = ReturnType<typeof createErasureRepository>;

/** A repository over one connection or transaction; `sections` say what this service keeps about a member. */
export function createErasureRepository(manager: EntityManager, sections: readonly PersonalSection[]) {
  return {
    /** The actor's own erasure that is scheduled; nothing when there is none. */
    async findOwn(actor: Actor): Promise<Erasure | null> {
      const rows: readonly ErasureRow[] = await manager.query(
        `select * from erasure where member_id = $1 and status = 'SCHEDULED'`,
        [erasurePolicy.subjectOf(actor) ?? null],
      );
      return rows[0] === undefined ? null : toErasure(rows[0]);
    },

    /** One erasure, for the platform, locked until the transaction ends. */
    async findLocked(actor: Actor, id: Erasure['id']): Promise<Erasure | null> {
      if (actor.kind !== 'system') return null;
      const rows: readonly ErasureRow[] = await manager.query('select * from erasure where id = $1 for update', [id]);
      return rows[0] === undefined ? null : toErasure(rows[0]);
    },

    /** What stands in the way of erasing a member now. */
    async listObstacles(
      { id, subject }: Pick<Member, 'id' | 'subject'>,
      now: Date,
    ): Promise<readonly ErasureObstacle[]> {
      const questions = Object.entries(obstacles).map(([name, question]) => `${question} as "${name}"`);
      const [row]: readonly Readonly<Record<string, boolean>>[] = await manager.query(
        `select ${questions.join(', ')}`,
        [id, subject, now],
      );
      return (Object.keys(obstacles) as ErasureObstacle[]).filter((name) => row?.[name] === true);
    },

    /** Adds an erasure; throws {@link ConcurrentWrite} when one is scheduled. */
    async add(erasure: Erasure): Promise<Erasure> {
      try {
        await manager.query(
          `insert into erasure (id, member_id, status, rules_version, requested_at, due_at, version)
           values ($1, $2, $3, $4, $5, $6, $7)`,
          [
            erasure.id,
            erasure.memberId,
            erasure.status,
            erasure.rulesVersion,
            erasure.requestedAt,
            erasure.dueAt,
            erasure.version,
          ],
        );
      } catch (error) {
        throw brokenConstraint(error) === 'erasure_one_live' ? new ConcurrentWrite() : error;
      }
      return erasure;
    },

    /** Writes a changed erasure; throws {@link ConcurrentWrite} when another writer was first. */
    async save(erasure: Erasure): Promise<Erasure> {
      const [, count]: readonly [unknown, number] = await manager.query(
        `update erasure set status = $3, due_at = $4, ended_at = $5, version = version + 1 where id = $1 and version = $2`,
        [erasure.id, erasure.version, erasure.status, erasure.dueAt, erasure.endedAt],
      );
      if (count !== 1) throw new ConcurrentWrite();
      return { ...erasure, version: erasure.version + 1 };
    },

    /** Erases everything this service keeps about a member beside their row in the register. Done twice, it does no more. */
    async eraseData({ id, subject }: Pick<Member, 'id' | 'subject'>): Promise<void> {
      await eraseSignIn(manager, { memberId: id, subject });
      await eraseMemberData(manager, sections, id);
    },

    /** Notes that a service erased a member whose erasure is done; noted once, however often it is told. */
    async confirm(memberId: MemberId, { service, confirmedAt }: ErasureConfirmation): Promise<void> {
      await manager.query(
        `insert into erasure_confirmation (erasure_id, service, confirmed_at)
         select id, $2, $3 from erasure where member_id = $1 and status = 'DONE' on conflict do nothing`,
        [memberId, service, confirmedAt],
      );
    },

    /** The erasures that were carried out, the latest first; none for whoever may not see them. */
    async pageReceipts(actor: Actor, { first, after }: PageRequest): Promise<Page<ConfirmedErasure>> {
      const rows: readonly ReceiptRow[] = await manager.query(
        `select e.*, coalesce((select jsonb_agg(jsonb_build_object('service', c.service, 'at', c.confirmed_at) order by c.confirmed_at, c.service)
             from erasure_confirmation c where c.erasure_id = e.id), '[]') as confirmations
         from erasure e where $1::boolean and e.status = 'DONE' and ($2::timestamptz is null or (e.ended_at, e.id) < ($2, $3::uuid))
         order by e.ended_at desc, e.id desc limit $4`,
        [erasurePolicy.canSeeReceipts(actor), after?.[0] ?? null, after?.[1] ?? null, first + 1],
      );
      return toPage(rows.map(toReceipt), first, ({ erasure }) => [
        (erasure.endedAt ?? erasure.dueAt).toISOString(),
        erasure.id,
      ]);
    },
  };
}

function toErasure(row: ErasureRow): Erasure {
  return {
    id: row.id,
    memberId: row.member_id,
    status: row.status,
    rulesVersion: row.rules_version,
    requestedAt: row.requested_at,
    dueAt: row.due_at,
    endedAt: row.ended_at ?? undefined,
    version: row.version,
  };
}

function toReceipt({ confirmations, ...row }: ReceiptRow): ConfirmedErasure {
  return {
    erasure: toErasure(row),
    confirmations: confirmations.map(({ service, at }) => ({ service, confirmedAt: new Date(at) })),
  };
}
