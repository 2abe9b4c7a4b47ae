import { toPage, type Actor, type Clock, type IdSource, type Page, type PageRequest } from '@guildhall/kernel';
import { ConcurrentWrite, insertRow, updateRow } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import type { ContestId } from '../contest/contest.js';
import type { MemberId } from '../member/member.js';
import { CandidacyAppealEntity, CandidateEntity } from './candidate.entity.js';
import type { Candidacy, CandidacyAppeal, Candidate, CandidateId, CandidateStatus } from './candidate.js';
import { visibleCandidates } from './candidate.policy.js';
import { selectCandidacy, toCandidacy, type CandidacyRow } from './candidate-rows.repository.js';

/** A line of a ballot paper. Who withdrew or was taken out stays on it, and is counted as if they were not there. */
export type PaperCandidate = Pick<Candidate, 'id' | 'memberId' | 'name' | 'isReopen' | 'status'> & {
  readonly ballotPlace: number;
};

/** Somebody who is nominated for the first time. */
export type NewCandidate = Pick<Candidate, 'id' | 'contestId' | 'memberId' | 'name' | 'nominatedAt'>;

/** Reads and writes candidates; reads on behalf of somebody take the actor. */
export type CandidateRepository = ReturnType<typeof createCandidateRepository>;

const visible = `($2::boolean or e.announced_at is not null and (c.is_reopen or c.ballot_place is not null) or c.member_id = $1::uuid
  or $3::boolean and not i.is_involved and e.second_trustee <> $5
  or $4::boolean and not i.is_involved and a.id is not null and a.against_by <> $5)`;

const inPaperOrder = 'order by c.ballot_place is null, c.ballot_place, c.is_reopen, c.nominated_at, c.id';

