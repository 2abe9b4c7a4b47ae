import { toPage, type Id, type Page, type PageRequest } from '@guildhall/kernel';
import type { EntityManager } from 'typeorm';
import type { CaseViewer } from '../sealing/viewer.js';
import { programKey, type HolderKind, type ReferralHolder, type ReferralOpening } from './holder.js';
import type { ReferralId } from './referral.js';
import { visibleReferrals } from './referral.policy.js';

type PostRow = { department_id: Id<'Department'>; subject: string; name: string; role: HolderKind };
type ProgramRow = { department_id: Id<'Department'>; client_id: string; name: string };
type OpeningRow = {
  referral_id: ReferralId;
  department_id: Id<'Department'>;
  position: number;
  at: Date;
  reader: string;
  reader_role: ReferralOpening['readerRole'];
  items: Id<'ReferralField'>[] | null;
};

/** Reads who can read referrals and who did, for the student of their case alone. */
export type HolderRepository = ReturnType<typeof createHolderRepository>;

/** A repository over one connection. */
export function createHolderRepository(manager: EntityManager) {
  const read = async (
    departmentIds: readonly Id<'Department'>[],
    { posts, programs, now }: { readonly posts: string; readonly programs: string; readonly now: Date },
  ): Promise<ReadonlyMap<Id<'Department'>, readonly ReferralHolder[]>> => {
    const people: readonly PostRow[] = await manager.query(
      `select distinct on (department_id, subject) department_id, subject, coalesce(name, subject) as name, role from department_post
       where department_id = any($1::uuid[]) and ${posts} order by department_id, subject, ends_at desc`,
      [departmentIds, now],
    );
    const clients: readonly ProgramRow[] = await manager.query(
      `select department_id, client_id, name from department_client
       where department_id = any($1::uuid[]) and ${programs} order by department_id, registered_at, client_id`,
      [departmentIds],
    );
    const holders = [
      ...people.map(({ department_id: of, subject, name, role }) => ({ of, kind: role, name, actorKey: subject })),
      ...clients.map(({ department_id: of, client_id: id, name }) => ({
        of,
        kind: 'PROGRAM' as const,
        name,
        actorKey: programKey(id),
      })),
    ];
    return Map.groupBy(holders, ({ of }) => of);
  };
  return {
    /** Who can read what is sent to the departments now: posts in force, and programs that may read. */
    listNow: (departmentIds: readonly Id<'Department'>[], now: Date) =>
      read(departmentIds, {
        posts: 'starts_at <= $2 and coalesce(ended_at, ends_at) > $2',
        programs: `revoked_at is null and 'referrals:read' = any(scopes)`,
        now,
      }),

    /** Everybody who ever could, for finding who a reader was. */
    listEver: (departmentIds: readonly Id<'Department'>[], now: Date) =>
      read(departmentIds, { posts: 'starts_at <= $2', programs: 'true', now }),

    /** Who of a department opened a referral of one of the viewer's own cases, newest first; nobody else is told. */
    async pageOpenings(
      viewer: CaseViewer,
      referralId: ReferralId,
      { first, after }: PageRequest,
    ): Promise<Page<ReferralOpening>> {
      const rows: readonly OpeningRow[] = await manager.query(
        `select d.referral_id, r.department_id, d.position, d.at, d.reader, d.reader_role, d.items
         from disclosure d join referral r on r.id = d.referral_id
         where d.student = $1 and d.referral_id = $2 and d.reader_role in ('DEPARTMENT_STAFF', 'DEPARTMENT_LEAD', 'DEPARTMENT_CLIENT')
           and d.salt is not null and ($3::int is null or d.position < $3) order by d.position desc limit $4`,
        [visibleReferrals(viewer).student ?? null, referralId, Number(after?.[0] ?? 0) || null, first + 1],
      );
      const openings = rows.map((row) => ({
        referralId: row.referral_id,
        departmentId: row.department_id,
        position: row.position,
        at: row.at,
        reader: row.reader,
        readerRole: row.reader_role,
        items: row.items ?? [],
      }));
      return toPage(openings, first, ({ position }) => [String(position)]);
    },
  };
}
