import type { Actor, Id } from '@guildhall/kernel';
import { insertRow, updateRow } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import { ApiClientEntity } from './api-client.entity.js';
import type { ApiClient } from './api-client.js';
import { visibleApiClients } from './api-client.policy.js';

/** Reads and writes the programs of departments; every read by a viewer takes the actor. */
export type ApiClientRepository = ReturnType<typeof createApiClientRepository>;

/** A repository over one connection or transaction. */
export function createApiClientRepository(manager: EntityManager) {
  const visible = (actor: Actor) =>
    manager
      .createQueryBuilder(ApiClientEntity, 'client')
      .where('client.departmentId = any(:departmentIds)', { ...visibleApiClients(actor) });
  return {
    /** The programs of departments, revoked ones last. */
    listOf: (actor: Actor, departmentIds: readonly Id<'Department'>[]): Promise<readonly ApiClient[]> =>
      visible(actor)
        .andWhere('client.departmentId = any(:wanted)', { wanted: departmentIds })
        .orderBy('client.revokedAt', 'ASC', 'NULLS FIRST')
        .addOrderBy('client.registeredAt')
        .addOrderBy('client.id')
        .getMany(),

    /** One program, or nothing when missing or hidden. */
    findVisible: (actor: Actor, id: Id<'ApiClient'>): Promise<ApiClient | null> =>
      visible(actor).andWhere('client.id = :id', { id }).getOne(),

    /** How many programs of a department work; others who count wait until the transaction ends. */
    async countWorking(departmentId: Id<'Department'>): Promise<number> {
      await manager.query('select 1 from department where id = $1 for update', [departmentId]);
      const [row]: readonly { count: number }[] = await manager.query(
        'select count(*)::int as count from department_client where department_id = $1 and revoked_at is null',
        [departmentId],
      );
      return row?.count ?? 0;
    },

    /** Whether any department has a program of this id, revoked ones included. */
    async isTaken(clientId: string): Promise<boolean> {
      await manager.query(`select pg_advisory_xact_lock(hashtext('department-client'), hashtext($1))`, [clientId]);
      const rows: readonly unknown[] = await manager.query('select 1 from department_client where client_id = $1', [
        clientId,
      ]);
      return rows.length > 0;
    },

    add: (client: ApiClient): Promise<ApiClient> => insertRow(manager, ApiClientEntity, client),
    save: (client: ApiClient): Promise<ApiClient> => updateRow(manager, ApiClientEntity, client),

    /** A program that works, by the id it signs in with: for building the actor and for checking its secret, and shown to nobody. */
    findWorking: (clientId: string): Promise<ApiClient | null> =>
      manager
        .createQueryBuilder(ApiClientEntity, 'client')
        .where('client.clientId = :clientId and client.revokedAt is null', { clientId })
        .getOne(),
  };
}
