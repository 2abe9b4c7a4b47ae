import type { EntityManager } from 'typeorm';
import type { ElectionId } from '../election/election.js';
import type { TrusteeKey } from './trustee-key.js';

/** Reads and writes the keys of trustees. Public halves and who has handed in theirs are for everybody who sees the election. */
export type TrusteeKeyRepository = ReturnType<typeof createTrusteeKeyRepository>;

type Row = {
  readonly election_id: ElectionId;
  readonly role: TrusteeKey['role'];
  readonly holder: string;
  readonly public_key: string;
  readonly sealed_private_key: string | null;
  readonly has_opened: boolean;
};

/** A repository over one connection or transaction. */
export function createTrusteeKeyRepository(manager: EntityManager) {
  return {
    /** The keys of elections that were loaded already, in the order of sealing. */
    async listOf(electionIds: readonly ElectionId[]): Promise<readonly TrusteeKey[]> {
      const rows: readonly Row[] = await manager.query(
        'select * from trustee_key where election_id = any($1::uuid[]) order by role',
        [electionIds],
      );
      return rows.map(toTrusteeKey);
    },

    /** Keeps the public half of a trustee's key in the place of an earlier one. */
    async register({ electionId, role, holder, publicKey }: TrusteeKey): Promise<void> {
      await manager.query(
        `insert into trustee_key (election_id, role, holder, public_key) values ($1, $2, $3, $4)
         on conflict on constraint trustee_key_pk do update set holder = excluded.holder, public_key = excluded.public_key`,
        [electionId, role, holder, publicKey],
      );
    },

    /** Keeps a private half, sealed for the other trustee, until that one hands in theirs. */
    async handIn({ electionId, role }: TrusteeKey, sealedPrivateKey: string): Promise<void> {
      await manager.query(
        'update trustee_key set sealed_private_key = $3, has_opened = true where election_id = $1 and role = $2',
        [electionId, role, sealedPrivateKey],
      );
    },

    /** Keeps nothing of the private halves any more, because the ballots are open. */
    async forgetPrivateHalves(electionId: ElectionId): Promise<void> {
      await manager.query(
        'update trustee_key set sealed_private_key = null, has_opened = true where election_id = $1',
        [electionId],
      );
    },

    /**
     * Asks both trustees again where both have handed in theirs and the ballots are not open: the process that was opening
     * them has ended. What waits sealed stays, so that the first of them to answer is enough.
     */
    async askAgain(electionId?: ElectionId): Promise<void> {
      await manager.query(
        `update trustee_key t set has_opened = false
         where ($1::uuid is null or t.election_id = $1) and exists (select 1 from election e where e.id = t.election_id
           and coalesce(e.resumes_to, e.status) = 'CLOSED')
           and (select count(*) from trustee_key o where o.election_id = t.election_id and o.has_opened) = 2`,
        [electionId ?? null],
      );
    },
  };
}

function toTrusteeKey(row: Row): TrusteeKey {
  return {
    electionId: row.election_id,
    role: row.role,
    holder: row.holder,
    publicKey: row.public_key,
    sealedPrivateKey: row.sealed_private_key ?? undefined,
    hasOpened: row.has_opened,
  };
}
