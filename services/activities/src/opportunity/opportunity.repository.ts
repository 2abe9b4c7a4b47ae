import { toPage, type Actor, type Page, type PageRequest } from '@guildhall/kernel';
import { insertRow, updateRow } from '@guildhall/subgraph';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { Host, HostId } from '../host/host.js';
import { OpportunityEntity } from './opportunity.entity.js';
import type { Opportunity, OpportunityFacts, OpportunityFilter, OpportunityId } from './opportunity.js';
import { visibleOpportunities } from './opportunity.policy.js';

const needsSomebody = `exists (
  select 1 from shift s where s.opportunity_id = opportunity.id and s.status = 'PLANNED'
    and s.starts_at >= coalesce(cast(:shiftsFrom as timestamptz), '-infinity') and s.starts_at < coalesce(cast(:shiftsTo as timestamptz), 'infinity')
    and (select sum(r.needed) from shift_role r where r.shift_id = s.id) >
      (select count(*) from shift_signup u where u.shift_id = s.id and u.status in ('ACCEPTED', 'SWAP_OFFERED', 'WORKED', 'ABSENT', 'EXCUSED')))`;

/** Where the host of an opportunity is found, which every opportunity has. */
type KnownHosts = { readonly get: (id: HostId) => Promise<Host> };

/** Reads and writes opportunities; every read takes the actor. */
export type OpportunityRepository = ReturnType<typeof createOpportunityRepository>;

/** A repository over one connection or transaction. */
export function createOpportunityRepository(manager: EntityManager, hosts: KnownHosts) {
  const visible = (actor: Actor): SelectQueryBuilder<Opportunity> => {
    const { sql, parameters } = visibleOpportunities(actor);
    return manager
      .createQueryBuilder(OpportunityEntity, 'opportunity')
      .innerJoin('ServiceHost', 'host', 'host.id = opportunity.hostId')
      .where(sql, parameters);
  };
  const withHost = async (opportunity: Opportunity | null): Promise<OpportunityFacts | null> => {
    if (opportunity === null) return null;
    const host = await hosts.get(opportunity.hostId);
    return { opportunity, host };
  };

  return {
    /** The opportunities among `ids` that the actor may see, in no particular order. */
    listVisible: (actor: Actor, ids: readonly OpportunityId[]): Promise<readonly Opportunity[]> =>
      visible(actor).andWhere('opportunity.id = any(:ids)', { ids }).getMany(),

    /** One opportunity with its host, or nothing when missing or hidden. */
    findFacts: async (actor: Actor, id: OpportunityId): Promise<OpportunityFacts | null> =>
      withHost(await visible(actor).andWhere('opportunity.id = :id', { id }).getOne()),

    /** What is open, the newest first. */
    async pageOpen(actor: Actor, filter: OpportunityFilter, { first, after }: PageRequest): Promise<Page<Opportunity>> {
      const query = visible(actor).andWhere("opportunity.status = 'OPEN'");
      narrow(query, filter);
      if (after !== undefined)
        query.andWhere('(opportunity.openedAt, opportunity.id) < (:at, :id)', { at: after[0], id: after[1] });
      const rows = await query
        .orderBy('opportunity.openedAt', 'DESC')
        .addOrderBy('opportunity.id', 'DESC')
        .limit(first + 1)
        .getMany();
      return toPage(rows, first, ({ openedAt, id }) => [(openedAt ?? new Date(0)).toISOString(), id]);
    },

    /** The drafts that wait for somebody to vet them, the oldest first, as far as the actor may see them. */
    async pageUnvetted(actor: Actor, { first, after }: PageRequest): Promise<Page<Opportunity>> {
      const query = visible(actor).andWhere("opportunity.status = 'DRAFT'");
      if (after !== undefined) query.andWhere('opportunity.id > :id', { id: after[0] });
      const rows = await query
        .orderBy('opportunity.id')
        .limit(first + 1)
        .getMany();
      return toPage(rows, first, ({ id }) => [id]);
    },

    /** What each host offers or offered, as far as the actor may see it, the newest first; at most 100 of each. */
    async listOfHosts(actor: Actor, hostIds: readonly HostId[]): Promise<ReadonlyMap<HostId, readonly Opportunity[]>> {
      const rows = await visible(actor)
        .andWhere(
          `opportunity.id in (select ranked.id from (
             select o.id, row_number() over (partition by o.host_id order by o.id desc) as place from opportunity o where o.host_id = any(:hostIds)
           ) ranked where ranked.place <= 100)`,
          { hostIds },
        )
        .orderBy('opportunity.id', 'DESC')
        .getMany();
      return Map.groupBy(rows, ({ hostId }) => hostId);
    },

    add: (opportunity: Opportunity): Promise<Opportunity> => insertRow(manager, OpportunityEntity, opportunity),
    save: (opportunity: Opportunity): Promise<Opportunity> => updateRow(manager, OpportunityEntity, opportunity),
  };
}

function narrow(query: SelectQueryBuilder<Opportunity>, filter: OpportunityFilter): void {
  const { kind, hostId, language, access, isAdultsOnly } = filter;
  if (kind !== undefined) query.andWhere('opportunity.kind = :kind', { kind });
  if (hostId !== undefined) query.andWhere('opportunity.hostId = :hostId', { hostId });
  if (language !== undefined) query.andWhere(':language = any(opportunity.languages)', { language });
  if (access.length > 0) query.andWhere('opportunity.access @> cast(:access as text[])', { access });
  if (isAdultsOnly !== undefined) query.andWhere('opportunity.isAdultsOnly = :isAdultsOnly', { isAdultsOnly });
  narrowByWords(query, filter);
}

function narrowByWords(
  query: SelectQueryBuilder<Opportunity>,
  { search, shiftsFrom, shiftsTo }: OpportunityFilter,
): void {
  if (search !== undefined)
    query.andWhere(
      'strpos(lower(concat_ws(chr(10), opportunity.title, opportunity.place, host.name, array_to_string(opportunity.skills, chr(10)))), lower(:search)) > 0',
      { search },
    );
  if (shiftsFrom !== undefined || shiftsTo !== undefined)
    query.andWhere(needsSomebody, { shiftsFrom: shiftsFrom ?? null, shiftsTo: shiftsTo ?? null });
}
