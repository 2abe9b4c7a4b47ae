import { toPage, type Actor, type Page, type PageRequest } from '@guildhall/kernel';
import { insertRow, updateRow } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import type { MemberId } from '../references/member.js';
import { HostEntity } from './host.entity.js';
import type { Host, HostId } from './host.js';
import { listHostPeople } from './host-people.repository.js';
import { speaksForSql } from './host-scope.js';

/** Reads and writes hosts, which are public. */
export type HostRepository = ReturnType<typeof createHostRepository>;

/** Narrows the list of hosts; absent means no narrowing. */
export type HostFilter = { readonly search: string | undefined; readonly isActive: boolean | undefined };

/** A repository over one connection or transaction. */
export function createHostRepository(manager: EntityManager) {
  const hosts = () => manager.createQueryBuilder(HostEntity, 'host');
  return {
    /** The hosts among `ids`, in no particular order. */
    list: (ids: readonly HostId[]): Promise<readonly Host[]> => hosts().where('host.id = any(:ids)', { ids }).getMany(),

    /** One host, or nothing. */
    find: (id: HostId): Promise<Host | null> => hosts().where('host.id = :id', { id }).getOne(),

    /** One host that is known to be there. */
    get: (id: HostId): Promise<Host> => hosts().where('host.id = :id', { id }).getOneOrFail(),

    /** The hosts that the actor speaks for, by name; at most 100. */
    listOwn(actor: Actor): Promise<readonly Host[]> {
      const { sql, parameters } = speaksForSql(actor, 'host');
      return hosts().where(sql, parameters).orderBy('host.name').addOrderBy('host.id').limit(100).getMany();
    },

    /** Hosts by name. */
    async page({ first, after }: PageRequest, { search, isActive }: HostFilter): Promise<Page<Host>> {
      const query = hosts().where('true');
      if (search !== undefined) query.andWhere('strpos(lower(host.name), lower(:search)) > 0', { search });
      if (isActive !== undefined) query.andWhere('(host.status = :active) = :isActive', { active: 'ACTIVE', isActive });
      if (after !== undefined) query.andWhere('(host.name, host.id) > (:name, :id)', { name: after[0], id: after[1] });
      const rows = await query
        .orderBy('host.name')
        .addOrderBy('host.id')
        .limit(first + 1)
        .getMany();
      return toPage(rows, first, ({ name, id }) => [name, id]);
    },

    /** Who speaks for the host now. */
    listPeople: (host: Host, now: Date): Promise<readonly MemberId[]> => listHostPeople(manager, host, now),

    add: (host: Host): Promise<Host> => insertRow(manager, HostEntity, host),
    save: (host: Host): Promise<Host> => updateRow(manager, HostEntity, host),
  };
}
