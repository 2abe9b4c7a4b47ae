import type { EntityManager } from 'typeorm';
import type { Vault, WrappedKey } from './sealing.js';

/** A wrapped key where it lies. */
type KeyRow = { id: string; key_id: string; data_key: Buffer };

/** How many data keys are wrapped under which master key. */
export type KeyCount = { readonly keyId: string; readonly count: number };

/** Wraps data keys anew, wherever they lie. */
export type KeyRotationRepository = ReturnType<typeof createKeyRotationRepository>;

/** Every table that keeps wrapped keys names them so, beside the `id` of their owner; the catalogue says which there are. */
const tablesWithKeys = `
  select k.table_name as name, exists (select 1 from information_schema.columns v
    where v.table_schema = k.table_schema and v.table_name = k.table_name and v.column_name = 'version') as "isVersioned"
  from information_schema.columns k
  join information_schema.tables t using (table_schema, table_name)
  where k.table_schema = current_schema() and k.column_name = 'data_key' and t.table_type = 'BASE TABLE' order by 1`;

/** A table with wrapped keys. Cases keep their version: their own writes never touch keys. */
export type KeyTable = { readonly name: string; readonly isVersioned: boolean };

/** A repository over one connection. */
export function createKeyRotationRepository(manager: EntityManager, vault: Vault) {
  const listTables = (): Promise<readonly KeyTable[]> => manager.query(tablesWithKeys);
  return {
    listTables,

    /** How many keys are wrapped under each master key, in all tables together. */
    async count(): Promise<readonly KeyCount[]> {
      const tables = await listTables();
      const union = tables
        .map(({ name }) => `select key_id from "${name}" where data_key is not null`)
        .join(' union all ');
      const rows: readonly { keyId: string; count: number }[] = await manager.query(
        `select key_id as "keyId", count(*)::int as count from (${union}) keys group by key_id order by key_id`,
      );
      return rows;
    },

    /**
     * Wraps up to `size` keys of one table anew, those after an id, and returns the last id and how many it changed; nothing
     * when none is left. A key that somebody destroyed or changed meanwhile is left alone.
     */
    async rewrapBatch(
      { name, isVersioned }: KeyTable,
      {
        after,
        size,
        currentKeyId,
      }: { readonly after: string | undefined; readonly size: number; readonly currentKeyId: string },
    ): Promise<{ readonly last: string; readonly count: number } | undefined> {
      const rows: readonly KeyRow[] = await manager.query(
        `select id, key_id, data_key from "${name}"
         where data_key is not null and key_id <> $1 and ($2::uuid is null or id > $2) order by id limit $3`,
        [currentKeyId, after ?? null, size],
      );
      const last = rows.at(-1)?.id;
      if (last === undefined) return undefined;
      const wrapped = await Promise.all(rows.map((row) => vault.rewrap(toKey(row), row.id)));
      // Whoever writes whole versioned rows must find that this one changed; cases are written without their keys.
      const bump = isVersioned && name !== 'case_file' ? ', version = held.version + 1' : '';
      const [, count]: [unknown, number] = await manager.query(
        `update "${name}" held set key_id = made.key_id, data_key = made.data_key${bump}
         from unnest($1::uuid[], $2::bytea[], $3::text[], $4::bytea[]) as made(id, old_key, key_id, data_key)
         where held.id = made.id and held.data_key = made.old_key`,
        [
          rows.map(({ id }) => id),
          rows.map((row) => row.data_key),
          wrapped.map(({ keyId }) => keyId),
          wrapped.map(({ dataKey }) => Buffer.from(dataKey)),
        ],
      );
      return { last, count };
    },
  };
}

function toKey({ key_id: keyId, data_key: dataKey }: KeyRow): WrappedKey {
  return { keyId, dataKey };
}
