import { toId, toPage, type Actor, type Id, type Page, type PageRequest } from '@guildhall/kernel';
import { insertRow, updateRow } from '@guildhall/subgraph';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { Evidence, EvidenceId } from '../record/evidence.js';
import { toEvidence, type EvidenceRow } from '../record/record-rows.js';
import { CredentialEntity } from './credential.entity.js';
import { credentialRules } from './credential-rules.js';
import type { Credential, CredentialId, StatusPlace } from './credential.js';
import { credentialPolicy, visibleCredentials } from './credential.policy.js';

/** Reads and writes credentials; every read takes the actor, except of the status lists, which tell of nobody. */
export type CredentialRepository = ReturnType<typeof createCredentialRepository>;

/** A repository over one connection or transaction. */
export function createCredentialRepository(manager: EntityManager) {
  const visible = (actor: Actor): SelectQueryBuilder<Credential> => {
    const { own, everything } = visibleCredentials(actor);
    return manager
      .createQueryBuilder(CredentialEntity, 'credential')
      .where(everything ? 'true' : 'credential.memberId = :own', { own: own ?? null });
  };

  return {
    /** One credential, or nothing when missing or hidden. */
    findVisible: (actor: Actor, id: CredentialId): Promise<Credential | null> =>
      visible(actor).andWhere('credential.id = :id', { id }).getOne(),

    /** The visible ones among `ids`, in no particular order. */
    listVisible: (actor: Actor, ids: readonly CredentialId[]): Promise<readonly Credential[]> =>
      visible(actor).andWhere('credential.id = any(:ids)', { ids }).getMany(),

    /** The credentials of a member that facts still change or that stand in the way of another, oldest first. */
    listLiving: (actor: Actor, memberId: Id<'Member'>): Promise<readonly Credential[]> =>
      visible(actor)
        .andWhere("credential.memberId = :memberId and credential.status not in ('REVOKED', 'EXPIRED')", { memberId })
        .orderBy('credential.issuedAt')
        .addOrderBy('credential.id')
        .getMany(),

    /** A member's credentials, newest first; nothing for anybody but the member. */
    async pageOf(
      actor: Actor,
      memberId: Id<'Member'>,
      { first, after }: PageRequest,
    ): Promise<Page<Credential> | null> {
      if (!credentialPolicy.canRead(actor, memberId)) return null;
      const query = visible(actor).andWhere('credential.memberId = :memberId', { memberId });
      if (after !== undefined)
        query.andWhere('(credential.issuedAt, credential.id) < (:issuedAt, :id)', { issuedAt: after[0], id: after[1] });
      const rows = await query
        .orderBy('credential.issuedAt', 'DESC')
        .addOrderBy('credential.id', 'DESC')
        .limit(first + 1)
        .getMany();
      return toPage(rows, first, ({ issuedAt, id }) => [issuedAt.toISOString(), id]);
    },

    /** The evidence that credentials rest on, whether it stands or not. Ask it only for credentials that were read. */
    async listEvidence(credentials: readonly Credential[]): Promise<ReadonlyMap<EvidenceId, Evidence>> {
      const rows: readonly EvidenceRow[] = await manager.query(
        `select e.* from credential c join evidence e on e.id = any(c.evidence_ids) and e.member_id = c.member_id
         where c.id = any($1::uuid[])`,
        [credentials.map(({ id }) => id)],
      );
      return new Map(rows.map((row) => [row.id, toEvidence(row)]));
    },

    /** As `listEvidence`, without what members keep from being shown: what documents that are handed on say it rests on. */
    async listShownEvidence(credentials: readonly Credential[]): Promise<ReadonlyMap<EvidenceId, Evidence>> {
      const rows: readonly EvidenceRow[] = await manager.query(
        `select e.* from credential c join evidence e on e.id = any(c.evidence_ids) and e.member_id = c.member_id
         where c.id = any($1::uuid[]) and not exists (select from hidden_evidence h where h.evidence_id = e.id)`,
        [credentials.map(({ id }) => id)],
      );
      return new Map(rows.map((row) => [row.id, toEvidence(row)]));
    },

    /**
     * A free place in the list that is being filled, chosen by chance among `draws`; nobody else takes a place until the
     * transaction ends.
     */
    async takePlace(draws: readonly number[]): Promise<StatusPlace> {
      await manager.query(`select pg_advisory_xact_lock(hashtextextended('status-list', 0))`);
      const [row]: readonly { number: number; place: number | null }[] = await manager.query(
        `with filling as (
           select case when count(*) < $2 then coalesce(max(list_number), 1) else max(list_number) + 1 end as number
           from credential where list_number = (select coalesce(max(list_number), 1) from credential))
         select f.number, (select d.place from unnest($1::int[]) with ordinality as d(place, nth)
           where not exists (select 1 from credential c where c.list_number = f.number and c.list_index = d.place)
           order by d.nth limit 1) as place
         from filling f`,
        [draws, credentialRules.listFill],
      );
      if (row?.place == null) throw new Error('no drawn place in the status list is free');
      return { listNumber: row.number, listIndex: row.place };
    },

    /** The places of one list whose credentials are in this state; nothing when there is no such list. */
    async listPlaces(listNumber: number, status: 'SUSPENDED' | 'REVOKED'): Promise<readonly number[] | undefined> {
      const [row]: readonly { known: boolean; places: number[] }[] = await manager.query(
        `select $1 <= coalesce(max(list_number), 1) and $1 >= 1 as known,
           coalesce((select array_agg(list_index order by list_index) from credential where list_number = $1 and status = $2), '{}') as places
         from credential`,
        [listNumber, status],
      );
      return row?.known === true ? row.places : undefined;
    },

    /** All of a member's credentials that were not revoked, oldest first; nothing for anybody but the member. */
    listSharable: async (actor: Actor, memberId: Id<'Member'>): Promise<readonly Credential[]> =>
      credentialPolicy.canRead(actor, memberId)
        ? visible(actor)
            .andWhere("credential.memberId = :memberId and credential.status <> 'REVOKED'", { memberId })
            .orderBy('credential.issuedAt')
            .addOrderBy('credential.id')
            .getMany()
        : [],

    /** A new id for telling of one change: the same credential may be suspended more than once. */
    async makeTellingId(): Promise<Id<'Telling'>> {
      const [row]: readonly { id: string }[] = await manager.query('select gen_random_uuid() as id');
      return toId(row?.id ?? '');
    },

    /** Writes a new credential. */
    add: (credential: Credential): Promise<Credential> => insertRow(manager, CredentialEntity, credential),

    /** Writes a changed credential. */
    save: (credential: Credential): Promise<Credential> => updateRow(manager, CredentialEntity, credential),
  };
}