/** A repository over one connection or transaction. */
export function createCandidateRepository(
  manager: EntityManager,
  { ids, clock }: { readonly ids: IdSource; readonly clock: Clock },
) {
  const read = async (actor: Actor, rest: string, parameters: readonly unknown[]): Promise<readonly Candidacy[]> => {
    const { memberId, everybody, runs, decidesAppeals, name } = visibleCandidates(actor);
    const rows: readonly CandidacyRow[] = await manager.query(`${selectCandidacy} where ${visible} and ${rest}`, [
      memberId ?? null,
      everybody,
      runs,
      decidesAppeals,
      name,
      ...parameters,
    ]);
    return rows.map(toCandidacy);
  };

  return {
    /** The candidates among `ids` that the actor may know of, in no particular order. */
    listVisible: (actor: Actor, ids: readonly CandidateId[]): Promise<readonly Candidacy[]> =>
      read(actor, 'c.id = any($6::uuid[])', [ids]),

    /** The candidates of contests that the actor may know of, in the order of the ballot paper. */
    listOfContests: (actor: Actor, contestIds: readonly ContestId[]): Promise<readonly Candidacy[]> =>
      read(actor, `c.contest_id = any($6::uuid[]) ${inPaperOrder}`, [contestIds]),

    /** Where the actor is nominated or stands, the latest first, 100 at most; what they were nominated for is nobody else's business. */
    listOwn: (actor: Actor): Promise<readonly Candidacy[]> =>
      read(actor, 'c.member_id = $1::uuid order by c.nominated_at desc, c.id desc limit 100', []),

    /** One candidacy that the actor may know of; nobody else changes it or its election until the transaction ends. */
    async findLocked(actor: Actor, id: CandidateId): Promise<Candidacy | null> {
      await manager.query(
        `select 1 from election where id = (select k.election_id from contest k join candidate c on c.contest_id = k.id where c.id = $1) for no key update`,
        [id],
      );
      await manager.query('select 1 from candidate where id = $1 for update', [id]);
      return (await read(actor, 'c.id = $6::uuid', [id]))[0] ?? null;
    },

    /** The candidacies with an appeal that the actor may decide, the oldest appeal first. */
    async pageAppeals(actor: Actor, { first, after }: PageRequest): Promise<Page<Candidacy>> {
      const rows = await read(
        actor,
        `$4::boolean and not i.is_involved and a.id is not null and a.is_granted is null and a.against_by <> $5
           and e.status not in ('DECLARED', 'VOIDED') and ($6::timestamptz is null or (a.made_at, a.id) > ($6, $7::uuid))
         order by a.made_at, a.id limit $8`,
        [after?.[0] ?? null, after?.[1] ?? null, first + 1],
      );
      return toPage(rows, first, ({ appeal }) => [appeal?.madeAt.toISOString() ?? '', appeal?.id ?? '']);
    },

    /** The lines of a ballot paper in their order, re-opening nominations last; empty before the publication. */
    async listOnPaper(contestId: ContestId): Promise<readonly PaperCandidate[]> {
      const rows: readonly {
        id: CandidateId;
        member_id: MemberId | null;
        name: string;
        is_reopen: boolean;
        status: CandidateStatus | null;
        ballot_place: number;
      }[] = await manager.query(
        `select id, member_id, name, is_reopen, status, ballot_place from candidate
         where contest_id = $1 and ballot_place is not null order by ballot_place`,
        [contestId],
      );
      return rows.map((row) => ({
        id: row.id,
        memberId: row.member_id ?? undefined,
        name: row.name,
        isReopen: row.is_reopen,
        status: row.status ?? undefined,
        ballotPlace: row.ballot_place,
      }));
    },

    /** Whether whoever signs in as `subject` agreed to stand or stands in an election that is not over. */
    async isStanding(subject: string): Promise<boolean> {
      const rows: readonly unknown[] = await manager.query(
        `select 1 from candidate c join member m on m.id = c.member_id join contest k on k.id = c.contest_id
         join election e on e.id = k.election_id where m.subject = $1 and c.status in ('CONSENTED', 'ELIGIBLE', 'STANDING')
           and e.status not in ('DECLARED', 'VOIDED') limit 1`,
        [subject],
      );
      return rows.length > 0;
    },

    /** Adds somebody who is nominated unless they have a candidacy in the contest that was not withdrawn; tells whether they were added. */
    async addUnlessNominated({ id, contestId, memberId, name, nominatedAt }: NewCandidate): Promise<boolean> {
      const rows: readonly unknown[] = await manager.query(
        `insert into candidate (id, contest_id, member_id, name, is_reopen, status, statements, nominated_at, changed_at, version)
         values ($1, $2, $3, $4, false, 'NOMINATED', '[]', $5, $5, 1)
         on conflict (contest_id, member_id) where status <> 'WITHDRAWN' do nothing returning id`,
        [id, contestId, memberId, name, nominatedAt],
      );
      return rows.length > 0;
    },

    /** The member's candidacy in the contest that was not withdrawn, whoever may know of it, locked. */
    async findIdOfMember(contestId: ContestId, memberId: MemberId): Promise<CandidateId | undefined> {
      const rows: readonly { id: CandidateId }[] = await manager.query(
        `select id from candidate where contest_id = $1 and member_id = $2 and status <> 'WITHDRAWN' for update`,
        [contestId, memberId],
      );
      return rows[0]?.id;
    },

    /** Adds the choice to re-open nominations to a contest. */
    async addReopen(contestId: ContestId, name: string): Promise<void> {
      await manager.query(
        `insert into candidate (id, contest_id, name, is_reopen, statements, nominated_at, changed_at, version)
         values ($1, $2, $3, true, '[]', $4, $4, 1)`,
        [ids.random(), contestId, name, clock.now()],
      );
    },

    save: (candidate: Candidate): Promise<Candidate> => updateRow(manager, CandidateEntity, candidate),

    addAppeal: (appeal: CandidacyAppeal): Promise<CandidacyAppeal> => insertRow(manager, CandidacyAppealEntity, appeal),
    saveAppeal: (appeal: CandidacyAppeal): Promise<CandidacyAppeal> =>
      updateRow(manager, CandidacyAppealEntity, appeal),

    /** Puts candidates in their places on the paper of a contest, as standing, with the names they have now. */
    async publish(contestId: ContestId, ids: readonly CandidateId[], now: Date): Promise<void> {
      const [, count]: readonly [unknown, number] = await manager.query(
        `update candidate c set ballot_place = w.place, changed_at = $3, version = c.version + 1,
           status = case when c.is_reopen then null else 'STANDING' end,
           name = coalesce((select m.display_name from member m where m.id = c.member_id), c.name)
         from unnest($2::uuid[]) with ordinality as w(id, place) where c.id = w.id and c.contest_id = $1`,
        [contestId, ids, now],
      );
      if (count !== ids.length) throw new ConcurrentWrite();
    },
  };
}
